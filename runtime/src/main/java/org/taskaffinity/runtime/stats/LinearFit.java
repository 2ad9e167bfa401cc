package org.taskaffinity.runtime.stats;

import org.hipparchus.distribution.continuous.TDistribution;
import org.taskaffinity.dsl.Interval;

/**
 * The straight line y = intercept + slope · x of least squares.
 *
 * @param slope in units of y per unit of x
 * @param intercept y at x = 0
 * @param r2 share of the variance of y explained, in [0, 1]; NaN for constant y
 * @param residualError √(Σ residual² / (n − 2)), in units of y
 * @param n points
 * @param meanX mean of x
 * @param normX √Σ (x − meanX)²
 */
public record LinearFit(
    double slope,
    double intercept,
    double r2,
    double residualError,
    int n,
    double meanX,
    double normX) {

  /**
   * Fits.
   *
   * @throws IllegalArgumentException for fewer than 3 points, lists of different lengths, or
   *     constant x
   */
  public static LinearFit of(double[] x, double[] y) {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException(
          "A line needs at least 3 points, one y an x: got " + x.length + " and " + y.length + ".");
    }
    if (Moments.constant(x)) {
      throw new IllegalArgumentException(
          "All " + x.length + " x are " + x[0] + "; no line can be fitted.");
    }
    int ofX = Scale.exponent(x);
    int ofY = Scale.exponent(y);
    return scaled(Scale.down(x, ofX), Scale.down(y, ofY)).up(ofX, ofY);
  }

  private static LinearFit scaled(double[] x, double[] y) {
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double xx = Moments.squares(x);
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = xy / xx;
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      rest += residual * residual;
    }
    double r2 = Moments.constant(y) ? Double.NaN : 1 - rest / Moments.squares(y);
    double error = Math.sqrt(rest / (x.length - 2));
    return new LinearFit(slope, meanY - slope * meanX, r2, error, x.length, meanX, Math.sqrt(xx));
  }

  /** The line through x · 2^ofX and y · 2^ofY. */
  private LinearFit up(int ofX, int ofY) {
    return new LinearFit(
        Math.scalb(slope, ofY - ofX),
        Math.scalb(intercept, ofY),
        r2,
        Math.scalb(residualError, ofY),
        n,
        Math.scalb(meanX, ofX),
        Math.scalb(normX, ofX));
  }

  /** The line at x. */
  public double at(double x) {
    return intercept + slope * x;
  }

  /**
   * The 95 % band for the mean of y at x: at(x) ± t · residualError · √(1/n + ((x − meanX) /
   * normX)²), t with n − 2 degrees of freedom. It treats the points as independent, which the pairs
   * of a task matrix are not: see {@link LineOverTasks}.
   */
  public Interval band(double x) {
    double t = new TDistribution(n - 2).inverseCumulativeProbability((1 + Fisher.LEVEL) / 2);
    double away = (x - meanX) / normX;
    double half = t * residualError * Math.sqrt(1.0 / n + away * away);
    return new Interval(at(x) - half, at(x) + half, Fisher.LEVEL, "pairs", "mean of y at x", n, 0);
  }
}
