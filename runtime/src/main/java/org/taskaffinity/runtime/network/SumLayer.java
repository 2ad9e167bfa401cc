package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture.Layer;

/**
 * One graph isomorphism layer (Xu et al. 2019, "How powerful are graph neural networks?", eq. 4.1):
 * the sum over an atom and its neighbours, then affine, norm, ReLU twice. ε is 0 and stays: the
 * paper's GIN-0, which did as well there as a learnt ε.
 */
final class SumLayer implements Stage {
  private final boolean aggregates;
  private final Affine inner;
  private final Affine outer;

  SumLayer(Layer layer, boolean aggregates, Norm norm, Initial initial, Store store) {
    this.aggregates = aggregates;
    inner = new Affine(layer.name() + "/inner", layer.in(), layer.out(), norm, initial, store);
    outer = new Affine(layer.name(), layer.out(), layer.out(), norm, initial, store);
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    NDArray sums = aggregates ? Torch.product(features.adjacency(), x) : x;
    return outer.apply(inner.apply(sums, mode), mode);
  }

  /** Affine, norm, ReLU. */
  private static final class Affine {
    private final Parameter weight;
    private final Parameter bias;
    private final Normalisation norm;

    Affine(String name, int in, int out, Norm kind, Initial initial, Store store) {
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
