package org.taskaffinity.reproductions;

/**
 * Where a number may lie if its units were drawn again, with 95 % confidence.
 *
 * @param over what would be drawn again
 * @param units how many there were; 0 for {@link Over#EXACT}
 * @param low lower end
 * @param high upper end
 */
record Span(Over over, int units, double low, double high) {
  static Span exact(double value) {
    return new Span(Over.EXACT, 0, value, value);
  }

  /** {@code 3 seeds}. */
  String of() {
    return over.of(units);
  }

  boolean defined() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
