package org.taskaffinity.runtime.train;

/**
 * The losses of one batch.
 *
 * @param losses L_t of each of K tasks, the mean over its labelled rows; NaN without any
 * @param labels how many rows were labelled, [K]
 * @param total what is minimised: Σ L_t, or Σ L_t / K
 * @param gradient ∂total/∂logits, [B, K] row-major, 0 where no label is
 */
public record TaskLosses(double[] losses, int[] labels, double total, float[] gradient) {

  /** Which tasks have a label in the batch, [K]. */
  public boolean[] present() {
    boolean[] present = new boolean[labels.length];
    for (int t = 0; t < present.length; t++) {
      present[t] = labels[t] > 0;
    }
    return present;
  }
}
