package org.taskaffinity.dsl;

/**
 * When the tasks' gradients are captured: before the update of a step, on the batch, the dropout
 * masks and the batch statistics of that very step.
 *
 * <p>Steps outside the window are not captured when the number of steps is known beforehand (no
 * early stopping); capturing does not change the training, so this changes no number.
 *
 * @param pace how often
 * @param window which captures are averaged
 * @param absent how a task without a label in the batch is read
 * @param batches mini-batches whose gradients are compared at a capture, from 1 to 16; 1 by
 *     default, the batch of the step alone
 */
public record Capture(Pace pace, Window window, Absent absent, int batches) implements Part {
  private static final int MOST_BATCHES = 16;

  public Capture {
    Check.between(
        1,
        MOST_BATCHES,
        "crossBatches",
        batches,
        "Write how many mini-batches to capture at a step: " + Check.example("crossBatches", 2));
  }

  /** How often gradients are captured. */
  public sealed interface Pace {
    /**
     * Steps from one capture to the next, at least 1.
     *
     * @param window steps in the window
     */
    int every(long window);
  }

  /**
   * At every n-th step, counted from step 0.
   *
   * @param steps n, at least 1
   */
  public record Every(int steps) implements Pace {
    public Every {
      Check.atLeast(
          1,
          "captureEvery",
          steps,
          "Write the steps between captures: " + Check.example("captureEvery", 10));
    }

    @Override
    public int every(long window) {
      return steps;
    }

    @Override
    public String toString() {
      return "captureEvery(" + steps + ")";
    }
  }

  /**
   * At so many steps or more, spread evenly over the window.
   *
   * @param captures at least 1
   */
  public record Count(int captures) implements Pace {
    public Count {
      Check.atLeast(
          1,
          "captures",
          captures,
          "Write how many steps to capture: " + Check.example("captures", 100));
    }

    @Override
    public int every(long window) {
      return (int) Math.max(1, Math.min(Integer.MAX_VALUE, window / captures));
    }

    @Override
    public String toString() {
      return "captures(" + captures + ")";
    }
  }

  /** The batch of the step alone. */
  public Capture(Pace pace, Window window, Absent absent) {
    this(pace, window, absent, 1);
  }

  /** At every n-th step. */
  public Capture(int every, Window window, Absent absent) {
    this(new Every(every), window, absent);
  }

  /** Steps from one capture to the next; 0 where the number of captures is given instead. */
  public int every() {
    return pace instanceof Every steps ? steps.steps() : 0;
  }

  public Capture window(Window chosen) {
    return new Capture(pace, chosen, absent, batches);
  }

  public Capture absent(Absent reading) {
    return new Capture(pace, window, reading, batches);
  }

  /**
   * Captures this many mini-batches with no molecule in common: that of the step and others drawn
   * from the training molecules, all at the same weights, each with dropout masks and batch
   * statistics of its own. The inner products between different batches are stored with the run.
   * Their mean is that of the tasks' expected gradients, without the sampling noise that two tasks
   * share on the molecules of one batch; {@link Mtl#signalAffinity()} reads them. Training and the
   * cosines stay as they are.
   *
   * @param count 2 to 16; 1 for the batch of the step alone
   */
  public Capture crossBatches(int count) {
    return new Capture(pace, window, absent, count);
  }

  /**
   * The first step, counted from 0, whose capture is averaged: that of the window. Where a number
   * of captures is given and the window has fewer steps, it begins earlier, so as to have as many
   * steps as captures, or all steps there are.
   *
   * @param steps steps trained in all
   * @param stepsPerEpoch steps per epoch
   */
  public long firstStep(long steps, long stepsPerEpoch) {
    long first = window.firstStep(steps, stepsPerEpoch);
    return pace instanceof Count count
        ? Math.min(first, Math.max(0, steps - count.captures()))
        : first;
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.capture(this);
  }

  @Override
  public String toString() {
    return pace
        + ".window("
        + window
        + ").absent("
        + Say.constant(absent)
        + ")"
        + (batches == 1 ? "" : ".crossBatches(" + batches + ")");
  }
}
