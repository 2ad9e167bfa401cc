package org.taskaffinity.runtime.train;

import java.util.List;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.compile.Target;

/** Refuses a step whose numbers are not finite, in both engines. */
public final class Finite {
  private Finite() {}

  /**
   * Refuses a loss that is not finite.
   *
   * @throws RunException naming the task, the step and the learning rate
   */
  public static void losses(TaskLosses found, List<Target> targets, Batch batch, double rate) {
    for (int t = 0; t < targets.size(); t++) {
      if (found.labels()[t] > 0 && !Double.isFinite(found.losses()[t])) {
        throw new RunException(
            "The loss of \"%s\" is %s at step %d, learning rate %s. Lower the rate, or clip the gradient harder."
                .formatted(targets.get(t).name(), found.losses()[t], batch.step(), rate));
      }
    }
  }

  /**
   * Refuses a gradient whose norm is not finite.
   *
   * @throws RunException naming the step and the learning rate
   */
  public static void gradient(double norm, Batch batch, double rate) {
    if (!Double.isFinite(norm)) {
      throw new RunException(
          "The gradient's norm is %s at step %d, learning rate %s. Lower the rate."
              .formatted(norm, batch.step(), rate));
    }
  }
}
