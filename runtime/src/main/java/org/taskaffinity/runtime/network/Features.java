package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a network reads for one batch, on its device. N atoms or characters (or N = B rows), B
 * molecules.
 *
 * @param inputs [N, F]: for rows the features, for graphs ÂX, aggregated already, since X is
 *     constant; X itself where atoms attend; for texts one 1 in each row
 * @param adjacency [N, N] sparse, Â = D^−½ (A + I) D^−½, or A + I where atoms are summed; null for
 *     other layers
 * @param pool [B, N], 1/n_b where atom belongs to molecule b; null for rows and texts
 * @param masks one per encoder layer, of the layer's output shape, null for one that drops nothing;
 *     empty where none does
 * @param headMask [B, K · hidden], or null where nothing is dropped
 * @param links null where nothing attends and there are no texts
 */
public record Features(
    NDArray inputs,
    NDArray adjacency,
    NDArray pool,
    List<NDArray> masks,
    NDArray headMask,
    Links links) {

  NDArray mask(int layer) {
    return masks.isEmpty() ? null : masks.get(layer);
  }
}
