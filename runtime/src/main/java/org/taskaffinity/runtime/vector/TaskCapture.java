package org.taskaffinity.runtime.vector;

import java.util.List;
import org.taskaffinity.runtime.gradient.Capture;

/** Every task's own gradient of the encoder, exact, off one forward pass. */
interface TaskCapture {
  /**
   * Tasks up to which a backward pass each is cheaper than their lanes, most of them empty: 6 of 16
   * (decision 0012).
   */
  int FEW = Lanes.PANEL * 3 / 8;

  /**
   * The cheaper way for so many tasks.
   *
   * @param shared the encoder's own parameters, the first of all
   */
  static TaskCapture of(
      Encoder encoder, Heads heads, WorkerTeam team, int tasks, List<Tensor> shared) {
    return tasks <= FEW
        ? new PassCapture(encoder, heads, team, tasks, shared)
        : new LaneCapture(encoder, heads, team, tasks);
  }

  /**
   * Captures, after the heads' backward pass.
   *
   * @param values all parameters
   * @param present tasks with a label in the batch
   * @param full whether the gradients themselves are asked for
   */
  Capture capture(BatchSlices scene, float[] values, boolean[] present, boolean full);
}
