package org.taskaffinity.runtime.figure;

import org.taskaffinity.dsl.TaskMatrix;

/**
 * Places for tasks such that two lie the nearer the larger their weight: stress majorisation
 * (Gansner, Koren and North 2004) from a circle, so the same weights give the same places.
 *
 * <pre>
 *   distance wanted   d_ij = 0.4 + (1 − w_ij)
 *   minimised         Σ_{i&lt;j} d_ij⁻² (‖x_i − x_j‖ − d_ij)²
 * </pre>
 */
final class NetworkLayout {
  private static final double LEAST = 0.4;

  private final double[][] wanted;
  private double[][] places;

  private NetworkLayout(double[][] wanted) {
    this.wanted = wanted;
    int k = wanted.length;
    places = new double[k][2];
    for (int i = 0; i < k; i++) {
      double angle = 2 * Math.PI * i / k - Math.PI / 2;
      places[i] = new double[] {Math.cos(angle), Math.sin(angle)};
    }
  }

  /**
   * @param weights an undefined one counts as 0
   * @return [K][2], the middle of each task, in no particular unit
   */
  static double[][] of(TaskMatrix weights) {
    int k = weights.size();
    double[][] wanted = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double weight = weights.at(i, j);
        double bounded = Double.isNaN(weight) ? 0 : Math.max(0, Math.min(1, weight));
        wanted[i][j] = LEAST + 1 - bounded;
      }
    }
    NetworkLayout layout = new NetworkLayout(wanted);
    int rounds = (int) Math.min(300, 30_000_000L / (1 + (long) k * k));
    for (int round = 0; round < rounds; round++) {
      layout.improve();
    }
    return layout.places;
  }

  /** Moves every task to the mean of the places where each other one wants it. */
  private void improve() {
    int k = wanted.length;
    double[][] next = new double[k][2];
    for (int i = 0; i < k; i++) {
      double sum = 0;
      for (int j = 0; j < k; j++) {
        if (i != j) {
          double weight = 1 / (wanted[i][j] * wanted[i][j]);
          double dx = places[i][0] - places[j][0];
          double dy = places[i][1] - places[j][1];
          double stretch = wanted[i][j] / Math.max(1e-9, Math.hypot(dx, dy));
          next[i][0] += weight * (places[j][0] + dx * stretch);
          next[i][1] += weight * (places[j][1] + dy * stretch);
          sum += weight;
        }
      }
      next[i][0] /= Math.max(1e-9, sum);
      next[i][1] /= Math.max(1e-9, sum);
    }
    places = next;
  }
}
