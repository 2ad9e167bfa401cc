package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Layer;

/**
 * The shared part: graph convolutions Y = ÂXW + b (Kipf and Welling 2017, "Semi-supervised
 * classification with graph convolutional networks", eq. 2), each with norm, ReLU and dropout, the
 * mean over each molecule's atoms, and a projection; or the same with linear layers on rows.
 */
final class Encoder {
  private final List<Layer> sizes;
  private final List<EncoderLayer> layers = new ArrayList<>();

  Encoder(Architecture architecture, Initial initial, Store store) {
    sizes = architecture.layers();
    for (Layer layer : sizes) {
      layers.add(new EncoderLayer(layer, architecture.norm(), initial, store));
    }
  }

  /** Returns z [B, D]. */
  NDArray apply(Features features, Mode mode) {
    NDArray x = features.inputs();
    boolean pooled = features.pool() == null;
    for (int i = 0; i < layers.size(); i++) {
      Layer size = sizes.get(i);
      if (!size.graph() && !pooled) {
        x = Torch.product(features.pool(), x);
        pooled = true;
      }
      NDArray adjacency = size.graph() && i > 0 ? features.adjacency() : null;
      NDArray mask = mode.training() ? features.mask(i) : null;
      x = layers.get(i).apply(x, adjacency, mask, mode);
    }
    return pooled ? x : Torch.product(features.pool(), x);
  }
}
