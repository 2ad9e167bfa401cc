package org.taskaffinity.runtime.encoder.dmpnn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.runtime.encoder.GraphStructure;

/**
 * The directed bonds of a batch: each bond twice, M in all; one that leads nowhere where no
 * molecule has a bond.
 *
 * @param inputs [M, F + E], the features of the atom it starts at and those of the bond
 * @param incoming [N, M] sparse, 1 where a directed bond leads to the atom
 * @param start [M], the atom it starts at
 * @param reverse [M], the same bond in the other direction
 * @param masks one per update, [M, H]; empty where nothing is dropped
 * @param pool [B, N]
 */
record Bonds(
    NDArray inputs,
    NDArray incoming,
    NDArray start,
    NDArray reverse,
    List<NDArray> masks,
    NDArray pool)
    implements GraphStructure {

  NDArray mask(int update) {
    return masks.isEmpty() ? null : masks.get(update);
  }
}
