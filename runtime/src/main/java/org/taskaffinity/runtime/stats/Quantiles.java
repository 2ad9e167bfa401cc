package org.taskaffinity.runtime.stats;

/** Quantiles of sorted values. */
final class Quantiles {
  private Quantiles() {}

  /** Type 7 of Hyndman and Fan 1996: linear between order statistics. NaN for no values. */
  static double of(double[] sorted, double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException(
          "A quantile is asked for by a fraction in [0, 1], not " + q + ".");
    }
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = q * (sorted.length - 1);
    int below = (int) at;
    double rest = at - below;
    return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }
}
