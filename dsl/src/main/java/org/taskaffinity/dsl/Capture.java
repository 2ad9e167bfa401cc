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
 */
public record Capture(Pace pace, Window window, Absent absent) implements Part {

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

  /** At every n-th step. */
  public Capture(int every, Window window, Absent absent) {
    this(new Every(every), window, absent);
  }

  /** Steps from one capture to the next; 0 where the number of captures is given instead. */
  public int every() {
    return pace instanceof Every steps ? steps.steps() : 0;
  }

  public Capture window(Window chosen) {
    return new Capture(pace, chosen, absent);
  }

  public Capture absent(Absent reading) {
    return new Capture(pace, window, reading);
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
    return pace + ".window(" + window + ").absent(" + Say.constant(absent) + ")";
  }
}
