package org.taskaffinity.runtime.figure;

import java.util.Arrays;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * How entries of a matrix become shades.
 *
 * @param scale one hue or two
 * @param most the value of the deepest shade, positive
 * @param whole whether entries are whole numbers, written without decimals
 */
record Shade(Figure.Scale scale, double most, boolean whole) {
  /** Shades from this depth on carry light text on a light ground, dark text on a dark one. */
  static final double DEEP = 0.69;

  /** Diverging scales reach as far as the largest entry off the diagonal, on both sides. */
  static Shade of(TaskMatrix matrix, Figure.Scale scale) {
    double most = scale == Figure.Scale.FRACTION ? 1 : largest(matrix);
    return new Shade(scale, most > 0 ? most : 1, scale == Figure.Scale.COUNT && whole(matrix));
  }

  private static double largest(TaskMatrix matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        double size = Math.abs(matrix.at(i, j));
        largest = i != j && Double.isFinite(size) ? Math.max(largest, size) : largest;
      }
    }
    return largest;
  }

  private static boolean whole(TaskMatrix matrix) {
    return Arrays.stream(matrix.values())
        .flatMapToDouble(Arrays::stream)
        .allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
  }

  /** Which end of the scale. */
  String hue(double value) {
    return value < 0 ? "less" : "more";
  }

  /** Opacity in [0, 1]. */
  double depth(double value) {
    return Math.min(1, Math.abs(value) / most);
  }

  boolean diverging() {
    return scale == Figure.Scale.DIVERGING;
  }

  /** Decimals by which neighbouring shades can be told apart. */
  int decimals() {
    if (whole) {
      return 0;
    }
    return most < 0.0095 ? 4 : most < 0.095 ? 3 : 2;
  }
}
