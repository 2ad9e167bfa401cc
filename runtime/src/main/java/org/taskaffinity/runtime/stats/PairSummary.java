package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/**
 * The values of a task matrix over its pairs i &lt; j, in ascending order.
 *
 * @param sorted the defined values
 * @param skipped pairs left out because they are NaN
 */
record PairSummary(double[] sorted, int skipped) {

  /**
   * Summarises a symmetric matrix.
   *
   * @throws IllegalArgumentException if it is not square or not symmetric
   */
  static PairSummary of(double[][] matrix) {
    double[] all = Pairs.upper(matrix);
    double[] defined = Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return new PairSummary(defined, all.length - defined.length);
  }

  /** How many pairs are defined. */
  int pairs() {
    return sorted.length;
  }

  /** Arithmetic mean; NaN without pairs. */
  double mean() {
    return Moments.mean(sorted);
  }

  /** The middle value. */
  double median() {
    return quantile(0.5);
  }

  /** The least value. */
  double min() {
    return quantile(0);
  }

  /** The greatest value. */
  double max() {
    return quantile(1);
  }

  /**
   * The q-quantile, linear between order statistics (Hyndman and Fan's type 7, as in R and NumPy).
   *
   * @param q in [0, 1]
   * @return NaN without pairs
   */
  double quantile(double q) {
    return Quantiles.of(sorted, q);
  }

  /** The fraction of pairs with a value above the bound; NaN without pairs. */
  double fractionAbove(double bound) {
    return (double) Arrays.stream(sorted).filter(value -> value > bound).count() / sorted.length;
  }
}
