package org.taskaffinity.runtime.encoder.gat;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.runtime.encoder.GraphStructure;

/**
 * Which atoms an atom attends to.
 *
 * @param index [N, M], rows of what is read
 * @param absent [N, M, 1], 0 or so much below that attention there is 0
 * @param masks one per layer, [N, M, heads]; empty where nothing is dropped
 * @param pool [B, N]
 */
record Neighbours(NDArray index, NDArray absent, List<NDArray> masks, NDArray pool)
    implements GraphStructure {

  NDArray mask(int layer) {
    return masks.isEmpty() ? null : masks.get(layer);
  }
}
