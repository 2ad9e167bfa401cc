package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;

/** The tensors of a batch of graphs. */
public interface GraphStructure extends Structure {
  /** [B, N], 1 / n_b where the atom belongs to molecule b. */
  NDArray pool();
}
