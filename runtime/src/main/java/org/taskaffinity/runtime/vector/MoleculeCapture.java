package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * A layer on molecules: it has few rows, so it keeps ∂Y of every task and never makes a gradient.
 *
 * <pre>
 *   ⟨∂W_i, ∂W_j⟩ = Σ_c ∂Y_ciᵀ (AAᵀ) ∂Y_cj
 * </pre>
 */
final class MoleculeCapture extends LayerCapture {
  private int paddedRows;

  /** ∂Y, [task panel][channel][row][task]. */
  private float[] columns = {};

  /** AAᵀ, [B, B] in panels, with zeros where rows fill up. */
  private final Matrix square = new Matrix();

  MoleculeCapture(Layer layer, int taskPanels, int threads, float kept) {
    super(layer, taskPanels, threads, kept);
  }

  @Override
  void shape(Scene scene) {
    super.shape(scene);
    paddedRows = Lanes.padded(rows);
    d = TaskCapture.sized(d, rows * channels * W);
    columns = TaskCapture.sized(columns, taskPanels * channels * paddedRows * W);
    square.shape(rows, rows);
    for (int t = 0; t < threads; t++) {
      packed[t] = TaskCapture.sized(packed[t], Math.max(in, taskPanels * paddedRows) * W);
    }
  }

  @Override
  int firstRow(Scene scene, int thread) {
    return scene.firstMolecule(thread);
  }

  @Override
  void prepare(Scene scene, int thread, float[] values, boolean first) {
    super.prepare(scene, thread, values, first);
    Matrix a = layer.input;
    int from = Scene.share(rows, thread, threads);
    for (int r = from; r < Scene.share(rows, thread + 1, threads); r++) {
      for (int s = 0; s < paddedRows; s++) {
        double sum = 0;
        for (int p = 0; p < a.panels && s < rows; p++) {
          sum += Channels.dot(a.data, a.at(p, r), a.data, a.at(p, s));
        }
        square.data[square.at(s / W, r) + s % W] = (float) sum;
      }
    }
  }

  /** ∂H, which the layer above has put into d, → ∂Y, for one panel of tasks. */
  void back(int q, Scene scene, float[] values, Team team) {
    if (layer.norm == Norm.LAYER) {
      backRows(q, scene, values, team);
      team.each(thread -> keep(q, thread));
    } else {
      team.each(
          thread -> {
            for (int c = first(thread); c < first(thread + 1); c++) {
              for (int b = 0; b < rows; b++) {
                cut(b, c);
              }
            }
            sumRows(q, thread);
            if (layer.norm == Norm.BATCH) {
              backColumns(thread);
            }
            keep(q, thread);
          });
    }
  }

  /** V → ∂Y behind a batch norm, for a thread's channels. */
  private void backColumns(int thread) {
    for (int c = first(thread); c < first(thread + 1); c++) {
      sums.means(c, rows);
      float f = factor[c];
      for (int r = 0; r < rows; r++) {
        int at = at(r, c);
        TaskLanes.mixed(f, d, at, -f, sums.m1, -f * x(r, c), sums.m2, c * W, d, at);
      }
    }
  }

  /** Keeps ∂Y by channel, and its sums for the bias behind a layer norm. */
  private void keep(int q, int thread) {
    for (int c = first(thread); c < first(thread + 1); c++) {
      int to = (q * channels + c) * paddedRows * W;
      for (int r = 0; r < rows; r++) {
        System.arraycopy(d, at(r, c), columns, to + r * W, W);
      }
      Arrays.fill(columns, to + rows * W, to + paddedRows * W, 0f);
      if (layer.norm == Norm.LAYER) {
        sums.keepBias(q, c, columns, to, rows);
      }
    }
  }

  /** ∂A for a thread's molecules, at the live channels of the layer below. */
  void below(Scene scene, int thread, LayerCapture lower) {
    for (int b = firstRow(scene, thread); b < firstRow(scene, thread + 1); b++) {
      product.live(lower.lists, b, d, at(b, 0), lower.d, lower.at(b, 0));
    }
  }

  /** ∂A for a thread's molecules, all of it, rows of so many channels. */
  void below(Scene scene, int thread, float[] to, int width) {
    for (int b = firstRow(scene, thread); b < firstRow(scene, thread + 1); b++) {
      product.every(d, at(b, 0), to, b * width * W);
    }
  }

  @Override
  void addWeights(Gram gram, int thread, int c) {
    int size = paddedRows * W;
    gram.addThrough(thread, columns, c * size, channels * size, square, packed[thread]);
  }

  @Override
  void weightsOf(int q, int c, float[] to) {
    Arrays.fill(to, 0, in * W, 0f);
    Matrix a = layer.input;
    int from = (q * channels + c) * paddedRows * W;
    Products.across(a.data, 0, a.stride(), layer.inPanels(), columns, from, rows, to, 0);
  }
}
