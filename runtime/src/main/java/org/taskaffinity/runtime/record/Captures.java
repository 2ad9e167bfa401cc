package org.taskaffinity.runtime.record;

import java.util.List;

/**
 * The captured steps of a run.
 *
 * @param steps the step of each capture, counted from 0, [T]
 * @param cosines the cosine of every two tasks' gradients, [T] rows of K·K, NaN where a task was
 *     absent
 * @param norms the Euclidean norm of each task's gradient, [T] rows of K, NaN where it was absent
 */
public record Captures(long[] steps, List<float[]> cosines, List<float[]> norms) {
  /** T. */
  public int size() {
    return steps.length;
  }

  /** The captures from a step on. */
  public Captures from(long step) {
    int first = 0;
    while (first < steps.length && steps[first] < step) {
      first++;
    }
    return new Captures(
        java.util.Arrays.copyOfRange(steps, first, steps.length),
        cosines.subList(first, cosines.size()),
        norms.subList(first, norms.size()));
  }
}
