package org.taskaffinity.runtime.figure;

import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Which entries of a heat map are drawn in a pale colour and with a mark.
 *
 * @param at [K][K], symmetric
 * @param meaning what the mark means
 * @param count entries that are marked
 */
record FaintCells(boolean[][] at, String meaning, int count) {
  /** Classes of the mark. */
  static final String MARK = "plain";

  /** Of the mark. */
  static final double RADIUS = 1.5;

  /**
   * @param drawn the matrix as it is drawn; pairs of other tasks are left out, and so are pairs
   *     without a value
   */
  static FaintCells of(Figure.HeatMap figure, TaskMatrix drawn) {
    boolean[][] at =
        figure
            .faint()
            .map(faint -> faint.in(drawn))
            .orElseGet(() -> new boolean[drawn.size()][drawn.size()]);
    int count = 0;
    for (int i = 0; i < at.length; i++) {
      for (int j = i; j < at.length; j++) {
        count += at[i][j] || at[j][i] ? 1 : 0;
      }
    }
    return new FaintCells(at, figure.faint().map(f -> f.meaning()).orElse(""), count);
  }

  boolean any() {
    return count > 0;
  }

  /** How much of a shade's depth an entry keeps. */
  double share(int i, int j) {
    return at[i][j] ? Shade.PALE : 1;
  }
}
