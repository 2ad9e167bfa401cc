package org.taskaffinity.reproductions;

/**
 * One number.
 *
 * @param key what it is, as {@code paper.csv} calls it: {@code sider r}
 * @param value the number; NaN where it is undefined
 * @param low lower end of its interval; NaN for none
 * @param high upper end; NaN for none
 * @param over what the interval is over, as {@code 3 seeds}; empty for none
 * @param n how many pairs, molecules or trainings it is made of; 0 where that says nothing
 */
record Finding(String key, double value, double low, double high, String over, int n) {
  Finding {
    if (key.isBlank() || key.contains("\n")) {
      throw new IllegalArgumentException("A finding needs a key of one line, not \"" + key + "\".");
    }
  }

  static Finding of(String key, double value) {
    return of(key, value, 0);
  }

  static Finding of(String key, double value, int n) {
    return new Finding(key, value, Double.NaN, Double.NaN, "", n);
  }

  boolean defined() {
    return !Double.isNaN(value);
  }

  boolean bounded() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }
}
