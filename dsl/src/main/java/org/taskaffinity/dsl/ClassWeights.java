package org.taskaffinity.dsl;

/** How the two classes of a classification task are weighed. */
public enum ClassWeights {
  /** Every label counts the same. */
  NONE,
  /**
   * A positive counts n₋ / n₊ of the task's training labels, so that both classes weigh the same.
   */
  BALANCED
}
