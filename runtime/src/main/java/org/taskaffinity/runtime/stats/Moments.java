package org.taskaffinity.runtime.stats;

/** Mean and variance of plain lists. */
final class Moments {
  private Moments() {}

  /** NaN for an empty list. */
  static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }

  /** Σ (x_i − x̄)². */
  static double squares(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Whether all values are one; asked of the values, since rounding hides it from a variance. */
  static boolean constant(double[] x) {
    for (double value : x) {
      if (value != x[0]) {
        return false;
      }
    }
    return true;
  }
}
