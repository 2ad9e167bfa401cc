package org.taskaffinity.runtime.combine;

import java.util.Map;

/**
 * One way of combining task gradients in one training: d = Σ_t w_t g_t on the shared encoder. Heads
 * follow the gradient of their own loss.
 *
 * <p>A combiner may remember earlier steps. What it remembers is part of every checkpoint, so that
 * a resumed training has the same bits. For one thread.
 */
public interface Combiner {

  /**
   * What every loss is multiplied by before anything else, heads included: 1, or 1/K for the mean.
   *
   * @param tasks K
   */
  default double share(int tasks) {
    return 1;
  }

  /**
   * Whether {@link #weights} has to be asked at every step, which costs a capture of the task
   * gradients. Otherwise every w_t is 1.
   */
  default boolean readsRows() {
    return false;
  }

  /**
   * The weights of one step, w [K]. Those of absent tasks are not read.
   *
   * @throws UnsupportedOperationException if {@link #readsRows} is false
   */
  default double[] weights(TaskRows rows) {
    throw new UnsupportedOperationException("Every weight is 1.");
  }

  /** What it remembers, by name, as copies; always the same names and sizes. */
  default Map<String, float[]> memory() {
    return Map.of();
  }

  /** Takes back what {@link #memory} gave. */
  default void remember(Map<String, float[]> memory) {}
}
