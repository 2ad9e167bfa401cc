package org.taskaffinity.runtime.vector;

import java.util.Arrays;

/**
 * Sums ⟨g_i, g_j⟩ over parameters: each slice adds into blocks of PANEL × PANEL tasks of its own,
 * in float within a layer, in double from layer to layer and slice to slice, in a fixed order.
 */
final class Gram {
  private static final int W = Lanes.PANEL;

  private final int tasks;
  private final int panels;
  private final float[][] own;
  private final double[][] total;

  Gram(int tasks) {
    this.tasks = tasks;
    panels = Lanes.panels(tasks);
    own = new float[WorkerTeam.SLICES][panels * panels * W * W];
    total = new double[tasks][tasks];
  }

  /**
   * Adds XᵀY of rows of tasks, for all pairs of task panels.
   *
   * @param x [panels][…][W]
   * @param y as x; the same array for a plain Gram matrix
   * @param stride from a task panel to the next
   * @param rows rows to add
   */
  void add(int slice, float[] x, int at, int stride, float[] y, int from, int other, int rows) {
    float[] sums = own[slice];
    for (int q = 0; q < panels; q++) {
      for (int r = q; r < panels; r++) {
        for (int j = 0; j < W; j += Tile.ROWS) {
          Tile.across(x, at + q * stride + j, y, from + r * other, rows, sums, block(q, r) + j * W);
        }
      }
    }
  }

  /**
   * Adds XᵀSX of rows of tasks, for all pairs of task panels.
   *
   * @param x [panels][…][W], each with zeros where the rows of s fill up
   * @param stride from a task panel to the next
   * @param s symmetric, [rows, rows]
   * @param scratch room for SX
   */
  void addThrough(int slice, float[] x, int at, int stride, Matrix s, float[] scratch) {
    int size = s.panels * W * W;
    for (int q = 0; q < panels; q++) {
      int from = at + q * stride;
      Products.rows(s.data, 0, s.stride(), s.panels, x, from, scratch, q * size, 0, s.rows);
    }
    add(slice, x, at, stride, scratch, 0, size, s.rows);
  }

  private int block(int q, int r) {
    return (q * panels + r) * W * W;
  }

  /** Moves what the slices have added into the total. */
  void gather() {
    for (float[] sums : own) {
      for (int i = 0; i < tasks; i++) {
        for (int j = i; j < tasks; j++) {
          total[i][j] += sums[block(i / W, j / W) + i % W * W + j % W];
        }
      }
      Arrays.fill(sums, 0f);
    }
  }

  /**
   * [K, K], NaN where a task is absent.
   *
   * @param lanes which of all K tasks has been added as which
   */
  double[][] whole(int[] lanes, int all) {
    double[][] gram = new double[all][all];
    for (double[] row : gram) {
      Arrays.fill(row, Double.NaN);
    }
    for (int i = 0; i < tasks; i++) {
      for (int j = i; j < tasks; j++) {
        gram[lanes[i]][lanes[j]] = gram[lanes[j]][lanes[i]] = total[i][j];
      }
    }
    return gram;
  }
}
