package org.taskaffinity.runtime.encoder.dense;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.AffineLayer;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Masking;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;
import org.taskaffinity.runtime.tensor.Torch;

/** What the kinds over vectors have in common: each row by itself, XW + b. */
interface DenseKind extends EncoderKind {
  @Override
  default InputForm input() {
    return InputForm.ROWS;
  }

  @Override
  default int embedding() {
    return 0;
  }

  @Override
  default LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    return new LayerSizes(name, in, width, false, LayerSizes.affine(in, width));
  }

  @Override
  default boolean dropsEveryLayer() {
    return true;
  }

  @Override
  default EncoderBatch batch(Inputs inputs, Masking masking) {
    return new RowBatch(inputs.rows());
  }

  @Override
  default Stage stage(StageContext context) {
    return new AffineLayer(context);
  }

  /** There is nothing to pool. */
  @Override
  default NDArray pooled(NDArray x, NDArray mask, Features features) {
    return mask == null ? x : Torch.times(x, mask);
  }

  @Override
  default String words() {
    return "";
  }

  @Override
  default Effort effort() {
    return Effort.OF_PRODUCTS;
  }

  @Override
  default Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.of(new RowArrays(inputs.rows()));
  }
}
