package org.taskaffinity.reproductions;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** The scale on which the interval of a number is symmetric. */
enum Scale {
  /** The number itself. */
  PLAIN(""),
  /** Fisher's z = artanh r, for correlations. */
  FISHER_Z("fisher z"),
  /** The number itself, at most 1, as an adjusted Rand index; the interval ends there. */
  AT_MOST_1("at most 1"),
  /** The number itself, in [0, 1], as a share or an area; the interval ends there. */
  SHARE("share"),
  /** A rank from 1 to the number of pairs n; the interval ends there. */
  RANK("rank");

  /** The correlation nearest to ±1 whose z is finite. */
  private static final double MOST = Math.nextDown(1.0);

  private final String word;

  Scale(String word) {
    this.word = word;
  }

  /** As {@code numbers.csv} writes it. */
  String word() {
    return word;
  }

  static Scale named(String word) {
    return Arrays.stream(values())
        .filter(s -> s.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No scale is called \"" + word + "\"."));
  }

  /** Whether intervals may be cut off, so that their middle is not the estimate. */
  boolean cut() {
    return this == AT_MOST_1 || this == SHARE || this == RANK;
  }

  /** From the number to the scale. */
  double to(double value) {
    return this == FISHER_Z ? FastMath.atanh(Math.max(-MOST, Math.min(MOST, value))) : value;
  }

  /**
   * From the scale to the number.
   *
   * @param n the largest rank, for {@link #RANK} alone
   */
  double back(double value, int n) {
    return switch (this) {
      case PLAIN -> value;
      case FISHER_Z -> Math.tanh(value);
      case AT_MOST_1 -> Math.min(1, value);
      case SHARE -> Math.max(0, Math.min(1, value));
      case RANK -> Math.max(1, Math.min(n, value));
    };
  }
}
