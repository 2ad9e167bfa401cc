package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.runtime.tensor.Mode;

/** One layer of an encoder: what it does between its input and its dropout. */
public interface Stage {
  /**
   * Everything of a layer but dropout on its output.
   *
   * @param x [N, in]
   * @param features of the batch
   * @return [N, out]
   */
  NDArray apply(NDArray x, Features features, Mode mode);
}
