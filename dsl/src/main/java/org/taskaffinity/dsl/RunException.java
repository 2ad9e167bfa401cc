package org.taskaffinity.dsl;

/** The world failed while an experiment was running: a disk, a device, a loss that is no number. */
public final class RunException extends AffinityException {
  private final boolean stopped;

  /**
   * @param message what was being done, with step, task and device where they are known
   */
  public RunException(String message) {
    this(message, null);
  }

  /**
   * @param message what was being done, with step, task and device where they are known
   * @param cause what failed
   */
  public RunException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private RunException(String message, Throwable cause, boolean stopped) {
    super(message, cause);
    this.stopped = stopped;
  }

  /**
   * Nothing failed: a run was asked to stop, and did so with its state saved.
   *
   * @param message how far it had come
   */
  public static RunException stopped(String message) {
    return new RunException(message, null, true);
  }

  /** Whether the run was asked to stop and its state is saved; false if anything failed. */
  public boolean stopped() {
    return stopped;
  }
}
