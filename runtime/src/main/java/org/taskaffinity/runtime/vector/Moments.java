package org.taskaffinity.runtime.vector;

/**
 * Mean and variance of a layer's channels over a batch, from what each slice saw of it.
 *
 * <pre>
 *   n = n_a + n_b,  δ = mean_b − mean_a
 *   mean = mean_a + δ n_b / n,  M2 = M2_a + M2_b + δ² n_a n_b / n     (Chan, Golub and LeVeque 1979)
 * </pre>
 *
 * <p>Slices are taken in order, so that the same batch gives the same bits.
 */
final class Moments {
  private static final double EPSILON = 1e-5;

  final float[] mean;
  final float[] variance;

  /** 1 / √(variance + ε). */
  final float[] inverse;

  Moments(int channels) {
    mean = new float[channels];
    variance = new float[channels];
    inverse = new float[channels];
  }

  /**
   * Combines some channels.
   *
   * @param counts rows each slice saw
   * @param means of each slice, [slices][channels]
   * @param squares M2 of each slice
   */
  void combine(int[] counts, float[][] means, float[][] squares, int from, int end) {
    double[] share = new double[counts.length];
    double[] cross = new double[counts.length];
    double n = 0;
    for (int t = 0; t < counts.length; t++) {
      double both = n + counts[t];
      share[t] = counts[t] == 0 ? 0 : counts[t] / both;
      cross[t] = n * share[t];
      n = both;
    }
    for (int c = from; c < end; c++) {
      double centre = 0;
      double m2 = 0;
      for (int t = 0; t < counts.length; t++) {
        if (counts[t] > 0) {
          double delta = means[t][c] - centre;
          m2 += squares[t][c] + delta * delta * cross[t];
          centre += delta * share[t];
        }
      }
      set(c, (float) centre, m2 / n);
    }
  }

  /** Takes running statistics, for evaluation. */
  void running(float[] flat, int meanAt, int varianceAt, int from, int end) {
    for (int c = from; c < end; c++) {
      set(c, flat[meanAt + c], flat[varianceAt + c]);
    }
  }

  /** Moves running statistics by a tenth, the variance unbiased, as PyTorch does. */
  void moveRunning(float[] flat, int meanAt, int varianceAt, int rows) {
    double unbiased = rows > 1 ? rows / (rows - 1.0) : 1;
    for (int c = 0; c < mean.length; c++) {
      flat[meanAt + c] = .9f * flat[meanAt + c] + .1f * mean[c];
      flat[varianceAt + c] = .9f * flat[varianceAt + c] + .1f * (float) (variance[c] * unbiased);
    }
  }

  private void set(int c, float centre, double spread) {
    mean[c] = centre;
    variance[c] = (float) spread;
    inverse[c] = (float) (1 / Math.sqrt(spread + EPSILON));
  }
}
