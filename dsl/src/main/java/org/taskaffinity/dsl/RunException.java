package org.taskaffinity.dsl;

/** The world failed while an experiment was running: a disk, a device, a loss that is no number. */
public final class RunException extends AffinityException {
  /**
   * @param message what was being done, with step, task and device where they are known
   */
  public RunException(String message) {
    super(message, null);
  }

  /**
   * @param message what was being done, with step, task and device where they are known
   * @param cause what failed
   */
  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
