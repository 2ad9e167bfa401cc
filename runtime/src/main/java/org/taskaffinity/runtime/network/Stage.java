package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;

/** What an encoder does between its input and its pooling, and the projection after. */
interface Stage {
  /**
   * Everything of a layer but dropout.
   *
   * @param x [N, in]
   * @param features of the batch
   * @return [N, out]
   */
  NDArray apply(NDArray x, Features features, Mode mode);
}
