package org.taskaffinity.dsl;

/**
 * Two tasks with real labels and under a control.
 *
 * @param first a task
 * @param second another
 * @param affinity G with real labels
 * @param controlled G under the control
 * @param difference affinity − controlled
 * @param standardError of the difference, or NaN
 * @param low lower end of the difference's own 95 % interval, or NaN
 * @param high its upper end, or NaN
 * @param adjustedP p of a difference of 0, adjusted for the number of pairs (Holm), or NaN
 */
public record ContrastPair(
    String first,
    String second,
    double affinity,
    double controlled,
    double difference,
    double standardError,
    double low,
    double high,
    double adjustedP) {

  /** Whether the difference is distinguishable from 0. */
  public boolean distinguishable() {
    return adjustedP < Precision.LEVEL;
  }
}
