package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.AffineLayer;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.encoder.Stage;
import org.taskaffinity.runtime.encoder.StageContext;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Store;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * The shared part: the layers of one kind, each with norm, activation and dropout, then pooling and
 * a projection.
 */
final class Encoder {
  private final Architecture sizes;
  private final List<Stage> stages = new ArrayList<>();
  private Parameter embedding;

  Encoder(Architecture architecture, Initial initial, Store store) {
    sizes = architecture;
    int embedded = architecture.kind().embedding();
    if (embedded > 0) {
      String name = "encoder/embedding";
      int inputs = architecture.inputs();
      float[] start = initial.normal(name, inputs * embedded);
      embedding = store.parameter(name, start, true, inputs, embedded);
    }
    List<LayerSizes> layers = architecture.layers();
    int last = architecture.widths().size() - 1;
    for (int i = 0; i < layers.size(); i++) {
      StageContext context =
          new StageContext(layers.get(i), i, i == last, architecture.norm(), initial, store);
      stages.add(i <= last ? architecture.kind().stage(context) : new AffineLayer(context));
    }
  }

  /** Returns z [B, D]. */
  NDArray apply(Features features, Mode mode) {
    NDArray x = features.inputs();
    x = embedding == null ? x : Torch.product(x, embedding.array());
    int last = sizes.widths().size() - 1;
    for (int i = 0; i < stages.size(); i++) {
      x = stages.get(i).apply(x, features, mode);
      NDArray mask = mode.training() ? features.mask(i) : null;
      if (i == last) {
        x = sizes.kind().pooled(x, mask, features);
      } else {
        x = mask == null ? x : Torch.times(x, mask);
      }
    }
    return x;
  }
}
