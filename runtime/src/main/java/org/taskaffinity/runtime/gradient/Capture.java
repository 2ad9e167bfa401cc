package org.taskaffinity.runtime.gradient;

/**
 * The task gradients of one step, seen through their inner products.
 *
 * @param gram [K, K]: ⟨g_i, g_j⟩ over the P encoder parameters; NaN in the row and column of a task
 *     without a label in the batch
 * @param gradients [K, P] if asked for, encoder parameters flattened in declaration order, null for
 *     a task without a label; empty if not asked for
 */
public record Capture(double[][] gram, float[][] gradients) {

  /** Cosines [K, K], NaN where a task is missing or its gradient is zero. */
  public double[][] cosines() {
    return Affinity.cosine(gram);
  }

  /** ‖g_t‖ of every task; NaN for a missing one. */
  public double[] norms() {
    double[] norms = new double[gram.length];
    for (int t = 0; t < norms.length; t++) {
      norms[t] = Math.sqrt(gram[t][t]);
    }
    return norms;
  }

  /** As if every loss were multiplied by a factor. */
  public Capture scaled(double factor) {
    if (factor == 1) {
      return this;
    }
    double[][] products = new double[gram.length][gram.length];
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j < products.length; j++) {
        products[i][j] = gram[i][j] * factor * factor;
      }
    }
    float[][] longer = new float[gradients.length][];
    for (int t = 0; t < longer.length; t++) {
      longer[t] = gradients[t] == null ? null : scaled(gradients[t], (float) factor);
    }
    return new Capture(products, longer);
  }

  private static float[] scaled(float[] gradient, float factor) {
    float[] longer = new float[gradient.length];
    for (int p = 0; p < longer.length; p++) {
      longer[p] = gradient[p] * factor;
    }
    return longer;
  }
}
