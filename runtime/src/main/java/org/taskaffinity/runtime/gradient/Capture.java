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
}
