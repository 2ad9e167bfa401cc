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

  MoleculeCapture(Layer layer, int taskPanels, float kept) {
    super(layer, taskPanels, kept);
  }

  @Override
  void shape(BatchSlices scene) {
    super.shape(scene);
    paddedRows = Lanes.padded(rows);
    d = Lanes.sized(d, rows * channels * W);
    columns = Lanes.sized(columns, taskPanels * channels * paddedRows * W);
    square.shape(rows, rows);
    for (int t = 0; t < WorkerTeam.SLICES; t++) {
      packed[t] = Lanes.sized(packed[t], Math.max(in, taskPanels * paddedRows) * W);
    }
  }

  @Override
  int firstRow(BatchSlices scene, int slice) {
    return scene.firstMolecule(slice);
  }

  @Override
  void prepare(BatchSlices scene, int slice, float[] values, boolean first) {
    super.prepare(scene, slice, values, first);
    Matrix a = layer.input;
    int from = BatchSlices.share(rows, slice);
    for (int r = from; r < BatchSlices.share(rows, slice + 1); r++) {
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
  void back(int q, BatchSlices scene, float[] values, WorkerTeam team) {
    if (layer.norm == Norm.LAYER) {
      backRows(q, scene, values, team);
      team.each(slice -> keep(q, slice));
    } else {
      team.each(
          slice -> {
            for (int c = first(slice); c < first(slice + 1); c++) {
              for (int b = 0; b < rows; b++) {
                cut(b, c);
              }
            }
            sumRows(q, slice);
            if (layer.norm == Norm.BATCH) {
              backColumns(slice);
            }
            keep(q, slice);
          });
    }
  }

  /** V → ∂Y behind a batch norm, for a slice's channels. */
  private void backColumns(int slice) {
    for (int c = first(slice); c < first(slice + 1); c++) {
      sums.means(c, rows);
      float f = factor[c];
      for (int r = 0; r < rows; r++) {
        int at = at(r, c);
        TaskLanes.mixed(f, d, at, -f, sums.m1, -f * x(r, c), sums.m2, c * W, d, at);
      }
    }
  }

  /** Keeps ∂Y by channel, and its sums for the bias behind a layer norm. */
  private void keep(int q, int slice) {
    for (int c = first(slice); c < first(slice + 1); c++) {
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

  /** ∂A for a slice's molecules, at the live channels of the layer below. */
  void below(BatchSlices scene, int slice, LayerCapture lower) {
    for (int b = firstRow(scene, slice); b < firstRow(scene, slice + 1); b++) {
      product.live(lower.lists, b, d, at(b, 0), lower.d, lower.at(b, 0));
    }
  }

  /** ∂A for a slice's molecules, all of it, rows of so many channels. */
  void below(BatchSlices scene, int slice, float[] to, int width) {
    for (int b = firstRow(scene, slice); b < firstRow(scene, slice + 1); b++) {
      product.every(d, at(b, 0), to, b * width * W);
    }
  }

  @Override
  void addWeights(Gram gram, int slice, int c) {
    int size = paddedRows * W;
    gram.addThrough(slice, columns, c * size, channels * size, square, packed[slice]);
  }

  @Override
  void weightsOf(int q, int c, float[] to) {
    Arrays.fill(to, 0, in * W, 0f);
    Matrix a = layer.input;
    int from = (q * channels + c) * paddedRows * W;
    Products.across(a.data, 0, a.stride(), layer.inPanels(), columns, from, rows, to, 0);
  }
}
