package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture.Layer;

/** One layer of the encoder: affine, norm, ReLU. */
final class EncoderLayer implements Stage {
  private final boolean aggregates;
  private final Layer layer;
  private final Parameter weight;
  private final Parameter bias;
  private final Normalisation norm;

  /**
   * @param aggregates whether it reads neighbours; the first layer's input has them already
   */
  EncoderLayer(Layer layer, boolean aggregates, Norm norm, Initial initial, Store store) {
    this.layer = layer;
    this.aggregates = aggregates;
    String name = layer.name();
    boolean reached = !Normalisation.cancelsBias(norm);
    weight = store.parameter(name + "/weight", weights(initial), true, layer.in(), layer.out());
    bias = store.parameter(name + "/bias", biases(initial, reached), reached, layer.out());
    this.norm = new Normalisation(norm, name + "/norm", 1, layer.out(), store);
  }

  private float[] weights(Initial initial) {
    String name = layer.name() + "/weight";
    return layer.graph()
        ? initial.glorot(name, layer.in(), layer.out())
        : initial.linear(name, layer.in(), layer.in() * layer.out());
  }

  /** A bias that the norm cancels starts at zero and stays there. */
  private float[] biases(Initial initial, boolean reached) {
    return layer.graph() || !reached
        ? new float[layer.out()]
        : initial.linear(layer.name() + "/bias", layer.in(), layer.out());
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    NDArray read = aggregates ? Torch.product(features.adjacency(), x) : x;
    NDArray made = Torch.product(read, weight.array());
    if (bias.reached()) {
      made = Torch.plus(made, bias.array());
    }
    return Torch.relu(norm.apply(made, mode));
  }
}
