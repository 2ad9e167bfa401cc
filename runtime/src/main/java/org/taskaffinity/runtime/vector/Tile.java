package org.taskaffinity.runtime.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of every product: four rows by two vectors, eight sums in registers.
 *
 * <p>Four rows and not six: C2 needs a register for every number it broadcasts ahead, and with
 * twelve sums in sixteen registers it spills two of them, which halves the speed. Each method is
 * one small loop, because the same loop within a bigger method ran at half speed too. They look
 * alike on purpose: what differs is where four numbers to broadcast come from, and that decides
 * what the compiler can hoist.
 *
 * <p>L lanes, W = 2L floats of a panel's row.
 */
final class Tile {
  private static final VectorSpecies<Float> S = Lanes.SPECIES;
  private static final int L = Lanes.COUNT;
  private static final int W = Lanes.PANEL;

  /** Rows of a tile. */
  static final int ROWS = 4;

  /**
   * What every index of a vector is cut to, to no effect: it tells the compiler that adding a
   * lane's width cannot overflow, so that neighbouring vectors share an address (0009).
   */
  private static final int INDEX = 0x3fff_ffff;

  private Tile() {}

  /**
   * Four neighbouring rows of XW: c[j] = Σ_p Σ_k x[j, pW + k] w[pW + k].
   *
   * @param at where the first row lies in the first panel
   * @param stride from a panel of x to the next
   * @param panels of x
   * @param w one panel of columns, rows side by side from {@code from} on
   * @param to where the first row of c lies
   */
  static void rows(
      float[] x, int at, int stride, int panels, float[] w, int from, float[] c, int to) {
    FloatVector a0 = FloatVector.zero(S);
    FloatVector a1 = FloatVector.zero(S);
    FloatVector b0 = FloatVector.zero(S);
    FloatVector b1 = FloatVector.zero(S);
    FloatVector c0 = FloatVector.zero(S);
    FloatVector c1 = FloatVector.zero(S);
    FloatVector d0 = FloatVector.zero(S);
    FloatVector d1 = FloatVector.zero(S);
    for (int p = 0; p < panels; p++) {
      for (int k = 0; k < W; k++) {
        int row = (from + k * W) & INDEX;
        FloatVector u = FloatVector.fromArray(S, w, row);
        FloatVector v = FloatVector.fromArray(S, w, row + L);
        FloatVector s = FloatVector.broadcast(S, x[at + k]);
        a0 = s.fma(u, a0);
        a1 = s.fma(v, a1);
        s = FloatVector.broadcast(S, x[at + W + k]);
        b0 = s.fma(u, b0);
        b1 = s.fma(v, b1);
        s = FloatVector.broadcast(S, x[at + 2 * W + k]);
        c0 = s.fma(u, c0);
        c1 = s.fma(v, c1);
        s = FloatVector.broadcast(S, x[at + 3 * W + k]);
        d0 = s.fma(u, d0);
        d1 = s.fma(v, d1);
      }
      at += stride;
      from += W * W;
    }
    a0.intoArray(c, to);
    a1.intoArray(c, to + L);
    b0.intoArray(c, to + W);
    b1.intoArray(c, to + W + L);
    c0.intoArray(c, to + 2 * W);
    c1.intoArray(c, to + 2 * W + L);
    d0.intoArray(c, to + 3 * W);
    d1.intoArray(c, to + 3 * W + L);
  }

  /**
   * Four rows picked from a row-major x: c[yj] = Σ_k x[xj + k] w[k].
   *
   * @param x0 where the first row begins, and so on; the same row twice does no harm
   * @param depth numbers of a row, an even number
   * @param w as in {@link #rows}
   * @param y0 where the first row of c goes, and so on
   */
  static void picked(
      float[] x,
      int x0,
      int x1,
      int x2,
      int x3,
      int depth,
      float[] w,
      int from,
      float[] c,
      int y0,
      int y1,
      int y2,
      int y3) {
    FloatVector a0 = FloatVector.zero(S);
    FloatVector a1 = FloatVector.zero(S);
    FloatVector b0 = FloatVector.zero(S);
    FloatVector b1 = FloatVector.zero(S);
    FloatVector c0 = FloatVector.zero(S);
    FloatVector c1 = FloatVector.zero(S);
    FloatVector d0 = FloatVector.zero(S);
    FloatVector d1 = FloatVector.zero(S);
    for (int k = 0; k < depth; k += 2) {
      int row = (from + k * W) & INDEX;
      FloatVector u = FloatVector.fromArray(S, w, row);
      FloatVector v = FloatVector.fromArray(S, w, row + L);
      FloatVector s = FloatVector.broadcast(S, x[x0 + k]);
      a0 = s.fma(u, a0);
      a1 = s.fma(v, a1);
      s = FloatVector.broadcast(S, x[x1 + k]);
      b0 = s.fma(u, b0);
      b1 = s.fma(v, b1);
      s = FloatVector.broadcast(S, x[x2 + k]);
      c0 = s.fma(u, c0);
      c1 = s.fma(v, c1);
      s = FloatVector.broadcast(S, x[x3 + k]);
      d0 = s.fma(u, d0);
      d1 = s.fma(v, d1);
      u = FloatVector.fromArray(S, w, row + W);
      v = FloatVector.fromArray(S, w, row + W + L);
      s = FloatVector.broadcast(S, x[x0 + k + 1]);
      a0 = s.fma(u, a0);
      a1 = s.fma(v, a1);
      s = FloatVector.broadcast(S, x[x1 + k + 1]);
      b0 = s.fma(u, b0);
      b1 = s.fma(v, b1);
      s = FloatVector.broadcast(S, x[x2 + k + 1]);
      c0 = s.fma(u, c0);
      c1 = s.fma(v, c1);
      s = FloatVector.broadcast(S, x[x3 + k + 1]);
      d0 = s.fma(u, d0);
      d1 = s.fma(v, d1);
    }
    a0.intoArray(c, y0);
    a1.intoArray(c, y0 + L);
    b0.intoArray(c, y1);
    b1.intoArray(c, y1 + L);
    c0.intoArray(c, y2);
    c1.intoArray(c, y2 + L);
    d0.intoArray(c, y3);
    d1.intoArray(c, y3 + L);
  }

  /**
   * Four rows of XᵀD added to c: c[j] += Σ_n x[n, j] d[n].
   *
   * @param at where column j = 0 of the tile lies in the first row of x's panel
   * @param w one panel of d, rows side by side from {@code from} on
   * @param n rows
   * @param to where the first row of c lies
   */
  static void across(float[] x, int at, float[] w, int from, int n, float[] c, int to) {
    FloatVector a0 = FloatVector.fromArray(S, c, to);
    FloatVector a1 = FloatVector.fromArray(S, c, to + L);
    FloatVector b0 = FloatVector.fromArray(S, c, to + W);
    FloatVector b1 = FloatVector.fromArray(S, c, to + W + L);
    FloatVector c0 = FloatVector.fromArray(S, c, to + 2 * W);
    FloatVector c1 = FloatVector.fromArray(S, c, to + 2 * W + L);
    FloatVector d0 = FloatVector.fromArray(S, c, to + 3 * W);
    FloatVector d1 = FloatVector.fromArray(S, c, to + 3 * W + L);
    for (int k = 0; k < n; k++) {
      int row = (from + k * W) & INDEX;
      FloatVector u = FloatVector.fromArray(S, w, row);
      FloatVector v = FloatVector.fromArray(S, w, row + L);
      FloatVector s = FloatVector.broadcast(S, x[at + k * W]);
      a0 = s.fma(u, a0);
      a1 = s.fma(v, a1);
      s = FloatVector.broadcast(S, x[at + k * W + 1]);
      b0 = s.fma(u, b0);
      b1 = s.fma(v, b1);
      s = FloatVector.broadcast(S, x[at + k * W + 2]);
      c0 = s.fma(u, c0);
      c1 = s.fma(v, c1);
      s = FloatVector.broadcast(S, x[at + k * W + 3]);
      d0 = s.fma(u, d0);
      d1 = s.fma(v, d1);
    }
    a0.intoArray(c, to);
    a1.intoArray(c, to + L);
    b0.intoArray(c, to + W);
    b1.intoArray(c, to + W + L);
    c0.intoArray(c, to + 2 * W);
    c1.intoArray(c, to + 2 * W + L);
    d0.intoArray(c, to + 3 * W);
    d1.intoArray(c, to + 3 * W + L);
  }
}
