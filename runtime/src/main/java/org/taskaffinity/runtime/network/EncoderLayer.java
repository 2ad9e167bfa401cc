package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture.Layer;

/** One layer of the encoder: affine, norm, ReLU, dropout. */
final class EncoderLayer {
  private final Layer layer;
  private final Parameter weight;
  private final Parameter bias;
  private final Normalisation norm;

  EncoderLayer(Layer layer, Norm norm, Initial initial, Store store) {
    this.layer = layer;
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

  /**
   * @param x [N, in], aggregated over neighbours already if the layer is the first
   * @param adjacency what to aggregate with, or null
   * @param mask [N, out], or null
   * @return [N, out]
   */
  NDArray apply(NDArray x, NDArray adjacency, NDArray mask, Mode mode) {
    NDArray read = adjacency == null ? x : Torch.product(adjacency, x);
    NDArray made = Torch.product(read, weight.array());
    if (bias.reached()) {
      made = Torch.plus(made, bias.array());
    }
    NDArray live = Torch.relu(norm.apply(made, mode));
    return mask == null ? live : Torch.times(live, mask);
  }
}
