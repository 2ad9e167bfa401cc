package org.taskaffinity.runtime.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskPair;

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
    boolean[][] at = new boolean[drawn.size()][drawn.size()];
    Map<String, Integer> places = new HashMap<>();
    drawn.tasks().forEach(task -> places.put(task, places.size()));
    int count = 0;
    for (TaskPair pair : figure.faint().map(f -> f.pairs()).orElse(List.of())) {
      int i = places.getOrDefault(pair.first(), -1);
      int j = places.getOrDefault(pair.second(), -1);
      if (i >= 0 && j >= 0) {
        at[i][j] = !Double.isNaN(drawn.at(i, j));
        at[j][i] = !Double.isNaN(drawn.at(j, i));
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
