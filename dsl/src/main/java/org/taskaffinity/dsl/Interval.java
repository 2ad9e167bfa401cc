package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * Where a number may lie.
 *
 * @param low lower end
 * @param high upper end
 * @param level nominal coverage, for example 0.95
 * @param over what was resampled: molecules, seeds, tasks
 * @param method how, in words
 * @param units how many molecules, seeds or tasks there were
 * @param replicates how many resamples; 0 where none were drawn
 */
public record Interval(
    double low, double high, double level, String over, String method, int units, int replicates) {

  /** Whether the interval has ends at all. */
  public boolean defined() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether a value lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  @Override
  public String toString() {
    return defined()
        ? String.format(Locale.ROOT, "[%.3f, %.3f] over %d %s", low, high, units, over)
        : "no interval over " + over;
  }
}
