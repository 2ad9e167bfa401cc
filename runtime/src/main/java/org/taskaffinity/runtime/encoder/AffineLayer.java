package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Normalisation;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Torch;

/** One layer of the encoder: affine, norm, ReLU. */
public final class AffineLayer implements Stage {
  private final LayerSizes layer;
  private final Parameter weight;
  private final Parameter bias;
  private final Normalisation norm;

  public AffineLayer(StageContext context) {
    layer = context.layer();
    String name = layer.name();
    Initial initial = context.initial();
    boolean reached = !Normalisation.cancelsBias(context.norm());
    weight =
        context
            .store()
            .parameter(name + "/weight", weights(initial), true, layer.in(), layer.out());
    bias =
        context.store().parameter(name + "/bias", biases(initial, reached), reached, layer.out());
    norm = new Normalisation(context.norm(), name + "/norm", 1, layer.out(), context.store());
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
    NDArray made = Torch.product(x, weight.array());
    if (bias.reached()) {
      made = Torch.plus(made, bias.array());
    }
    return Torch.relu(norm.apply(made, mode));
  }
}
