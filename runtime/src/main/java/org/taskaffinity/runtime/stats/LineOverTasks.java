package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.taskaffinity.dsl.Interval;

/**
 * How the least-squares line through pairs of tasks would vary with other tasks of the same kind.
 * Pairs that share a task are not independent, so each task in turn is left out with all its pairs
 * (the jackknife), as {@link Intervals#overTasks} does for a correlation.
 *
 * <pre>
 *   s²(x) = (K − 1) / K · Σ_k (ŷ_(k)(x) − mean_k ŷ_(k)(x))²
 * </pre>
 */
public final class LineOverTasks {
  /** Leaving one of fewer tasks out leaves fewer than three pairs. */
  private static final int LEAST_TASKS = 4;

  /** n, Σ dx, Σ dy, Σ dx², Σ dx dy. */
  private static final int SUMS = 5;

  /** Less than this share of Σ dx² is rounding: x is constant without the task. */
  private static final double TINY = 1e-12;

  private final LinearFit fit;
  private final double[] slopes;
  private final double[] intercepts;

  private LineOverTasks(LinearFit fit, double[] slopes, double[] intercepts) {
    this.fit = fit;
    this.slopes = slopes;
    this.intercepts = intercepts;
  }

  /**
   * Fits.
   *
   * @param fit the line through all points
   * @param x one value for each pair
   * @param y one value for each pair
   * @param first index of one task of each pair, in [0, K)
   * @param second index of the other task
   * @param tasks K
   * @return empty for fewer than 4 tasks, or where a line is undefined without one of them
   */
  public static Optional<LineOverTasks> of(
      LinearFit fit, double[] x, double[] y, int[] first, int[] second, int tasks) {
    if (tasks < LEAST_TASKS) {
      return Optional.empty();
    }
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double[] all = new double[SUMS];
    double[][] shares = new double[tasks][SUMS];
    for (int p = 0; p < x.length; p++) {
      double dx = x[p] - meanX;
      double dy = y[p] - meanY;
      double[] sums = {1, dx, dy, dx * dx, dx * dy};
      for (int s = 0; s < SUMS; s++) {
        all[s] += sums[s];
        shares[first[p]][s] += sums[s];
        shares[second[p]][s] += sums[s];
      }
    }
    double[] slopes = new double[tasks];
    double[] intercepts = new double[tasks];
    for (int k = 0; k < tasks; k++) {
      double n = all[0] - shares[k][0];
      double sumX = all[1] - shares[k][1];
      double sumY = all[2] - shares[k][2];
      double squares = all[3] - shares[k][3] - sumX * sumX / n;
      if (n < 3 || !(squares > TINY * all[3])) {
        return Optional.empty();
      }
      slopes[k] = (all[4] - shares[k][4] - sumX * sumY / n) / squares;
      intercepts[k] = meanY + sumY / n - slopes[k] * (meanX + sumX / n);
    }
    return Optional.of(new LineOverTasks(fit, slopes, intercepts));
  }

  /** The 95 % band for the line at x: at(x) ± t · s(x), t with K − 1 degrees of freedom. */
  public Interval band(double x) {
    int tasks = slopes.length;
    double[] lines = new double[tasks];
    Arrays.setAll(lines, k -> intercepts[k] + slopes[k] * x);
    double error = Math.sqrt((tasks - 1.0) / tasks * Moments.squares(lines));
    double t = new TDistribution(tasks - 1).inverseCumulativeProbability((1 + Fisher.LEVEL) / 2);
    String text = "line at x over tasks left out one by one; jackknife, Student's t";
    return new Interval(
        fit.at(x) - t * error, fit.at(x) + t * error, Fisher.LEVEL, "tasks", text, tasks, tasks);
  }
}
