package org.taskaffinity.runtime.figure;

import org.taskaffinity.dsl.TaskMatrix;

/**
 * The values of a heat map as text, in full or shortened.
 *
 * @param matrix as it is drawn
 */
record CellValues(TaskMatrix matrix, Shade shade) {
  /** Decimals of a shortened value that is no whole number. */
  private static final int FEW = 2;

  /** Decimals from which two are too few: values would all be 0. */
  private static final int TOO_MANY = 4;

  /** Whether shortened values still tell neighbours apart. */
  boolean canBeShortened() {
    return shade.decimals() < TOO_MANY;
  }

  /** Widths of the longest value in a font of size 1: in full, and shortened where that helps. */
  double[] longest() {
    return canBeShortened()
        ? new double[] {longest(false), longest(true)}
        : new double[] {longest(false)};
  }

  private double longest(boolean shortened) {
    double longest = 1;
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        if (shown(i, j)) {
          longest = Math.max(longest, Text.widthOfNumber(text(i, j, shortened), 1));
        }
      }
    }
    return longest;
  }

  /** The diagonal shows its value only where that is a count. */
  boolean shown(int i, int j) {
    return !Double.isNaN(matrix.at(i, j)) && (i != j || shade.whole());
  }

  String text(int i, int j, boolean shortened) {
    double value = matrix.at(i, j);
    if (!shortened) {
      return Numbers.brief(value, shade.decimals());
    }
    if (shade.whole()) {
      return thousands(value);
    }
    double size = Math.abs(value);
    return Numbers.brief(value, size < 0.995 ? FEW : size < 9.95 && size != 1 ? 1 : 0);
  }

  /** {@code 999}, {@code 1.2k}, {@code 12k}. */
  private static String thousands(double value) {
    return Math.abs(value) < 1000
        ? Numbers.shown(value, 0)
        : Numbers.shown(value / 1000, Math.abs(value) < 9950 ? 1 : 0) + "k";
  }
}
