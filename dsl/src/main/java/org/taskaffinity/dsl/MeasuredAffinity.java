package org.taskaffinity.dsl;

import java.util.List;

/**
 * What a measure gives for every two tasks, of one run or of several that differ in their seed.
 *
 * <p>Of a directed measure, row i and column j hold the value from task i to task j. Its matrix can
 * be drawn, saved and read entry by entry; groups and relations, which read a pair once, refuse it:
 * {@code values().symmetrised()} is the mean of both directions.
 *
 * @param measure what was asked
 * @param seeds of the runs, in their order
 * @param values the measure, its mean over the runs; NaN where undefined
 * @param precision how precisely the values are known: over the captures of one run, over seeds of
 *     several; unknown for measures of labels, for directed ones, and for one run of a measure that
 *     has no captures
 */
public record MeasuredAffinity(
    Measure measure, List<Long> seeds, TaskMatrix values, Precision precision) {
  public MeasuredAffinity {
    seeds = List.copyOf(seeds);
    if (!measure.directed() && !values.symmetric()) {
      throw new DescriptionException(
          "The "
              + measure.name()
              + " has no direction, and this matrix is not symmetric. Write"
              + " values.symmetrised() for the mean of both directions.");
    }
  }

  /** What the measure is called. */
  public String name() {
    return measure.name();
  }

  /** Whether the value from i to j may differ from that from j to i. */
  public boolean directed() {
    return measure.directed();
  }

  /**
   * The value of two tasks; from the one to the other where the measure is directed.
   *
   * @throws DescriptionException if there is no such task
   */
  public double at(String from, String to) {
    return values.at(from, to);
  }

  /** The values as similarities, larger where tasks are more alike: what tasks are grouped by. */
  public TaskMatrix similarities() {
    return values.map(measure::similarity);
  }

  /** The name and the values. */
  @Override
  public String toString() {
    String over = seeds.size() == 1 ? "" : ", mean over " + seeds.size() + " seeds";
    String way = directed() ? ", from the task of the row to that of the column" : "";
    return name() + over + way + "\n" + values;
  }
}
