package org.taskaffinity.runtime.train;

import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.runtime.gradient.CaptureLog;

/**
 * Where a training stands: enough to go on and end with the same bits.
 *
 * @param step updates made
 * @param seconds spent so far, in all sittings
 * @param state the network and its optimiser
 * @param best the state of the best epoch, where training may end early
 * @param bestValue its watched metric
 * @param stale epochs since then
 * @param history the epochs ended so far
 * @param lossSums of the epoch under way: each task's losses added up, [K]
 * @param lossCounts of the epoch under way: batches that held a label, [K]
 * @param captures the captured steps so far
 */
public record Checkpoint(
    long step,
    double seconds,
    State state,
    Optional<State> best,
    double bestValue,
    int stale,
    List<Epoch> history,
    double[] lossSums,
    int[] lossCounts,
    CaptureLog captures) {
  public Checkpoint {
    history = List.copyOf(history);
  }
}
