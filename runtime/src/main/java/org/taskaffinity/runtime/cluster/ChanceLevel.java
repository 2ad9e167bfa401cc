package org.taskaffinity.runtime.cluster;

import java.util.Arrays;

/**
 * Agreement between groupings whose members were dealt at random.
 *
 * @param ariMean mean adjusted Rand index, near 0
 * @param ari95 its 95th percentile: an agreement above is rarer than one in twenty by chance
 * @param ariP one-sided p-value of the observed adjusted Rand index, (b + 1) / (draws + 1)
 * @param nmiMean mean normalised mutual information, well above 0 for many small groups
 * @param nmi95 its 95th percentile
 * @param draws random groupings looked at
 */
public record ChanceLevel(
    double ariMean, double ari95, double ariP, double nmiMean, double nmi95, int draws) {

  /** Rounding may part two equal indices by this much. */
  private static final double TIE = 1e-12;

  static ChanceLevel of(double observedAri, double[] ari, double[] nmi) {
    long atLeast = Arrays.stream(ari).filter(v -> v >= observedAri - TIE).count();
    return new ChanceLevel(
        mean(ari),
        percentile95(ari),
        (atLeast + 1.0) / (ari.length + 1.0),
        mean(nmi),
        percentile95(nmi),
        ari.length);
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
