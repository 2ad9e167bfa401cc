package org.taskaffinity.dsl;

import java.util.Arrays;

/**
 * Two tasks' gradients at the n captured steps at which both were present: what a measure of
 * affinity is made from. No number here is NaN.
 *
 * <p>Arrays are this value's own; whoever asks is handed a copy.
 *
 * @param first a task
 * @param second another, or the same
 * @param steps counted from 0, [n]
 * @param cosines ⟨g, h⟩ / (‖g‖ ‖h‖) at each step, [n], in [−1, 1]
 * @param firstNorms ‖g‖ of the first task at each step, [n]
 * @param secondNorms ‖h‖ of the second task at each step, [n]
 */
public record CapturedPair(
    String first,
    String second,
    double[] steps,
    double[] cosines,
    double[] firstNorms,
    double[] secondNorms) {
  public CapturedPair {
    steps = steps.clone();
    cosines = cosines.clone();
    firstNorms = firstNorms.clone();
    secondNorms = secondNorms.clone();
  }

  @Override
  public double[] steps() {
    return steps.clone();
  }

  @Override
  public double[] cosines() {
    return cosines.clone();
  }

  @Override
  public double[] firstNorms() {
    return firstNorms.clone();
  }

  @Override
  public double[] secondNorms() {
    return secondNorms.clone();
  }

  /** n. */
  public int size() {
    return cosines.length;
  }

  /** The inner product ⟨g, h⟩ at each step, [n]: a cosine that long gradients weigh more in. */
  public double[] products() {
    double[] products = new double[cosines.length];
    Arrays.setAll(products, t -> cosines[t] * firstNorms[t] * secondNorms[t]);
    return products;
  }

  /** The mean cosine, which is the affinity G; NaN where n is 0. */
  public double mean() {
    return Arrays.stream(cosines).average().orElse(Double.NaN);
  }

  /**
   * A quantile of the cosines, between neighbours in proportion; {@code quantile(0.5)} is the
   * median. NaN where n is 0.
   *
   * @param fraction in [0, 1]
   */
  public double quantile(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new DescriptionException(
          "quantile("
              + fraction
              + ") is outside [0, 1]. Write a fraction: 0.5 is the median, 0.9 exceeds nine in"
              + " ten.");
    }
    if (cosines.length == 0) {
      return Double.NaN;
    }
    double[] sorted = cosines();
    Arrays.sort(sorted);
    double at = fraction * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public String toString() {
    return first + " and " + second + " at " + cosines.length + " steps";
  }
}
