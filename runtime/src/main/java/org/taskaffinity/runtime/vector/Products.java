package org.taskaffinity.runtime.vector;

/** Products of whole matrices, out of tiles. */
final class Products {
  private static final int W = Lanes.PANEL;

  /** Rows whose two panels fit the first cache together. */
  static final int BLOCK = 128;

  private Products() {}

  /**
   * One panel of Y = XW for some rows.
   *
   * @param x where row 0 of the first panel read lies, with the stride from panel to panel
   * @param panels of x to read
   * @param w the panel's columns of W, [panels · W rows][W]
   * @param y where row 0 of the panel lies
   */
  static void rows(
      float[] x,
      int xAt,
      int stride,
      int panels,
      float[] w,
      int wAt,
      float[] y,
      int yAt,
      int first,
      int end) {
    int row = first;
    for (; row + Tile.ROWS <= end; row += Tile.ROWS) {
      Tile.rows(x, xAt + row * W, stride, panels, w, wAt, y, yAt + row * W);
    }
    if (row < end && end - Tile.ROWS >= first) {
      row = end - Tile.ROWS; // some rows again, rather than a kernel for fewer
      Tile.rows(x, xAt + row * W, stride, panels, w, wAt, y, yAt + row * W);
    } else {
      for (; row < end; row++) {
        row(x, xAt + row * W, stride, panels, w, wAt, y, yAt + row * W);
      }
    }
  }

  /** A row where there are fewer than four. */
  private static void row(
      float[] x, int at, int stride, int panels, float[] w, int from, float[] y, int to) {
    java.util.Arrays.fill(y, to, to + W, 0f);
    for (int p = 0; p < panels; p++) {
      for (int k = 0; k < W; k++) {
        Channels.add(y, to, x[at + p * stride + k], w, from + (p * W + k) * W);
      }
    }
  }

  /**
   * One panel of XᵀD, added to c, [panels · W][W].
   *
   * @param x as panels
   * @param d where row 0 of the panel lies
   * @param n rows
   */
  static void across(
      float[] x, int xAt, int stride, int panels, float[] d, int dAt, int n, float[] c, int cAt) {
    for (int row = 0; row < n; row += BLOCK) {
      int some = Math.min(BLOCK, n - row);
      int from = dAt + row * W;
      for (int p = 0; p < panels; p++) {
        int at = xAt + p * stride + row * W;
        for (int j = 0; j < W; j += Tile.ROWS) {
          Tile.across(x, at + j, d, from, some, c, cAt + (p * W + j) * W);
        }
      }
    }
  }

  /**
   * One panel of XᵀD over the rows of x that a list names, added to c, [panels · W][W].
   *
   * @param list offsets of n rows within a panel of x
   * @param d the rows of D, side by side
   * @param scratch room for {@link #BLOCK} rows: side by side four tiles read them faster than one
   *     by one (0015)
   */
  static void listed(
      Matrix x, int panels, int[] list, int n, float[] d, float[] c, int cAt, float[] scratch) {
    for (int first = 0; first < n; first += BLOCK) {
      int some = Math.min(BLOCK, n - first);
      for (int p = 0; p < panels; p++) {
        Channels.pick(x.data, x.at(p), list, first, first + some, scratch);
        for (int j = 0; j < W; j += Tile.ROWS) {
          Tile.across(scratch, j, d, first * W, some, c, cAt + (p * W + j) * W);
        }
      }
    }
  }

  /**
   * Writes some panels of Wᵀ.
   *
   * @param w [outPanels][in][W], in a multiple of W
   * @param transposed [inPanels][rows][W], of which the rows from {@code firstRow} on are written
   */
  static void transpose(
      float[] w,
      int wAt,
      int in,
      int outPanels,
      float[] transposed,
      int rows,
      int firstRow,
      int firstPanel,
      int endPanel) {
    for (int p = firstPanel; p < endPanel; p++) {
      for (int q = 0; q < outPanels; q++) {
        int from = wAt + (q * in + p * W) * W;
        block(w, from, transposed, (p * rows + firstRow + q * W) * W);
      }
    }
  }

  private static void block(float[] from, int at, float[] to, int target) {
    for (int i = 0; i < W; i++) {
      for (int j = 0; j < W; j++) {
        to[target + i * W + j] = from[at + j * W + i];
      }
    }
  }
}
