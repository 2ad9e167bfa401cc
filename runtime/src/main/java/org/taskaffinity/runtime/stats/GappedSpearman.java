package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/**
 * Spearman's correlation where a renaming decides which pairs are defined in both matrices.
 *
 * <p>Ranks are those among the defined pairs, so each renaming needs new ones; walking the pairs in
 * an order sorted once gives them without sorting again.
 */
final class GappedSpearman implements PermutedCorrelation {
  private final int tasks;
  private final SortedPairs a;
  private final SortedPairs b;

  /** Entry i · K + j: the rank of a pair of a under the renaming at hand; NaN where undefined. */
  private final double[] rankOfA;

  private final double[] ranksOfB;

  GappedSpearman(double[][] a, double[][] b) {
    tasks = a.length;
    this.a = SortedPairs.of(a);
    this.b = SortedPairs.of(b);
    rankOfA = new double[tasks * tasks];
    ranksOfB = new double[this.b.count()];
  }

  @Override
  public double under(int[] order) {
    int[] place = new int[tasks];
    for (int i = 0; i < tasks; i++) {
      place[order[i]] = i;
    }
    double[] ranks = new double[a.count()];
    a.rank(place, b.defined(), ranks);
    Arrays.fill(rankOfA, Double.NaN);
    for (int p = 0; p < ranks.length; p++) {
      rankOfA[a.first()[p] * tasks + a.second()[p]] = ranks[p];
      rankOfA[a.second()[p] * tasks + a.first()[p]] = ranks[p];
    }
    b.rank(order, a.defined(), ranksOfB);
    double[] x = new double[ranksOfB.length];
    double[] y = new double[ranksOfB.length];
    int n = 0;
    for (int p = 0; p < ranksOfB.length; p++) {
      if (!Double.isNaN(ranksOfB[p])) {
        x[n] = rankOfA[order[b.first()[p]] * tasks + order[b.second()[p]]];
        y[n++] = ranksOfB[p];
      }
    }
    return Correlation.pearson(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }
}
