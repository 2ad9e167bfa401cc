package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * A layer's sums over its rows, by channel and task: ΣV and ΣV∘x̂ of the panel of tasks in work,
 * the means that a batch norm subtracts, and, for every task, what the small parameters' gradients
 * are.
 */
final class TaskSums {
  private static final int W = Lanes.PANEL;

  private final boolean scaled;
  private final int channels;

  /** ΣV and ΣV x̂, one array a slice, [channel][task]. */
  private final float[][] v;

  private final float[][] vx;

  /** m₁ and m₂, [channel][task]. */
  final float[] m1;

  final float[] m2;

  /** ΣV x̂, ΣV and Σ∂Y of every task, [task panel][3 · channels][task]. */
  private final float[] all;

  TaskSums(Norm norm, int channels, int taskPanels) {
    scaled = norm != Norm.NONE;
    this.channels = channels;
    v = new float[WorkerTeam.SLICES][channels * W];
    vx = new float[WorkerTeam.SLICES][channels * W];
    m1 = new float[channels * W];
    m2 = new float[channels * W];
    all = new float[taskPanels * 3 * channels * W];
  }

  /** Forgets what a slice has added. */
  void clear(int slice) {
    Arrays.fill(v[slice], 0f);
    Arrays.fill(vx[slice], 0f);
  }

  /** Forgets one channel of what the first slice has added. */
  void clearChannel(int c) {
    Arrays.fill(v[0], c * W, (c + 1) * W, 0f);
    Arrays.fill(vx[0], c * W, (c + 1) * W, 0f);
  }

  /** Adds a row of tasks, as often as {@code weight} says, and times {@code x}. */
  void add(int slice, int c, float[] row, int from, float weight, float x) {
    TaskLanes.addBoth(row, from, weight, v[slice], x, vx[slice], c * W);
  }

  /** Puts a channel's sums of all slices together, in their order. */
  void gather(int c) {
    for (int t = 1; t < v.length; t++) {
      Channels.add(v[0], c * W, 1, v[t], c * W);
      Channels.add(vx[0], c * W, 1, vx[t], c * W);
    }
  }

  /** Keeps a channel for the norm's parameters; without norm ΣV is the bias's. */
  void keep(int q, int c) {
    if (scaled) {
      System.arraycopy(vx[0], c * W, all, at(q, 0, c), W);
      System.arraycopy(v[0], c * W, all, at(q, 1, c), W);
    } else {
      System.arraycopy(v[0], c * W, all, at(q, 2, c), W);
    }
  }

  /** Keeps Σ∂Y of some rows of tasks side by side, the bias's gradient behind a layer norm. */
  void keepBias(int q, int c, float[] rows, int from, int count) {
    Channels.sum(rows, from, count, all, at(q, 2, c));
  }

  /** m₁ and m₂ of a channel over n rows. */
  void means(int c, int n) {
    TaskLanes.scaled(v[0], c * W, 1f / n, m1, c * W);
    TaskLanes.scaled(vx[0], c * W, 1f / n, m2, c * W);
  }

  /** Adds the inner products of some channels. */
  void addTo(Gram gram, int slice, int first, int end) {
    int stride = 3 * channels * W;
    for (int kind = 0; kind < 3; kind++) {
      int at = at(0, kind, first);
      gram.add(slice, all, at, stride, all, at, stride, end - first);
    }
  }

  /** Copies a task's gradients of bias, scale and shift, [3][out]. */
  void copyInto(int task, float[] to, int offset, int out) {
    for (int c = 0; c < out; c++) {
      int lane = task % W;
      to[offset + c] = all[at(task / W, 2, c) + lane];
      if (scaled) {
        to[offset + out + c] = all[at(task / W, 0, c) + lane];
        to[offset + 2 * out + c] = all[at(task / W, 1, c) + lane];
      }
    }
  }

  private int at(int q, int kind, int c) {
    return ((q * 3 + kind) * channels + c) * W;
  }
}
