package org.taskaffinity.runtime.encoder.gat;

import ai.djl.ndarray.NDArray;
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
 * One graph attention layer (Veličković et al. 2018, "Graph attention networks", eq. 1–6), then
 * norm and ELU.
 *
 * <pre>
 *   e_ij = LeakyReLU(a·W x_j + b·W x_i)      α_ij = softmax_j e_ij      y_i = Σ_j α_ij W x_j + c
 * </pre>
 *
 * <p>j goes over i and its neighbours. Heads stand side by side, or their mean is taken. Dropout,
 * in training, is on α too, as there.
 */
final class AttentionLayer implements Stage {
  /** The paper's, and PyTorch Geometric's default. */
  private static final double SLOPE = 0.2;

  private final int number;
  private final int heads;
  private final int width;
  private final boolean mean;
  private final Parameter weight;
  private final Parameter ofOther;
  private final Parameter ofSelf;
  private final Parameter bias;
  private final Normalisation norm;

  /**
   * @param heads side by side, but in the last layer, where their mean is taken
   */
  AttentionLayer(StageContext context, int heads) {
    LayerSizes layer = context.layer();
    Initial initial = context.initial();
    Store store = context.store();
    number = context.number();
    this.heads = heads;
    mean = context.last();
    width = mean ? layer.out() : layer.out() / heads;
    String name = layer.name();
    int all = heads * width;
    weight =
        store.parameter(
            name + "/weight",
            initial.glorot(name + "/weight", layer.in(), all),
            true,
            layer.in(),
            all);
    ofOther = scorer(name + "/other", initial, store);
    ofSelf = scorer(name + "/self", initial, store);
    boolean reached = !Normalisation.cancelsBias(context.norm());
    bias = store.parameter(name + "/bias", new float[layer.out()], reached, layer.out());
    norm = new Normalisation(context.norm(), name + "/norm", 1, layer.out(), store);
  }

  private Parameter scorer(String name, Initial initial, Store store) {
    float[] start = initial.glorot(name, heads, width);
    return store.parameter(name, start, true, heads, width);
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    Neighbours links = features.structure(Neighbours.class);
    long atoms = x.getShape().get(0);
    long places = links.index().getShape().get(1);
    NDArray made = Torch.product(x, weight.array());
    NDArray byHead = Torch.shaped(made, atoms, heads, width);
    NDArray other = Torch.sum(Torch.times(byHead, ofOther.array()), 2);
    NDArray self = Torch.sum(Torch.times(byHead, ofSelf.array()), 2);
    NDArray scores =
        Torch.plus(Torch.rows(other, links.index()), Torch.shaped(self, atoms, 1, heads));
    NDArray open = Torch.plus(Torch.leakyRelu(scores, SLOPE), links.absent());
    NDArray attention = Torch.softmax(open, 1);
    NDArray mask = mode.training() ? links.mask(number) : null;
    attention = mask == null ? attention : Torch.times(attention, mask);
    NDArray read = Torch.shaped(Torch.rows(made, links.index()), atoms, places, heads, width);
    NDArray weighed = Torch.times(read, Torch.shaped(attention, atoms, places, heads, 1));
    NDArray seen = Torch.sum(weighed, 1);
    NDArray out = mean ? Torch.mean(seen, 1) : Torch.shaped(seen, atoms, (long) heads * width);
    if (bias.reached()) {
      out = Torch.plus(out, bias.array());
    }
    return Torch.elu(norm.apply(out, mode));
  }
}
