package org.taskaffinity.runtime.stats;

/**
 * Powers of two by which values are divided before they are squared, so that no square overflows
 * and none that counts underflows. Values of ordinary size are left as they are: dividing by a
 * power of two would change no bit of what is computed from them, either.
 */
public final class Scale {
  /** Squares of 2^±400, and sums of 2^200 of them, are normal doubles. */
  private static final int ORDINARY = 400;

  private Scale() {}

  /**
   * The exponent e for which values · 2^−e are at most 1 in size.
   *
   * @return 0 where the largest value is of ordinary size, or is 0, infinite or NaN
   */
  public static int exponent(double[] values) {
    return exponent(values, values.length);
  }

  /** As {@link #exponent(double[])}, of the first values alone. */
  static int exponent(double[] values, int count) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return ofLargest(largest);
  }

  /** As {@link #exponent(double[])}, where the largest size is known. */
  static int ofLargest(double largest) {
    if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    int exponent = Math.getExponent(largest); // that of all subnormal numbers is −1023
    return Math.abs(exponent) <= ORDINARY ? 0 : exponent + 1;
  }

  /** The values · 2^−exponent; the same array for 0. */
  public static double[] down(double[] values, int exponent) {
    return exponent == 0 ? values : down(values, values.length, exponent);
  }

  private static double[] down(double[] values, int count, int exponent) {
    double[] scaled = new double[count];
    for (int i = 0; i < count; i++) {
      scaled[i] = Math.scalb(values[i], -exponent);
    }
    return scaled;
  }

  /** Scales the first values in their place. */
  static void downInPlace(double[] values, int count, int exponent) {
    for (int i = 0; exponent != 0 && i < count; i++) {
      values[i] = Math.scalb(values[i], -exponent);
    }
  }
}
