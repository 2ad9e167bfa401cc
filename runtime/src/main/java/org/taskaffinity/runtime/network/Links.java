package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Which atoms an atom attends to, or which characters stand around a character.
 *
 * @param index [N, M], rows of what is read; in texts N for a place beyond the ends
 * @param absent [N, M, 1], 0 or so much below that attention there is 0; null for texts
 * @param masks one per attending layer, [N, M, heads]; empty where nothing is dropped
 * @param members [B, L], the characters of each text, N after its end; null for graphs
 */
public record Links(NDArray index, NDArray absent, List<NDArray> masks, NDArray members) {

  NDArray mask(int layer) {
    return masks.isEmpty() ? null : masks.get(layer);
  }
}
