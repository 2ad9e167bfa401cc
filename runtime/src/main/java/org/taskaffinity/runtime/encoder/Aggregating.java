package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * Adds up neighbours before a layer: the product with the {@link Adjacency} of the batch.
 *
 * @param next the layer
 */
record Aggregating(Stage next) implements Stage {
  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    return next.apply(
        Torch.product(features.structure(Adjacency.class).matrix(), x), features, mode);
  }
}
