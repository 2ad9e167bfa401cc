package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * As {@link PooledCapture}, for many tasks: ∂W is not made, for each of its columns is one matrix
 * for all tasks times B + 2 numbers of each.
 *
 * <pre>
 *   ∂W_k[·, c] = T_cᵀ u_kc,   T_c = [Σ_{live n of b} A[n] for each b; ΣA; Aᵀx̂[·, c]],   u_kc = f [V_kbc; −m₁; −m₂]
 *   ⟨∂W_i, ∂W_j⟩ = Σ_c u_icᵀ (T_c T_cᵀ) u_jc
 * </pre>
 *
 * <p>That takes K² (B + 2) in place of K² · inputs a channel, and less memory by as much.
 */
final class ManyTasksCapture extends PooledCapture {
  private int factors;
  private int padded;
  private BatchSlices scene;

  /** u, [task panel][channel][B + 2, filled up][task]. */
  private float[] columns = {};

  /** Each slice's T, Tᵀ in panels, and TTᵀ. */
  private final Matrix[] factored;

  private final float[][] transposed;
  private final Matrix[] square;

  ManyTasksCapture(Layer layer, int taskPanels, float kept) {
    super(layer, taskPanels, kept);
    factored = new Matrix[WorkerTeam.SLICES];
    square = new Matrix[WorkerTeam.SLICES];
    transposed = new float[WorkerTeam.SLICES][0];
    Arrays.setAll(factored, t -> new Matrix());
    Arrays.setAll(square, t -> new Matrix());
  }

  @Override
  boolean keepsGradients() {
    return false;
  }

  @Override
  void shape(BatchSlices scene) {
    super.shape(scene);
    this.scene = scene;
    factors = scene.molecules + 2;
    padded = Lanes.padded(factors);
    columns = Lanes.sized(columns, taskPanels * channels * padded * W);
    for (int t = 0; t < WorkerTeam.SLICES; t++) {
      factored[t].shape(factors, in);
      square[t].shape(factors, factors);
      transposed[t] = Lanes.sized(transposed[t], padded * in);
      packed[t] = Lanes.sized(packed[t], taskPanels * padded * W);
    }
  }

  private int column(int q, int c) {
    return (q * channels + c) * padded * W;
  }

  /** Keeps u of a slice's channels. */
  @Override
  void weights(int q, BatchSlices scene, int slice) {
    int molecules = scene.molecules;
    for (int c = first(slice); c < first(slice + 1); c++) {
      int to = column(q, c);
      float f = factor[c];
      for (int b = 0; b < molecules; b++) {
        TaskLanes.scaled(pool, at(b, c), f, columns, to + b * W);
      }
      Arrays.fill(columns, to + molecules * W, to + padded * W, 0f);
      if (layer.norm == Norm.BATCH) {
        TaskLanes.scaled(sums.m1, c * W, -f, columns, to + molecules * W);
        TaskLanes.scaled(sums.m2, c * W, -f, columns, to + (molecules + 1) * W);
      }
    }
  }

  /** T of a channel. */
  private Matrix factorOf(int slice, int c) {
    Matrix t = factored[slice];
    int molecules = scene.molecules;
    int count = lists.rowsOf(c, list[slice]);
    Matrix a = layer.input;
    for (int p = 0; p < layer.inPanels(); p++) {
      sumMolecules(a.data, a.at(p), list[slice], count, scene, t.data, t.at(p));
      if (layer.norm == Norm.BATCH) {
        System.arraycopy(inputSum, p * W, t.data, t.at(p, molecules), W);
        System.arraycopy(inputByX, (p * channels + c) * W, t.data, t.at(p, molecules + 1), W);
      } else {
        Arrays.fill(t.data, t.at(p, molecules), t.at(p, molecules) + 2 * W, 0f);
      }
    }
    return t;
  }

  @Override
  void addWeights(Gram gram, int slice, int c) {
    if (c >= layer.size.out()) {
      return;
    }
    Matrix t = factorOf(slice, c);
    float[] across = transposed[slice];
    for (int r = 0; r < padded; r++) {
      for (int i = 0; i < in; i++) {
        float value = r < factors ? t.data[t.at(i / W, r) + i % W] : 0;
        across[(r / W * in + i) * W + r % W] = value;
      }
    }
    Matrix s = square[slice];
    for (int p = 0; p < s.panels; p++) {
      Products.rows(
          t.data, 0, t.stride(), t.panels, across, p * in * W, s.data, s.at(p), 0, factors);
    }
    gram.addThrough(slice, columns, column(0, c), column(1, 0), s, packed[slice]);
  }

  @Override
  void weightsOf(int q, int c, float[] to) {
    Matrix t = factorOf(0, c);
    Arrays.fill(to, 0, in * W, 0f);
    Products.across(t.data, 0, t.stride(), t.panels, columns, column(q, c), factors, to, 0);
  }
}
