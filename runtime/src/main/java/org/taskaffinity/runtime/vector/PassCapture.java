package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.runtime.gradient.Capture;

/** Few tasks' gradients: a backward pass of the whole encoder for each. */
final class PassCapture implements TaskCapture {
  private static final int W = Lanes.PANEL;

  private final Encoder encoder;
  private final Heads heads;
  private final WorkerTeam team;
  private final List<Tensor> shared;

  /** Each task's, laid out as the parameters are; what fills up is zero. */
  private final float[][] gradients;

  private final double[][][] products;

  PassCapture(Encoder encoder, Heads heads, WorkerTeam team, int tasks, List<Tensor> shared) {
    this.encoder = encoder;
    this.heads = heads;
    this.team = team;
    this.shared = shared;
    gradients = new float[tasks][shared.stream().mapToInt(Tensor::size).sum()];
    products = new double[WorkerTeam.SLICES][tasks][tasks];
  }

  @Override
  public Capture capture(BatchSlices scene, float[] values, boolean[] present, boolean full) {
    Matrix to = encoder.encodedGradient();
    for (int t = 0; t < gradients.length; t++) {
      if (present[t]) {
        int task = t;
        team.each(slice -> heads.below(slice, task, task + 1, to));
        encoder.backward(scene, values, gradients[t]);
      }
    }
    team.each(slice -> multiply(slice, present));
    return new Capture(gram(present), full ? gradients(present) : new float[0][]);
  }

  /** A slice's share of the parameters, for all pairs of tasks. */
  private void multiply(int slice, boolean[] present) {
    int panels = gradients[0].length / W;
    int from = BatchSlices.share(panels, slice) * W;
    int end = BatchSlices.share(panels, slice + 1) * W;
    for (int i = 0; i < gradients.length; i++) {
      for (int j = i; j < gradients.length; j++) {
        products[slice][i][j] =
            present[i] && present[j]
                ? Channels.products(gradients[i], gradients[j], from, end)
                : Double.NaN;
      }
    }
  }

  private double[][] gram(boolean[] present) {
    int tasks = present.length;
    double[][] gram = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = i; j < tasks; j++) {
        for (double[][] slice : products) {
          gram[i][j] += slice[i][j];
        }
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  /** Row-major, in declaration order; null for an absent task. */
  private float[][] gradients(boolean[] present) {
    int size = shared.stream().mapToInt(Tensor::count).sum();
    float[][] each = new float[present.length][];
    Arrays.setAll(each, t -> present[t] ? new float[size] : null);
    int offset = 0;
    for (Tensor tensor : shared) {
      for (int t = 0; t < each.length; t++) {
        if (present[t]) {
          tensor.get(gradients[t], each[t], offset);
        }
      }
      offset += tensor.count();
    }
    return each;
  }
}
