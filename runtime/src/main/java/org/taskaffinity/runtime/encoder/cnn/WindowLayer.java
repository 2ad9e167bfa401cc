package org.taskaffinity.runtime.encoder.cnn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Normalisation;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Store;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * One layer of convolutions along a text: for each kernel the characters in its window side by side
 * times its weights; then norm and ReLU.
 *
 * <pre>
 *   y_i = ‖_k (x_{i−⌊k/2⌋} ‖ … ‖ x_{i+⌊k/2⌋}) W_k + b_k        x beyond the ends of the text is 0
 * </pre>
 */
final class WindowLayer implements Stage {
  private final int in;
  private final int widest;
  private final List<Integer> kernels;
  private final List<Parameter> weights = new ArrayList<>();
  private final List<Parameter> biases = new ArrayList<>();
  private final Normalisation norm;

  WindowLayer(StageContext context, TextConvolution windows) {
    LayerSizes layer = context.layer();
    Norm kind = context.norm();
    Initial initial = context.initial();
    Store store = context.store();
    in = layer.in();
    widest = windows.widest();
    kernels = windows.kernels();
    int width = layer.out() / kernels.size();
    boolean reached = !Normalisation.cancelsBias(kind);
    for (int k = 0; k < kernels.size(); k++) {
      String name = layer.name() + "/kernel/" + k;
      int read = kernels.get(k) * in;
      float[] weight = initial.linear(name + "/weight", read, read * width);
      float[] bias = reached ? initial.linear(name + "/bias", read, width) : new float[width];
      weights.add(store.parameter(name + "/weight", weight, true, read, width));
      biases.add(store.parameter(name + "/bias", bias, reached, width));
    }
    norm = new Normalisation(kind, layer.name() + "/norm", 1, layer.out(), store);
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    NDArray around = Torch.rows(withZeros(x), features.structure(Windows.class).index());
    List<NDArray> made = new ArrayList<>();
    for (int k = 0; k < kernels.size(); k++) {
      made.add(convolved(around, k));
    }
    return Torch.relu(norm.apply(made.size() == 1 ? made.get(0) : Torch.joined(made, 1), mode));
  }

  /** With a row of zeros below: what stands beyond the ends. */
  static NDArray withZeros(NDArray x) {
    NDArray zeros = x.getManager().zeros(new Shape(1, x.getShape().get(1)), x.getDataType());
    return Torch.joined(List.of(x, zeros), 0);
  }

  private NDArray convolved(NDArray around, int k) {
    int kernel = kernels.get(k);
    int left = (widest - kernel) / 2;
    NDArray window = kernel == widest ? around : Torch.part(around, 1, left, left + kernel);
    NDArray flat = Torch.shaped(window, around.getShape().get(0), (long) kernel * in);
    NDArray made = Torch.product(flat, weights.get(k).array());
    return biases.get(k).reached() ? Torch.plus(made, biases.get(k).array()) : made;
  }
}
