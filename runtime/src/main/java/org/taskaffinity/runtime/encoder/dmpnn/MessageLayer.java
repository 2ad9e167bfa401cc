package org.taskaffinity.runtime.encoder.dmpnn;

import ai.djl.ndarray.NDArray;
import java.util.List;
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
 * Directed message passing (Yang et al. 2019, "Analyzing learned molecular representations for
 * property prediction"), from atoms to atoms.
 *
 * <pre>
 *   h⁰_vw = ReLU((x_v ‖ e_vw) W_i)
 *   m_vw = Σ_{k ∈ N(v)} h_kv − h_wv          h_vw ← ReLU(h⁰_vw + m_vw W_h)        depth − 1 times
 *   h_v = ReLU(norm((x_v ‖ Σ_{k ∈ N(v)} h_kv) W_o + b))
 * </pre>
 *
 * <p>chemprop's code adds h⁰ as it is before its ReLU; the paper, and this class, after. Initial
 * weights are Glorot's uniform, the bias 0.
 */
final class MessageLayer implements Stage {
  private final int updates;
  private final Parameter initial;
  private Parameter update;
  private final Parameter readout;
  private final Parameter bias;
  private final Normalisation norm;

  MessageLayer(StageContext context, DirectedMessages kind) {
    LayerSizes layer = context.layer();
    Store store = context.store();
    int width = layer.out();
    updates = kind.depth() - 1;
    initial = weight("/initial", layer.in() + kind.bondFeatures(), context);
    if (updates > 0) {
      update = weight("/update", width, context);
    }
    readout = weight("", layer.in() + width, context);
    boolean reached = !Normalisation.cancelsBias(context.norm());
    bias = store.parameter(layer.name() + "/bias", new float[width], reached, width);
    norm = new Normalisation(context.norm(), layer.name() + "/norm", 1, width, store);
  }

  private static Parameter weight(String part, int in, StageContext context) {
    Initial start = context.initial();
    String name = context.layer().name() + part + "/weight";
    int out = context.layer().out();
    return context.store().parameter(name, start.glorot(name, in, out), true, in, out);
  }

  @Override
  public NDArray apply(NDArray x, Features features, Mode mode) {
    Bonds bonds = features.structure(Bonds.class);
    NDArray first = Torch.relu(Torch.product(bonds.inputs(), initial.array()));
    NDArray state = first;
    for (int i = 0; i < updates; i++) {
      NDArray messages = Torch.product(messages(state, bonds), update.array());
      state = Torch.relu(Torch.plus(first, messages));
      NDArray mask = mode.training() ? bonds.mask(i) : null;
      state = mask == null ? state : Torch.times(state, mask);
    }
    NDArray read = Torch.joined(List.of(x, Torch.product(bonds.incoming(), state)), 1);
    NDArray made = Torch.product(read, readout.array());
    if (bias.reached()) {
      made = Torch.plus(made, bias.array());
    }
    return Torch.relu(norm.apply(made, mode));
  }

  /** What reaches the atom that a bond starts at, but not along the same bond. */
  private static NDArray messages(NDArray state, Bonds bonds) {
    NDArray reaching = Torch.rows(Torch.product(bonds.incoming(), state), bonds.start());
    return Torch.minus(reaching, Torch.rows(state, bonds.reverse()));
  }
}
