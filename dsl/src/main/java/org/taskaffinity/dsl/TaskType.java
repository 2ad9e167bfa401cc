package org.taskaffinity.dsl;

/** What kind of number a task's label is. */
public enum TaskType {
  /** 0 or 1; binary cross-entropy on the logit. */
  CLASSIFICATION("classification"),
  /**
   * Any finite number; squared error, on labels standardised with the training rows' mean and sd.
   */
  REGRESSION("regression"),
  /** As the catalogue says, or by looking: a column of zeros and ones is a classification. */
  AS_FOUND("task");

  private final String verb;

  TaskType(String verb) {
    this.verb = verb;
  }

  String verb() {
    return verb;
  }
}
