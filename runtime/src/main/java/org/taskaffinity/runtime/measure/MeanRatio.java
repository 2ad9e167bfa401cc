package org.taskaffinity.runtime.measure;

import java.util.Arrays;

/**
 * A ratio of means over the steps, with the series whose mean is its linearisation:
 *
 * <pre>
 *   R = X / √(A B)     X, A, B the means over the same steps of x_t, a_t and b_t
 *   R_t = R + x_t / √(A B) − ½ R (a_t / A + b_t / B)
 * </pre>
 *
 * <p>By the delta method the error of R is that of the mean of R_t. It is too small where few steps
 * are read and a_t or b_t vary much.
 */
final class MeanRatio {
  private MeanRatio() {}

  /** R; NaN where A or B is not above 0, or no step is read. */
  static double of(StepProducts.Pair pair) {
    double first = StepProducts.mean(pair.first());
    double second = StepProducts.mean(pair.second());
    return first > 0 && second > 0
        ? StepProducts.mean(pair.products()) / (Math.sqrt(first) * Math.sqrt(second))
        : Double.NaN;
  }

  /**
   * R_t, [n]; none where R is undefined.
   *
   * @param ratio R
   */
  static double[] series(StepProducts.Pair pair, double ratio) {
    if (Double.isNaN(ratio)) {
      return new double[0];
    }
    double first = StepProducts.mean(pair.first());
    double second = StepProducts.mean(pair.second());
    double norms = Math.sqrt(first) * Math.sqrt(second);
    double[] series = new double[pair.products().length];
    Arrays.setAll(
        series,
        t ->
            ratio
                + pair.products()[t] / norms
                - ratio / 2 * (pair.first()[t] / first + pair.second()[t] / second));
    return series;
  }
}
