package org.taskaffinity.notebooks.show;

import java.util.Locale;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Interval;

/** Numbers in few characters. */
final class Numbers {
  /** What stands for an undefined number. */
  static final String NONE = "·";

  private Numbers() {}

  static String three(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.3f", value);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String probability(double p) {
    return Double.isNaN(p) ? NONE : Association.probability(p);
  }

  static String interval(Interval interval) {
    return interval.defined()
        ? String.format(
            Locale.ROOT,
            "%.3f to %.3f (%.0f %%, over %d %s)",
            interval.low(),
            interval.high(),
            100 * interval.level(),
            interval.units(),
            interval.over())
        : interval.toString();
  }
}
