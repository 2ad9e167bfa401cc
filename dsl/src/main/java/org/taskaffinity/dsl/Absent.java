package org.taskaffinity.dsl;

/** How a task that had no label in a captured batch is read. */
public enum Absent {
  /** As missing: the step says nothing about its pairs, and the mean skips it with a count. */
  MISSING,
  /**
   * As an affinity of 0 with every other task. It pulls sparse tasks towards 0; for comparison with
   * published code that does so.
   */
  ZERO
}
