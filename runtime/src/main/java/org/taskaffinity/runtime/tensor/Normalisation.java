package org.taskaffinity.runtime.tensor;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.taskaffinity.dsl.Norm;

/**
 * The norm of one layer: batch norm over rows with PyTorch's running statistics (momentum 0.1,
 * unbiased running variance), layer norm over the channels of each group, or none.
 *
 * <p>A layer's channels may be those of K heads side by side; layer norm then works on each head's
 * alone.
 */
public final class Normalisation {
  private final Norm norm;
  private final int groups;
  private final int width;
  private Parameter scale;
  private Parameter shift;
  private Statistic mean;
  private Statistic variance;
  private NDArray one;
  private NDArray zero;

  public Normalisation(Norm norm, String name, int groups, int width, Store store) {
    this.norm = norm;
    this.groups = groups;
    this.width = width;
    int channels = groups * width;
    if (norm != Norm.NONE) {
      scale = store.parameter(name + "/scale", filled(channels, 1), true, channels);
      shift = store.parameter(name + "/shift", new float[channels], true, channels);
    }
    if (norm == Norm.BATCH) {
      mean = store.statistic(name + "/mean", new float[channels]);
      variance = store.statistic(name + "/variance", filled(channels, 1));
    }
    if (norm == Norm.LAYER && groups > 1) {
      one = store.constant(filled(width, 1));
      zero = store.constant(new float[width]);
    }
  }

  /** Whether a constant added to a channel is taken off again. */
  public static boolean cancelsBias(Norm norm) {
    return norm == Norm.BATCH;
  }

  public NDArray apply(NDArray x, Mode mode) {
    return switch (norm) {
      case NONE -> x;
      case BATCH ->
          Torch.batchNorm(
              x,
              mean.array(),
              variance.array(),
              scale.array(),
              shift.array(),
              mode.training(),
              mode.momentum());
      case LAYER -> groups == 1 ? Torch.layerNorm(x, scale.array(), shift.array()) : grouped(x);
    };
  }

  private NDArray grouped(NDArray x) {
    long rows = x.getShape().get(0);
    NDArray apart = Torch.layerNorm(Torch.shaped(x, rows, groups, width), one, zero);
    NDArray flat = Torch.shaped(apart, rows, (long) groups * width);
    return Torch.plus(Torch.times(flat, scale.array()), shift.array());
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }
}
