package org.taskaffinity.dsl;

/**
 * When the tasks' gradients are looked at: before the update of every n-th step, counted from step
 * 0, on the batch, the dropout masks and the batch statistics of that very step.
 *
 * <p>Steps outside the window are not captured when the number of steps is known beforehand (no
 * early stopping); looking does not change the training, so this changes no number.
 *
 * @param every n, at least 1
 * @param window which captures are averaged
 * @param absent how a task without a label in the batch is read
 */
public record Capture(int every, Window window, Absent absent) implements Part {
  public Capture {
    Check.atLeast(
        1,
        "captureEvery",
        every,
        "Write after how many steps to look: " + Remedy.captureEvery(10).asked());
  }

  public Capture window(Window chosen) {
    return new Capture(every, chosen, absent);
  }

  public Capture absent(Absent reading) {
    return new Capture(every, window, reading);
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.capture(this);
  }

  @Override
  public String toString() {
    return "captureEvery("
        + every
        + ").window("
        + window
        + ").absent("
        + Say.constant(absent)
        + ")";
  }
}
