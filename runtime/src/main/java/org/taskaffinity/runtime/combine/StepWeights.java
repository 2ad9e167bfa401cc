package org.taskaffinity.runtime.combine;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.RunException;

/** Asks a combiner for the weights of a step, and refuses what cannot be used. */
public final class StepWeights {
  private final Combiner combiner;
  private final List<String> tasks;

  /**
   * @param tasks names of the K tasks
   */
  public StepWeights(Combiner combiner, List<String> tasks) {
    this.combiner = combiner;
    this.tasks = List.copyOf(tasks);
  }

  /**
   * The weights of one step, 0 for tasks without a label in the mini-batch.
   *
   * @param step counted from 0
   * @throws RunException if the combiner fails, gives another number of weights than K, or one that
   *     is not finite; it names the combiner, the task and the step
   */
  public double[] of(TaskRows rows, long step) {
    double[] weights = asked(rows, step);
    if (weights == null || weights.length != tasks.size()) {
      throw new RunException(
          "%s gave %s at step %d; %d tasks need as many weights."
              .formatted(
                  name(),
                  weights == null ? "nothing" : weights.length + " weights",
                  step,
                  tasks.size()));
    }
    double[] checked = new double[weights.length];
    for (int t = 0; t < checked.length; t++) {
      if (rows.present()[t]) {
        if (!Double.isFinite(weights[t])) {
          throw new RunException(
              "%s gave the task \"%s\" the weight %s at step %d; a weight is a finite number."
                  .formatted(name(), tasks.get(t), weights[t], step));
        }
        checked[t] = weights[t];
      }
    }
    return checked;
  }

  private double[] asked(TaskRows rows, long step) {
    try {
      double[] weights = combiner.weights(rows);
      return weights == null ? null : Arrays.copyOf(weights, weights.length);
    } catch (RunException failed) {
      throw failed;
    } catch (RuntimeException failed) {
      throw new RunException("%s failed at step %d: %s".formatted(name(), step, failed), failed);
    }
  }

  private String name() {
    return "The combination " + combiner.getClass().getSimpleName();
  }
}
