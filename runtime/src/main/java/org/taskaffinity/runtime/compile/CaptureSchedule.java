package org.taskaffinity.runtime.compile;

/**
 * At which steps the tasks' gradients are captured.
 *
 * @param every every so many steps, counted from step 0
 * @param from the first step that counts
 * @param batches mini-batches captured at such a step
 */
public record CaptureSchedule(int every, long from, int batches) {

  /** The batch of the step alone. */
  public CaptureSchedule(int every, long from) {
    this(every, from, 1);
  }

  /** Whether to look at a step. */
  public boolean at(long step) {
    return step >= from && step % every == 0;
  }

  /** How many of the first {@code steps} steps are looked at. */
  public long looks(long steps) {
    long before = Math.floorDiv(Math.min(from, steps) + every - 1L, every);
    return Math.floorDiv(steps + every - 1L, every) - before;
  }
}
