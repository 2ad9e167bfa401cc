package org.taskaffinity.dsl;

/** A sentence that makes sense but does not fit the data it speaks of. */
public final class PlanException extends AffinityException {
  /**
   * @param message what was asked, what the data has, what to write instead
   */
  public PlanException(String message) {
    super(message, null);
  }

  /**
   * @param message what was asked, what the data has, what to write instead
   * @param cause what brought it to light
   */
  public PlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
