package org.taskaffinity.runtime.tensor;

import ai.djl.ndarray.NDArray;

/**
 * A named tensor that training moves but no gradient does: a running mean or variance.
 *
 * @param name a path such as "encoder/0/norm/mean"
 * @param array [channels]
 */
public record Statistic(String name, NDArray array) {

  /** A copy of the values. */
  public float[] values() {
    return Tensors.floats(array);
  }

  /** Overwrites the values. */
  public void set(float[] values) {
    Tensors.set(array, values);
  }
}
