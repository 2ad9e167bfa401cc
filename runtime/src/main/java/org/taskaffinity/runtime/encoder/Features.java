package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a network reads for one batch, on its device. N atoms or characters (or N = B rows), B
 * molecules.
 *
 * @param inputs [N, F]: the features of rows, atoms or characters, as the kind of encoder says
 * @param structure the kind's own tensors
 * @param masks one per encoder layer, of the layer's output shape, null for one that drops nothing;
 *     empty where none does
 * @param headMask [B, K · hidden], or null where nothing is dropped
 */
public record Features(NDArray inputs, Structure structure, List<NDArray> masks, NDArray headMask) {

  /** The dropout mask of a layer's output; null where it drops nothing. */
  public NDArray mask(int layer) {
    return masks.isEmpty() ? null : masks.get(layer);
  }

  /**
   * The kind's own tensors.
   *
   * @throws ClassCastException if the batch was made for another kind of encoder
   */
  public <T> T structure(Class<T> type) {
    return type.cast(structure);
  }
}
