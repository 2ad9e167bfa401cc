package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * A graph layer: it keeps ∂W of every task, made of live atoms alone.
 *
 * <p>What a batch norm adds to ∂Y = f (V − m₁ − x̂ m₂) is of rank two in each channel:
 *
 * <pre>
 *   ∂W[·, c]    = f (Σ_n A[n] V[n, c] − ΣA · m₁ − (Aᵀx̂)[·, c] · m₂)
 *   (Â∂Y)[n, c] = f (Σ â V − (Â1)[n] · m₁ − (Âx̂)[n, c] · m₂)
 * </pre>
 *
 * <p>so ΣA, Aᵀx̂, Â1 and Âx̂ are found once for all tasks.
 */
abstract class GraphCapture extends LayerCapture {

  /** ∂W, [task panel][channel][in][task]. */
  private float[] gradient = {};

  /** Â1 and Âx̂. */
  float[] a1 = {};

  final Matrix ax = new Matrix();

  /** Σ A, and Aᵀx̂ as [panels of in][channels][W]. */
  final float[] inputSum;

  final float[] inputByX;

  /** Live rows of a channel, one list a slice. */
  final int[][] list;

  GraphCapture(Layer layer, int taskPanels, float kept) {
    super(layer, taskPanels, kept);
    inputSum = new float[in];
    inputByX = new float[in * channels];
    list = new int[WorkerTeam.SLICES][0];
  }

  @Override
  void shape(BatchSlices scene) {
    super.shape(scene);
    gradient = Lanes.sized(gradient, keepsGradients() ? taskPanels * channels * in * W : 0);
    a1 = Lanes.sized(a1, rows);
    ax.shape(rows, layer.size.out());
    for (int t = 0; t < WorkerTeam.SLICES; t++) {
      packed[t] = Lanes.sized(packed[t], in * W);
      list[t] = list[t].length < rows ? new int[rows] : list[t];
    }
  }

  @Override
  final int firstRow(BatchSlices scene, int slice) {
    return scene.firstAtom(slice);
  }

  @Override
  void prepare(BatchSlices scene, int slice, float[] values, boolean first) {
    super.prepare(scene, slice, values, first);
    if (layer.norm == Norm.BATCH) {
      sumWeights(scene, slice);
      mix(layer.x, scene, slice, ax);
      prepareInput(slice);
    }
  }

  private void sumWeights(BatchSlices scene, int slice) {
    int[] starts = scene.arrays.linkStarts();
    for (int n = scene.firstAtom(slice); n < scene.firstAtom(slice + 1); n++) {
      float sum = 0;
      for (int link = starts[n]; link < starts[n + 1]; link++) {
        sum += scene.arrays.weights()[link];
      }
      a1[n] = sum;
    }
  }

  /** y = Âx for a slice's atoms. */
  final void mix(Matrix x, BatchSlices scene, int slice, Matrix y) {
    for (int p = 0; p < layer.panels(); p++) {
      Encoder.mix(x.data, x.at(p), scene, slice, y.data, y.at(p));
    }
  }

  private void prepareInput(int slice) {
    int panels = layer.inPanels();
    Matrix a = layer.input;
    int end = BatchSlices.share(panels, slice + 1);
    for (int p = BatchSlices.share(panels, slice); p < end; p++) {
      Channels.sum(a.data, a.at(p), rows, inputSum, p * W);
      int to = p * channels * W;
      Arrays.fill(inputByX, to, to + channels * W, 0f);
      Matrix x = layer.x;
      Products.across(x.data, 0, x.stride(), layer.panels(), a.data, a.at(p), rows, inputByX, to);
    }
  }

  /** From the gradient of the mean over a molecule's atoms, [B][channel][task], to V's sums. */
  abstract void fromPool(int q, BatchSlices scene, float[] values, float[] pooled, WorkerTeam team);

  /** ∂H of the layer below for a slice's atoms, where that one needs it, with V's sums. */
  final void below(BatchSlices scene, int slice, AtomCapture lower, float[] y) {
    lower.sums.clear(slice);
    int[] starts = scene.arrays.starts();
    for (int b = scene.firstMolecule(slice); b < scene.firstMolecule(slice + 1); b++) {
      for (int n = starts[b]; n < starts[b + 1]; n++) {
        mixed(scene, b, n, y);
        lower.take(product, n, y, slice);
      }
    }
  }

  /** y = (Â∂Y)[n] of an atom of molecule b. */
  abstract void mixed(BatchSlices scene, int b, int n, float[] y);

  /** Whether ∂W is made. */
  boolean keepsGradients() {
    return true;
  }

  /** ∂W of a slice's channels, for one panel of tasks. */
  void weights(int q, BatchSlices scene, int slice) {
    for (int c = first(slice); c < first(slice + 1); c++) {
      int to = (q * channels + c) * in * W;
      begin(c, to);
      if (c < layer.size.out()) {
        addLive(c, scene, slice, gradient, to);
      }
    }
  }

  /** What the batch norm adds: −f (ΣA · m₁ + Aᵀx̂ · m₂). */
  private void begin(int c, int to) {
    if (layer.norm != Norm.BATCH || c >= layer.size.out()) {
      Arrays.fill(gradient, to, to + in * W, 0f);
      return;
    }
    float f = -factor[c];
    for (int i = 0; i < in; i++) {
      float r = inputByX[((i / W) * channels + c) * W + i % W];
      TaskLanes.both(f * inputSum[i], sums.m1, f * r, sums.m2, c * W, gradient, to + i * W);
    }
  }

  /** Adds f Σ_n A[n] V[n, c] over live atoms to a gradient's column. */
  abstract void addLive(int c, BatchSlices scene, int slice, float[] gradient, int to);

  @Override
  void addWeights(Gram gram, int slice, int c) {
    int at = c * in * W;
    gram.add(slice, gradient, at, channels * in * W, gradient, at, channels * in * W, in);
  }

  @Override
  void weightsOf(int q, int c, float[] to) {
    System.arraycopy(gradient, (q * channels + c) * in * W, to, 0, in * W);
  }
}
