package org.taskaffinity.runtime.stats;

/** Ranks with ties shared. */
final class Ranks {
  private Ranks() {}

  /** Ranks from 1 to n; tied values share the mean of the ranks they cover. */
  static double[] of(double[] x) {
    int[] order = order(x);
    double[] ranks = new double[x.length];
    for (int from = 0, to; from < x.length; from = to) {
      to = from + 1;
      while (to < x.length && x[order[to]] == x[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to + 1) / 2.0;
      }
    }
    return ranks;
  }

  /** Positions of x from its least value to its greatest; equal values keep their order. */
  static int[] order(double[] x) {
    int[] order = new int[x.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sort(order, order.clone(), x, 0, order.length);
    return order;
  }

  /** Merge sort of positions: stable, and free of the boxing a comparator would need. */
  private static void sort(int[] into, int[] spare, double[] x, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    sort(spare, into, x, from, middle);
    sort(spare, into, x, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right >= to || left < middle && x[spare[left]] <= x[spare[right]];
      into[i] = takeLeft ? spare[left++] : spare[right++];
    }
  }
}
