package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a network reads for one batch, on its device. N atoms (or N = B rows), B molecules.
 *
 * @param inputs [N, F]: for rows the features, for graphs ÂX, aggregated already, since X is
 *     constant
 * @param adjacency [N, N] sparse, Â = D^−½ (A + I) D^−½; null for rows
 * @param pool [B, N], 1/n_b where atom belongs to molecule b; null for rows
 * @param masks one per encoder layer, of the layer's output shape; empty where nothing is dropped
 * @param headMask [B, K · hidden], or null where nothing is dropped
 */
public record Features(
    NDArray inputs, NDArray adjacency, NDArray pool, List<NDArray> masks, NDArray headMask) {

  NDArray mask(int layer) {
    return masks.isEmpty() ? null : masks.get(layer);
  }
}
