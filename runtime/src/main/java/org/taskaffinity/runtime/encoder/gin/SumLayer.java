package org.taskaffinity.runtime.encoder.gin;

import ai.djl.ndarray.NDArray;
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
 * One graph isomorphism layer (Xu et al. 2019, "How powerful are graph neural networks?", eq. 4.1):
 * the sum over an atom and its neighbours, which is its input here; then affine, norm, ReLU twice.
 * ε is 0 and stays: the paper's GIN-0, which did as well there as a learnt ε.
 */
final class SumLayer implements Stage {
  private final Affine inner;
  private final Affine outer;

  SumLayer(StageContext context) {
    LayerSizes layer = context.layer();
    inner = new Affine(layer.name() + "/inner", layer.in(), context);
    outer = new Affine(layer.name(), layer.out(), context);
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    return outer.apply(inner.apply(x, mode), mode);
  }

  /** Affine, norm, ReLU. */
  private static final class Affine {
    private final Parameter weight;
    private final Parameter bias;
    private final Normalisation norm;

    Affine(String name, int in, StageContext context) {
      Initial initial = context.initial();
      Store store = context.store();
      Norm kind = context.norm();
      int out = context.layer().out();
      boolean reached = !Normalisation.cancelsBias(kind);
      weight =
          store.parameter(
              name + "/weight", initial.linear(name + "/weight", in, in * out), true, in, out);
      bias =
          store.parameter(
              name + "/bias",
              reached ? initial.linear(name + "/bias", in, out) : new float[out],
              reached,
              out);
      norm = new Normalisation(kind, name + "/norm", 1, out, store);
    }

    NDArray apply(NDArray x, Mode mode) {
      NDArray made = Torch.product(x, weight.array());
      if (bias.reached()) {
        made = Torch.plus(made, bias.array());
      }
      return Torch.relu(norm.apply(made, mode));
    }
  }
}
