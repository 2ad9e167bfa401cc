package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;

/**
 * Which atoms are added up.
 *
 * @param matrix [N, N] sparse: Â = D^−½ (A + I) D^−½, or A + I
 * @param pool [B, N]
 */
public record Adjacency(NDArray matrix, NDArray pool) implements GraphStructure {}
