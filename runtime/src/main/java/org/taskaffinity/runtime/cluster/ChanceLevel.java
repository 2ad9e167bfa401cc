package org.taskaffinity.runtime.cluster;

import java.util.Arrays;

/**
 * Agreement between groupings whose members were dealt at random.
 *
 * @param ariMean mean adjusted Rand index, near 0
 * @param ari95 its 95th percentile: an agreement above is rarer than one in twenty by chance
 * @param nmiMean mean normalised mutual information, well above 0 for many small groups
 * @param nmi95 its 95th percentile
 * @param draws random groupings looked at
 */
public record ChanceLevel(double ariMean, double ari95, double nmiMean, double nmi95, int draws) {

  static ChanceLevel of(double[] ari, double[] nmi) {
    return new ChanceLevel(mean(ari), percentile95(ari), mean(nmi), percentile95(nmi), ari.length);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The least value with 95 % of all at or below it. */
  private static double percentile95(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }
}
