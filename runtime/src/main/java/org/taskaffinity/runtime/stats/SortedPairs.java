package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/**
 * The defined pairs i &lt; j of a task matrix, from the least value to the greatest.
 *
 * @param tasks K
 * @param first i of each pair
 * @param second j of each pair
 * @param tieEnds for each pair, where the run of pairs with its value ends
 * @param defined entry i · K + j, both triangles: whether the matrix has a value
 */
record SortedPairs(int tasks, int[] first, int[] second, int[] tieEnds, boolean[] defined) {

  static SortedPairs of(double[][] m) {
    double[] upper = Pairs.upper(m);
    int[] rows = new int[upper.length];
    int[] columns = new int[upper.length];
    boolean[] defined = new boolean[m.length * m.length];
    int n = 0;
    for (int i = 0; i < m.length; i++) {
      for (int j = i + 1; j < m.length; j++) {
        if (!Double.isNaN(m[i][j])) {
          defined[i * m.length + j] = defined[j * m.length + i] = true;
          rows[n] = i;
          columns[n] = j;
          upper[n++] = m[i][j];
        }
      }
    }
    int[] order = Ranks.order(Arrays.copyOf(upper, n));
    int[] first = new int[n];
    int[] second = new int[n];
    int[] tieEnds = new int[n];
    for (int p = n - 1; p >= 0; p--) {
      first[p] = rows[order[p]];
      second[p] = columns[order[p]];
      boolean tied = p + 1 < n && upper[order[p]] == upper[order[p + 1]];
      tieEnds[p] = tied ? tieEnds[p + 1] : p + 1;
    }
    return new SortedPairs(m.length, first, second, tieEnds, defined);
  }

  int count() {
    return first.length;
  }

  /**
   * Mid-ranks among the pairs that another matrix defines too.
   *
   * @param name task i is called {@code name[i]} there
   * @param there that matrix's {@link #defined}
   * @param ranks where they go, in this order; NaN for pairs it does not define
   */
  void rank(int[] name, boolean[] there, double[] ranks) {
    int before = 0;
    for (int from = 0; from < first.length; from = tieEnds[from]) {
      int rank = before;
      for (int p = from; p < tieEnds[from]; p++) {
        boolean both = there[name[first[p]] * tasks + name[second[p]]];
        ranks[p] = both ? 0 : Double.NaN;
        rank += both ? 1 : 0;
      }
      double shared = (before + rank + 1) / 2.0;
      for (int p = from; p < tieEnds[from]; p++) {
        ranks[p] += shared;
      }
      before = rank;
    }
  }
}
