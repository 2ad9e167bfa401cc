package org.taskaffinity.runtime.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How two groupings cross.
 *
 * @param cells tasks in group i of the first and j of the second, empty cells left out
 * @param rows tasks in each group of the first
 * @param columns tasks in each group of the second
 */
record Contingency(int[] cells, int[] rows, int[] columns) {

  static Contingency of(int[] a, int[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(
          "Two groupings must be of the same tasks, at least one: got "
              + a.length
              + " and "
              + b.length
              + " labels.");
    }
    Map<Long, Integer> cells = new HashMap<>();
    Map<Long, Integer> rows = new HashMap<>();
    Map<Long, Integer> columns = new HashMap<>();
    for (int i = 0; i < a.length; i++) {
      cells.merge((long) a[i] << 32 | b[i] & 0xffffffffL, 1, Integer::sum);
      rows.merge((long) a[i], 1, Integer::sum);
      columns.merge((long) b[i], 1, Integer::sum);
    }
    return new Contingency(sizes(cells), sizes(rows), sizes(columns));
  }

  /** Whether both put all tasks into one group, or both leave each alone. */
  boolean trivial() {
    return rows.length == columns.length
        && (rows.length == 1 || pairs(rows) == 0 && pairs(columns) == 0);
  }

  /** Σ C(n, 2). */
  static double pairs(int[] sizes) {
    double sum = 0;
    for (int n : sizes) {
      sum += n * (n - 1.0) / 2;
    }
    return sum;
  }

  double rowEntropy() {
    return entropy(rows);
  }

  double columnEntropy() {
    return entropy(columns);
  }

  /** Mutual information H(a) + H(b) − H(a, b), in nats. */
  double information() {
    return rowEntropy() + columnEntropy() - entropy(cells);
  }

  /** In nats; StrictMath, because bits must not depend on the JDK. */
  private static double entropy(int[] sizes) {
    double n = Arrays.stream(sizes).sum();
    double sum = 0;
    for (int size : sizes) {
      sum -= size / n * StrictMath.log(size / n);
    }
    return sum;
  }

  private static int[] sizes(Map<Long, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).toArray();
  }
}
