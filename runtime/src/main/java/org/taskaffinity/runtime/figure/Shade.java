package org.taskaffinity.runtime.figure;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.FaintPairs;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * How entries of a matrix become shades.
 *
 * @param scale one hue or two
 * @param low value at the beginning of the colour bar; what is below has its shade
 * @param high value at the end of the colour bar; what is above has its shade
 * @param whole whether entries are whole numbers, written without decimals
 * @param decimals of an entry, so that neighbouring entries can be told apart
 */
record Shade(Figure.Scale scale, double low, double high, boolean whole, int decimals) {
  /** Share of its depth that is left to the shade of an entry that is drawn faintly. */
  static final double PALE = FaintPairs.PALE;

  /** Colours change over the figure's own range, or over the default of its scale. */
  static Shade of(Figure.HeatMap figure, TaskMatrix matrix) {
    ColourRange range = figure.range().orElseGet(() -> usual(figure.scale(), matrix));
    boolean whole = figure.scale() == Figure.Scale.COUNT && whole(matrix);
    double largest =
        Arrays.stream(matrix.pairs()).map(Math::abs).filter(Double::isFinite).max().orElse(1);
    int decimals = whole ? 0 : largest < 0.0095 ? 4 : largest < 0.0995 ? 3 : 2;
    return new Shade(figure.scale(), range.low(), range.high(), whole, decimals);
  }

  private static ColourRange usual(Figure.Scale scale, TaskMatrix matrix) {
    return switch (scale) {
      case DIVERGING -> ColourRange.around(matrix);
      case FRACTION -> new ColourRange(0, 1);
      case COUNT -> ColourRange.upTo(matrix);
    };
  }

  private static boolean whole(TaskMatrix matrix) {
    return Arrays.stream(matrix.values())
        .flatMapToDouble(Arrays::stream)
        .allMatch(v -> Double.isNaN(v) || v == Math.rint(v));
  }

  /** Which end of the scale. */
  String hue(double value) {
    return diverging() && value < 0 ? "less" : "more";
  }

  /** Opacity in [0, 1]: of two hues the same per unit on both sides of 0. */
  double depth(double value) {
    double within = Math.max(low, Math.min(high, value));
    return diverging()
        ? Math.abs(within) / Math.max(Math.abs(low), Math.abs(high))
        : (within - low) / (high - low);
  }

  boolean diverging() {
    return scale == Figure.Scale.DIVERGING;
  }

  /**
   * The shades of the colour bar, from left to right.
   *
   * @param offset place on the bar, in [0, 1]
   * @param hue class of its colour
   * @param depth how much of it
   */
  record Stop(double offset, String hue, double depth) {}

  List<Stop> stops() {
    Stop first = new Stop(0, hue(low), depth(low));
    Stop last = new Stop(1, hue(high), depth(high));
    if (!diverging() || low >= 0 || high <= 0) {
      return List.of(first, new Stop(1, first.hue(), last.depth()));
    }
    double zero = -low / (high - low);
    return List.of(first, new Stop(zero, "less", 0), new Stop(zero, "more", 0), last);
  }

  /** Values that the colour bar names: both ends, and 0 or the middle if it is not too close. */
  double[] ticks() {
    double between = diverging() && low < 0 && high > 0 ? 0 : (low + high) / 2;
    between = whole ? Math.rint(between) : between;
    double offset = (between - low) / (high - low);
    return offset < 0.15 || offset > 0.85
        ? new double[] {low, high}
        : new double[] {low, between, high};
  }

  /** A tick as the colour bar writes it, with all its digits up to the fourth decimal. */
  static String label(double tick) {
    for (int decimals = 0; decimals < 4; decimals++) {
      double power = Math.pow(10, decimals);
      if (Math.abs(Math.rint(tick * power) / power - tick) <= 1e-9 * Math.abs(tick)) {
        return Numbers.shown(tick, decimals);
      }
    }
    return Numbers.shown(tick, Math.abs(tick) >= 1 ? 2 : 4);
  }
}
