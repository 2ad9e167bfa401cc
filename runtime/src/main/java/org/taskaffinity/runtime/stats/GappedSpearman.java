package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/**
 * Spearman's correlation where a renaming decides which pairs are defined in both matrices.
 *
 * <p>Ranks are those among the defined pairs, so each renaming needs new ones; walking the pairs in
 * an order sorted once gives them without sorting again.
 */
final class GappedSpearman implements PermutedCorrelation {
  private final double[][] a;
  private final double[][] b;
  private final int[][] sortedA;
  private final int[][] sortedB;
  private final double[][] ranksA;
  private final double[][] ranksB;

  GappedSpearman(double[][] a, double[][] b) {
    this.a = a;
    this.b = b;
    sortedA = sortedPairs(a);
    sortedB = sortedPairs(b);
    ranksA = new double[a.length][a.length];
    ranksB = new double[a.length][a.length];
  }

  @Override
  public double under(int[] order) {
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    rank(a, sortedA, place, b, ranksA);
    rank(b, sortedB, order, a, ranksB);
    double[] x = new double[sortedA.length];
    double[] y = new double[sortedA.length];
    int n = 0;
    for (int[] pair : sortedB) {
      int i = order[pair[0]];
      int j = order[pair[1]];
      if (!Double.isNaN(a[i][j])) {
        x[n] = ranksA[Math.min(i, j)][Math.max(i, j)];
        y[n++] = ranksB[pair[0]][pair[1]];
      }
    }
    return Correlation.pearson(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }

  /** Mid-ranks of m's pairs among those also defined in the other matrix, where names differ. */
  private static void rank(
      double[][] m, int[][] sorted, int[] name, double[][] other, double[][] ranks) {
    int rank = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      double value = m[sorted[from][0]][sorted[from][1]];
      int before = rank;
      for (to = from; to < sorted.length && m[sorted[to][0]][sorted[to][1]] == value; to++) {
        rank += Double.isNaN(other[name[sorted[to][0]]][name[sorted[to][1]]]) ? 0 : 1;
      }
      for (int i = from; i < to; i++) {
        ranks[sorted[i][0]][sorted[i][1]] = (before + rank + 1) / 2.0;
      }
    }
  }

  private static int[][] sortedPairs(double[][] m) {
    int[][] pairs = new int[Pairs.count(m.length)][];
    double[] values = new double[pairs.length];
    int n = 0;
    for (int i = 0; i < m.length; i++) {
      for (int j = i + 1; j < m.length; j++) {
        if (!Double.isNaN(m[i][j])) {
          values[n] = m[i][j];
          pairs[n++] = new int[] {i, j};
        }
      }
    }
    int[] order = Ranks.order(Arrays.copyOf(values, n));
    int[][] sorted = new int[n][];
    for (int r = 0; r < n; r++) {
      sorted[r] = pairs[order[r]];
    }
    return sorted;
  }
}
