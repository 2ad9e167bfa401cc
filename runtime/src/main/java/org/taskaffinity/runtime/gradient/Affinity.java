package org.taskaffinity.runtime.gradient;

/**
 * Pairwise cosine between per-task gradients.
 *
 * <pre>
 *   A[i][j] = ⟨g_i, g_j⟩ / (‖g_i‖ ‖g_j‖)        g_t = ∂L_t / ∂θ
 * </pre>
 *
 * <p>θ is the encoder alone; heads are private to their task and have no common gradient. Tasks i
 * and j conflict at this step when A[i][j] &lt; 0 (Yu et al. 2020, "Gradient Surgery for Multi-Task
 * Learning", Definition 1).
 */
public final class Affinity {

  private Affinity() {}

  /**
   * Cosines from gradients.
   *
   * @param gradients [K, P]: one row per task, one column per encoder parameter; null for a task
   *     without a gradient
   * @return [K, K], symmetric, in [−1, 1]; the diagonal is 1. A task whose gradient is zero, as
   *     when none of its labels fell in the batch, has NaN in its row and column: there is no
   *     direction to compare, and averages skip it rather than read it as 0.
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static double[][] cosine(float[][] gradients) {
    int tasks = gradients.length;
    double[][] gram = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = gram[j][i] = dot(gradients[i], gradients[j]);
      }
    }
    return cosine(gram);
  }

  /**
   * Cosines from inner products.
   *
   * @param gram [K, K], ⟨g_i, g_j⟩; NaN for a missing task
   * @return [K, K] as {@link #cosine(float[][])}
   */
  public static double[][] cosine(double[][] gram) {
    int tasks = gram.length;
    double[][] cosines = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        double norms = Math.sqrt(gram[i][i]) * Math.sqrt(gram[j][j]);
        double cosine = norms > 0 ? gram[i][j] / norms : Double.NaN;
        cosines[i][j] = i == j && norms > 0 ? 1 : clamped(cosine);
      }
    }
    return cosines;
  }

  /** Rounding may carry a cosine past its range by some 1e-16; what is infinite is undefined. */
  private static double clamped(double cosine) {
    return Double.isInfinite(cosine) ? Double.NaN : Math.max(-1, Math.min(1, cosine));
  }

  private static double dot(float[] a, float[] b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Gradients of " + a.length + " and " + b.length + " parameters cannot be compared.");
    }
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }
}
