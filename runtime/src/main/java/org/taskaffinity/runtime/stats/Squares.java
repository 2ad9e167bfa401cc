package org.taskaffinity.runtime.stats;

/**
 * A sum of squares that neither overflows nor underflows: Σ v² = sum · 4^exponent.
 *
 * @param sum of the squares of the scaled values
 * @param exponent by which the values were scaled; 0 for values of ordinary size
 */
record Squares(double sum, int exponent) {

  /** Σ v². */
  static Squares of(double[] values) {
    int exponent = Scale.exponent(values);
    double sum = 0;
    for (double value : Scale.down(values, exponent)) {
      sum += value * value;
    }
    return new Squares(sum, exponent);
  }

  /** Σ (v − v̄)². */
  static Squares aboutMean(double[] values) {
    int exponent = Scale.exponent(values);
    return new Squares(Moments.squares(Scale.down(values, exponent)), exponent);
  }

  /** √(Σ / n), in the values' unit. */
  double root(double n) {
    return Math.scalb(Math.sqrt(sum / n), exponent);
  }

  /** This sum as a multiple of another; NaN where both are 0. */
  double over(Squares other) {
    return Math.scalb(sum / other.sum, 2 * (exponent - other.exponent));
  }
}
