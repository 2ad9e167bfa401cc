package org.taskaffinity.runtime.figure;

import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * How entries of a matrix become shades.
 *
 * @param scale one hue or two
 * @param most the value of the deepest shade, positive
 */
record Shade(Figure.Scale scale, double most) {
  /** Shades from this depth on carry light text on a light ground, dark text on a dark one. */
  static final double DEEP = 0.62;

  /** Diverging scales reach as far as the largest entry off the diagonal, on both sides. */
  static Shade of(TaskMatrix matrix, Figure.Scale scale) {
    double largest =
        DoubleStream.concat(DoubleStream.of(matrix.pairs()), lower(matrix))
            .filter(Double::isFinite)
            .map(Math::abs)
            .max()
            .orElse(1);
    double most = scale == Figure.Scale.FRACTION ? 1 : largest;
    return new Shade(scale, most > 0 ? most : 1);
  }

  private static DoubleStream lower(TaskMatrix matrix) {
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(matrix.size())
        .flatMap(
            i ->
                DoubleStream.iterate(0, j -> j + 1)
                    .limit((long) i)
                    .map(j -> matrix.at((int) i, (int) j)));
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
    if (scale == Figure.Scale.COUNT) {
      return 0;
    }
    return most < 0.0095 ? 4 : most < 0.095 ? 3 : 2;
  }
}
