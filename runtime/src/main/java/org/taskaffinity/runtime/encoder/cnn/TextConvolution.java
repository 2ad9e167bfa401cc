package org.taskaffinity.runtime.encoder.cnn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.Characters;
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
import org.taskaffinity.runtime.encoder.TableInputs;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * Windows of characters along a SMILES (Kim 2014).
 *
 * @param kernels characters a window holds, odd; side by side in every layer
 * @param embedding numbers a character becomes first
 */
public record TextConvolution(List<Integer> kernels, int embedding) implements EncoderKind {
  public TextConvolution {
    kernels = List.copyOf(kernels);
  }

  @Override
  public String verb() {
    return "cnn";
  }

  @Override
  public InputForm input() {
    return InputForm.TEXT;
  }

  @Override
  public TableInputs inputs(Table table, int[] training) {
    TableInputs.molecules(verb(), "SMILES", table);
    double characters =
        IntStream.of(training).map(r -> table.smiles().get(r).length()).average().orElse(1);
    return new TableInputs(new Inputs.Texts(new Characters(table.smiles())), characters);
  }

  @Override
  public LayerSizes layer(String name, int in, int width, Norm norm, boolean last) {
    int weights = kernels.stream().mapToInt(k -> LayerSizes.affine(k * in, width)).sum();
    return new LayerSizes(name, in, width * kernels.size(), true, weights);
  }

  /** Characters of the widest window. */
  int widest() {
    return kernels.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  @Override
  public boolean dropsEveryLayer() {
    return false;
  }

  @Override
  public EncoderBatch batch(Inputs inputs, Masking masking) {
    return new TextBatch(inputs.texts(), widest());
  }

  @Override
  public Stage stage(StageContext context) {
    return new WindowLayer(context, this);
  }

  /** The maximum over each text's characters; they are at least 0, as is what follows its end. */
  @Override
  public NDArray pooled(NDArray x, NDArray mask, Features features) {
    NDArray members = features.structure(Windows.class).members();
    NDArray greatest = Torch.maximum(Torch.rows(WindowLayer.withZeros(x), members), 1);
    return mask == null ? greatest : Torch.times(greatest, mask);
  }

  @Override
  public String words() {
    return kernels.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", ", kernels ", ""));
  }

  @Override
  public Effort effort() {
    return Effort.OF_PRODUCTS;
  }

  @Override
  public Optional<ArrayWriter> arrays(Inputs inputs) {
    return Optional.empty();
  }
}
