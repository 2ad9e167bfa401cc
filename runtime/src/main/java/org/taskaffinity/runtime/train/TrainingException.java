package org.taskaffinity.runtime.train;

/** Training cannot go on: a loss or gradient is no longer a number. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrainingException(String message) {
    super(message);
  }
}
