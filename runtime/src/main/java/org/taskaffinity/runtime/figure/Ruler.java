package org.taskaffinity.runtime.figure;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * From values to places along an axis, with ticks at round values.
 *
 * @param low value at the beginning
 * @param high value at the end, above {@code low}
 * @param step between ticks: 1, 2 or 5 times a power of ten
 * @param from place of {@code low}
 * @param to place of {@code high}
 */
record Ruler(double low, double high, double step, double from, double to) {

  /** The least ruler that begins and ends at ticks and holds all finite values. */
  static Ruler around(DoubleStream values, double from, double to) {
    var stats = values.filter(Double::isFinite).summaryStatistics();
    if (stats.getCount() == 0) {
      return new Ruler(0, 1, 0.2, from, to);
    }
    double spread = stats.getMax() - stats.getMin();
    double half = spread > 0 ? 0 : Math.max(Math.abs(stats.getMax()) * 0.1, 0.5);
    double step = step((spread + 2 * half) / 5);
    double low = Math.floor((stats.getMin() - half) / step + 1e-9) * step;
    double high = Math.ceil((stats.getMax() + half) / step - 1e-9) * step;
    return new Ruler(low, high, step, from, to);
  }

  /** Begins at the least and ends at the largest finite value; its ticks lie between. */
  static Ruler within(DoubleStream values, double from, double to) {
    var stats = values.filter(Double::isFinite).summaryStatistics();
    double spread = stats.getMax() - stats.getMin();
    if (stats.getCount() == 0 || spread == 0) {
      return around(DoubleStream.of(stats.getCount() == 0 ? 0 : stats.getMax()), from, to);
    }
    return new Ruler(stats.getMin(), stats.getMax(), step(spread / 6), from, to);
  }

  private static double step(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  /** The place of a value. */
  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** The value, or the end of the ruler that it lies beyond. */
  double clamped(double value) {
    return Math.max(low, Math.min(high, value));
  }

  /** The multiples of the step. */
  double[] ticks() {
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
  }

  /** A tick's value, with as many decimals as the steps need. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return Numbers.shown(tick, Math.min(decimals, 9));
  }
}
