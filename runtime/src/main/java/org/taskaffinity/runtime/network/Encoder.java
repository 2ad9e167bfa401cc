package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Aggregation;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Layer;

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
    int embedded = architecture.mixing().embedding();
    if (embedded > 0) {
      String name = "encoder/embedding";
      int inputs = architecture.inputs();
      float[] start = initial.normal(name, inputs * embedded);
      embedding = store.parameter(name, start, true, inputs, embedded);
    }
    List<Layer> layers = architecture.layers();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      Aggregation mixing = layer.graph() ? architecture.mixing() : new Aggregation.Alone();
      stages.add(mixing.fold(new StageOf(layer, i, architecture, initial, store)));
    }
  }

  /** The layer of each kind. */
  private record StageOf(Layer layer, int number, Architecture sizes, Initial initial, Store store)
      implements Aggregation.Cases<Stage> {
    @Override
    public Stage alone(Aggregation.Alone mixing) {
      return new EncoderLayer(layer, false, sizes.norm(), initial, store);
    }

    /** The first layer's input is aggregated already. */
    @Override
    public Stage convolution(Aggregation.Convolution mixing) {
      return new EncoderLayer(layer, number > 0, sizes.norm(), initial, store);
    }

    @Override
    public Stage attention(Aggregation.Attention mixing) {
      boolean last = number == sizes.widths().size() - 1;
      return new AttentionLayer(layer, number, mixing.heads(), last, sizes.norm(), initial, store);
    }

    @Override
    public Stage isomorphism(Aggregation.Isomorphism mixing) {
      return new SumLayer(layer, number > 0, sizes.norm(), initial, store);
    }

    @Override
    public Stage windows(Aggregation.Windows mixing) {
      return new WindowLayer(layer, mixing, sizes.norm(), initial, store);
    }
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
