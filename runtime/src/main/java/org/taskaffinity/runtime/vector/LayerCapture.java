package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * One layer's part of a capture, for one panel of tasks at a time.
 *
 * <p>There are three kinds: {@link MoleculeCapture} a layer on molecules, {@link PooledCapture} the
 * graph layer below the pooling where V is the same for all atoms of a molecule ({@link
 * ManyTasksCapture} where tasks are many), {@link AtomCapture} any other graph layer.
 */
abstract class LayerCapture {
  static final int W = Lanes.PANEL;

  final Layer layer;
  final int taskPanels;

  /** What dropout multiplied kept units by. */
  final float kept;

  final int channels;
  final int in;
  final Lists lists = new Lists();
  final LiveProduct product;
  final TaskSums sums;

  /** γ/σ of each channel behind a batch norm, otherwise 1. */
  final float[] factor;

  /** A row of tasks by row and channel: ∂H as it comes from above, and what becomes of it. */
  float[] d = {};

  /** Each slice's own. */
  final float[][] packed;

  int rows;

  LayerCapture(Layer layer, int taskPanels, float kept) {
    this.layer = layer;
    this.taskPanels = taskPanels;
    this.kept = kept;
    channels = Lanes.padded(layer.size.out());
    in = Lanes.padded(layer.size.in());
    product = new LiveProduct(layer);
    sums = new TaskSums(layer.norm, channels, taskPanels);
    factor = new float[channels];
    packed = new float[WorkerTeam.SLICES][0];
  }

  /** Makes room for a batch. */
  void shape(BatchSlices scene) {
    rows = Encoder.rows(layer, scene);
    lists.shape(rows, layer.size.out());
    for (int t = 0; t < WorkerTeam.SLICES; t++) {
      packed[t] = Lanes.sized(packed[t], (rows + scene.molecules) * W);
    }
  }

  /** A slice's share of what is the same for all tasks. */
  void prepare(BatchSlices scene, int slice, float[] values, boolean first) {
    if (!first) {
      int from = BatchSlices.share(in, slice);
      product.take(layer.weight, values, from, BatchSlices.share(in, slice + 1));
    }
    int out = layer.size.out();
    lists.findChannels(layer.h, everywhere(), firstRow(scene, slice), firstRow(scene, slice + 1));
    lists.findRows(
        layer.h, everywhere(), BatchSlices.share(out, slice), BatchSlices.share(out, slice + 1));
    boolean batch = layer.norm == Norm.BATCH;
    for (int c = first(slice); c < first(slice + 1); c++) {
      factor[c] = batch ? values[layer.scale.at() + c] * layer.moments[0].inverse[c] : 1;
    }
  }

  /** Whether ∂Y is nowhere zero, so that every pair of row and channel counts as live. */
  boolean everywhere() {
    return false;
  }

  /** A slice's first row, where it works by rows. */
  abstract int firstRow(BatchSlices scene, int slice);

  /** A slice's first channel, where it works by channels. */
  final int first(int slice) {
    return BatchSlices.share(channels, slice);
  }

  final float x(int row, int c) {
    return layer.x.data[layer.x.at(c / W, row) + c % W];
  }

  final boolean live(int row, int c) {
    return layer.h.data[layer.h.at(c / W, row) + c % W] > 0;
  }

  /** Where a row's channel lies in d. */
  final int at(int row, int c) {
    return (row * channels + c) * W;
  }

  /** ∂H → V in place. */
  final void cut(int row, int c) {
    int at = at(row, c);
    if (live(row, c)) {
      TaskLanes.scaled(d, at, kept, d, at);
    } else {
      Arrays.fill(d, at, at + W, 0f);
    }
  }

  /** ΣV and ΣV x̂ of a slice's channels, over all rows of d. */
  final void sumRows(int q, int slice) {
    for (int c = first(slice); c < first(slice + 1); c++) {
      sums.clearChannel(c);
      for (int r = 0; r < rows; r++) {
        sums.add(0, c, d, at(r, c), 1, x(r, c));
      }
      sums.keep(q, c);
    }
  }

  /** ∂H → V → ∂Y behind a layer norm, all of d. */
  final void backRows(int q, BatchSlices scene, float[] values, WorkerTeam team) {
    team.each(
        slice -> {
          for (int row = firstRow(scene, slice); row < firstRow(scene, slice + 1); row++) {
            for (int c = 0; c < channels; c++) {
              cut(row, c);
            }
          }
        });
    team.each(slice -> sumRows(q, slice));
    team.each(
        slice -> {
          for (int row = firstRow(scene, slice); row < firstRow(scene, slice + 1); row++) {
            backRow(row, values, packed[slice]);
          }
        });
  }

  /** V → ∂Y of one row behind a layer norm: ⟨g⟩ and ⟨g x̂⟩ first, then what is left. */
  private void backRow(int row, float[] values, float[] own) {
    int out = layer.size.out();
    Arrays.fill(own, 0, 2 * W, 0f);
    for (int c = 0; c < out; c++) {
      float scale = values[layer.scale.at() + c];
      Channels.add(own, 0, scale, d, at(row, c));
      Channels.add(own, W, scale * x(row, c), d, at(row, c));
    }
    float inverse = layer.rowInverse[row];
    float mean = -inverse / out;
    for (int c = 0; c < out; c++) {
      int at = at(row, c);
      TaskLanes.scaled(d, at, inverse * values[layer.scale.at() + c], d, at);
      Channels.add(d, at, mean, own, 0);
      Channels.add(d, at, mean * x(row, c), own, W);
    }
  }

  /** Adds the inner products of a slice's channels. */
  final void addTo(Gram gram, int slice) {
    sums.addTo(gram, slice, first(slice), first(slice + 1));
    for (int c = first(slice); c < first(slice + 1); c++) {
      addWeights(gram, slice, c);
    }
  }

  /** Adds ⟨∂W_i[·, c], ∂W_j[·, c]⟩ of all pairs of tasks. */
  abstract void addWeights(Gram gram, int slice, int c);

  /** Writes ∂W[·, c] for a panel of tasks, [in][task]. */
  abstract void weightsOf(int q, int c, float[] to);

  /** Numbers of a layer's parameters. */
  final int parameters() {
    int norm = layer.norm == Norm.NONE ? 0 : 2 * layer.size.out();
    return layer.weight.count() + layer.bias.count() + norm;
  }

  /** Copies the gradient of each task in the lanes to an offset, in declaration order. */
  final void copyInto(float[][] gradients, int offset) {
    int out = layer.size.out();
    for (int q = 0; q < Lanes.panels(gradients.length); q++) {
      for (int c = 0; c < out; c++) {
        weightsOf(q, c, packed[0]);
        copyColumn(packed[0], c, gradients, q * W, offset);
      }
    }
    for (int t = 0; t < gradients.length; t++) {
      sums.copyInto(t, gradients[t], offset + layer.size.in() * out, out);
    }
  }

  private void copyColumn(float[] from, int c, float[][] gradients, int firstTask, int offset) {
    int out = layer.size.out();
    for (int lane = 0; lane < W && firstTask + lane < gradients.length; lane++) {
      float[] to = gradients[firstTask + lane];
      for (int i = 0; i < layer.size.in(); i++) {
        to[offset + i * out + c] = from[i * W + lane];
      }
    }
  }
}
