package org.taskaffinity.runtime.stats;

/** Mean and spread of plain lists, whatever the size of their values. */
public final class Moments {
  private Moments() {}

  /** The mean; NaN for an empty list. */
  public static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return Double.isInfinite(sum) ? scaledMean(x, sum) : sum / x.length;
  }

  /** Of finite values whose sum overflows; the infinite sum where a value is infinite itself. */
  private static double scaledMean(double[] x, double sum) {
    int exponent = Scale.exponent(x);
    return exponent == 0 ? sum : Math.scalb(mean(Scale.down(x, exponent)), exponent);
  }

  /** √(Σ (x_i − x̄)² / n); 0 for a constant list, NaN for an empty one. */
  public static double deviation(double[] x) {
    if (x.length > 0 && constant(x)) {
      return 0;
    }
    double spread = Squares.aboutMean(x).root(x.length);
    return spread == 0 ? Double.MIN_VALUE : spread; // subnormal values, half of the least apart
  }

  /** Σ (x_i − x̄)², of values of ordinary size; {@link Squares} takes any. */
  static double squares(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Whether all values are one; asked of the values, since rounding hides it from a variance. */
  public static boolean constant(double[] x) {
    for (double value : x) {
      if (value != x[0]) {
        return false;
      }
    }
    return true;
  }
}
