package org.taskaffinity.runtime.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Normalisation;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Store;
import org.taskaffinity.runtime.tensor.Torch;

/**
 * The private parts of K tasks, side by side: the first layers are one product u = z W, W [D, K·H].
 *
 * <p>H is the hidden width, or 1 for linear heads, where u plus the bias is the logit itself.
 */
final class Heads {
  private final int tasks;
  private final int width;
  private final boolean hidden;
  private final Parameter weight;
  private final Parameter bias;
  private Normalisation norm;
  private Parameter outWeight;
  private Parameter outBias;

  Heads(Architecture a, List<String> names, Initial initial, Store store) {
    tasks = a.tasks();
    hidden = a.headHidden() > 0;
    width = hidden ? a.headHidden() : 1;
    int in = a.outputWidth();
    int columns = tasks * width;
    float[] first = new float[in * columns];
    for (int t = 0; t < tasks; t++) {
      float[] own = initial.glorot("head/" + names.get(t) + "/weight", in, width);
      for (int row = 0; row < in; row++) {
        System.arraycopy(own, row * width, first, row * columns + t * width, width);
      }
    }
    boolean reached = !hidden || !Normalisation.cancelsBias(a.headNorm());
    weight = store.parameter("heads/weight", first, true, in, columns);
    bias = store.parameter("heads/bias", new float[columns], reached, columns);
    if (hidden) {
      secondLayer(a.headNorm(), names, initial, store);
    }
  }

  private void secondLayer(Norm kind, List<String> names, Initial initial, Store store) {
    norm = new Normalisation(kind, "heads/norm", tasks, width, store);
    float[] second = new float[tasks * width];
    for (int t = 0; t < tasks; t++) {
      float[] own = initial.glorot("head/" + names.get(t) + "/out/weight", width, 1);
      System.arraycopy(own, 0, second, t * width, width);
    }
    outWeight = store.parameter("heads/out/weight", second, true, (long) tasks * width);
    outBias = store.parameter("heads/out/bias", new float[tasks], true, tasks);
  }

  /** Returns u [B, K·H] from z [B, D]. */
  NDArray first(NDArray z) {
    return Torch.product(z, weight.array());
  }

  /** Returns the logits [B, K] from u [B, K·H]. */
  NDArray rest(NDArray u, NDArray mask, Mode mode) {
    NDArray x = bias.reached() ? Torch.plus(u, bias.array()) : u;
    if (!hidden) {
      return x;
    }
    NDArray live = Torch.relu(norm.apply(x, mode));
    if (mask != null && mode.training()) {
      live = Torch.times(live, mask);
    }
    NDArray weighed = Torch.times(live, outWeight.array());
    NDArray apart = Torch.shaped(weighed, u.getShape().get(0), tasks, width);
    return Torch.plus(Torch.sum(apart, 2), outBias.array());
  }

  /**
   * Takes each task's gradient from u down to z: dz_t = du_t W_tᵀ.
   *
   * @param du [B, K·H]
   * @return [K, B, D]
   */
  NDArray toEncoder(NDArray du) {
    long rows = du.getShape().get(0);
    long in = weight.array().getShape().get(0);
    NDArray apart = du.reshape(rows, tasks, width).transpose(1, 0, 2);
    try (NDArray shaped = weight.array().reshape(in, tasks, width);
        NDArray byTask = shaped.transpose(1, 2, 0)) {
      return apart.matMul(byTask);
    }
  }
}
