package org.taskaffinity.runtime.combine;

/**
 * The task gradients of one step, seen through their inner products. A combination chooses weights
 * by them; the gradients themselves, [K, P], need not be kept.
 *
 * @param gram [K, K]: ⟨g_i, g_j⟩ over the P encoder parameters, of the losses before any weight;
 *     NaN in the row and column of a task without a label in the mini-batch
 * @param losses L_t, the mean over the labelled rows of the mini-batch; NaN without any
 * @param present which tasks have a label in the mini-batch
 */
public record TaskRows(double[][] gram, double[] losses, boolean[] present) {

  /** K. */
  public int tasks() {
    return losses.length;
  }
}
