package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * What all kinds over molecular graphs have in common: atoms with features, dropout after each
 * layer, then the mean over each molecule's atoms.
 */
public interface GraphKind extends EncoderKind {
  @Override
  default InputForm input() {
    return InputForm.GRAPH;
  }

  @Override
  default TableInputs inputs(Table table, int[] training) {
    return TableInputs.graphs(verb(), table, training);
  }

  @Override
  default int embedding() {
    return 0;
  }

  @Override
  default boolean dropsEveryLayer() {
    return true;
  }

  @Override
  default NDArray pooled(NDArray x, NDArray mask, Features features) {
    NDArray kept = mask == null ? x : Torch.times(x, mask);
    return Torch.product(features.structure(GraphStructure.class).pool(), kept);
  }
}
