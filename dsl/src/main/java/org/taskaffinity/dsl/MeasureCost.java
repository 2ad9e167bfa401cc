package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link Measure} costs on top of the run that it is computed of.
 *
 * @param steps training steps of further trainings
 * @param encoded molecules that pass forward through the trained encoder
 * @param probes linear models fitted on the representation
 */
public record MeasureCost(long steps, long encoded, int probes) {
  /** Of a measure that reads what is stored. */
  public static final MeasureCost NOTHING = new MeasureCost(0, 0, 0);

  /** In words. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, steps, "training steps");
    add(parts, encoded, "molecules through the encoder");
    add(parts, probes, "linear probes");
    return parts.isEmpty() ? "nothing beyond the run" : String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }
}
