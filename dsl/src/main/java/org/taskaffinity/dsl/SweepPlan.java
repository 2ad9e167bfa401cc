package org.taskaffinity.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a whole sweep comes to.
 *
 * @param each the plans of its experiments, in order; where the engine in Java trains them, with
 *     the time of one thread
 * @param atOnce how many are trained at the same time, for that is what cores and memory allow
 * @param memory bytes of so many, estimated
 * @param time estimated wall time of all that are not stored
 * @param notes what a reader should know of, such as what keeps more from being trained at once
 */
public record SweepPlan(
    List<Plan> each, int atOnce, long memory, Duration time, List<String> notes) {
  public SweepPlan {
    each = List.copyOf(each);
    notes = List.copyOf(notes);
  }

  /** How many results lie in the store already. */
  public int stored() {
    return (int) each.stream().filter(Plan::stored).count();
  }

  /** The whole in a few lines. */
  public String explain() {
    StringBuilder out = new StringBuilder(lines());
    notes.forEach(note -> out.append(String.format("%n  note         %s", note)));
    return out.toString();
  }

  private String lines() {
    return String.format(
        Locale.ROOT,
        "%d experiments, %d of them stored%n  at once      %d%n  memory       %,d MB%n  time         %s",
        each.size(),
        stored(),
        atOnce,
        memory >> 20,
        stored() == each.size() ? "none: all results are stored" : Plan.about(time));
  }

  @Override
  public String toString() {
    return explain();
  }
}
