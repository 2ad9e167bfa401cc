package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Layer;
import org.taskaffinity.runtime.compile.Mixing;

/**
 * The shared part: layers of one kind, each with norm, activation and dropout, pooling, and a
 * projection.
 *
 * <p>Graph convolutions are Y = ÂXW + b (Kipf and Welling 2017, "Semi-supervised classification
 * with graph convolutional networks", eq. 2); the other kinds are in the classes of their layers.
 * Atoms are pooled by their mean, characters by their maximum, after which their dropout comes.
 */
final class Encoder {
  private final Architecture sizes;
  private final List<Stage> stages = new ArrayList<>();
  private Parameter embedding;

  Encoder(Architecture architecture, Initial initial, Store store) {
    sizes = architecture;
    if (architecture.mixing() instanceof Mixing.Windows windows) {
      String name = "encoder/embedding";
      int numbers = architecture.inputs() * windows.embedding();
      embedding =
          store.parameter(
              name,
              initial.normal(name, numbers),
              true,
              architecture.inputs(),
              windows.embedding());
    }
    List<Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      stages.add(stage(layers.get(i), i, initial, store));
    }
  }

  private Stage stage(Layer layer, int i, Initial initial, Store store) {
    Mixing mixing = layer.graph() ? sizes.mixing() : new Mixing.Alone();
    if (mixing instanceof Mixing.Attention attention) {
      boolean last = i == sizes.widths().size() - 1;
      return new AttentionLayer(layer, i, attention.heads(), last, sizes.norm(), initial, store);
    }
    if (mixing instanceof Mixing.Isomorphism) {
      return new SumLayer(layer, i > 0, sizes.norm(), initial, store);
    }
    if (mixing instanceof Mixing.Windows windows) {
      return new WindowLayer(layer, windows, sizes.norm(), initial, store);
    }
    boolean aggregates = mixing instanceof Mixing.Convolution && i > 0;
    return new EncoderLayer(layer, aggregates, sizes.norm(), initial, store);
  }

  /** Returns z [B, D]. */
  NDArray apply(Features features, Mode mode) {
    NDArray x = features.inputs();
    x = embedding == null ? x : Torch.product(x, embedding.array());
    int pooled = sizes.widths().size() - 1;
    boolean early = sizes.input() == Architecture.Input.TEXT;
    for (int i = 0; i < stages.size(); i++) {
      x = stages.get(i).apply(x, features, mode);
      x = early && i == pooled ? greatest(x, features) : x;
      NDArray mask = mode.training() ? features.mask(i) : null;
      x = mask == null ? x : Torch.times(x, mask);
      x = features.pool() != null && i == pooled ? Torch.product(features.pool(), x) : x;
    }
    return x;
  }

  /** The maximum over each text's characters; they are at least 0, as is what follows its end. */
  private static NDArray greatest(NDArray x, Features features) {
    return Torch.maximum(Torch.rows(WindowLayer.withZeros(x), features.links().members()), 1);
  }
}
