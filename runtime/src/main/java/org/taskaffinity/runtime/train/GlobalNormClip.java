package org.taskaffinity.runtime.train;

/**
 * Limits the gradient's length: g ← g · min(1, limit / (‖g‖ + 1e-6)), ‖g‖ over all parameters
 * together (Pascanu, Mikolov and Bengio 2013), as {@code torch.nn.utils.clip_grad_norm_} does.
 */
public final class GlobalNormClip {

  private GlobalNormClip() {}

  /**
   * The factor in (0, 1].
   *
   * @param norm ‖g‖
   * @param limit 0 for none
   */
  public static double factor(double norm, double limit) {
    return limit == 0 ? 1 : Math.min(1, limit / (norm + 1e-6));
  }
}
