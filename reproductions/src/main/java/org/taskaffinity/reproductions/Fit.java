package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * A curve fitted by weighted least squares (Levenberg and Marquardt), the best of many starts.
 *
 * @param curve which curve
 * @param parameters in the curve's order
 * @param r2 1 − Σ w (y − ŷ)² / Σ w (y − ȳ)², ȳ the weighted mean; below 0 where ȳ is nearer
 * @param aicc n ln(Σ w (y − ŷ)² / n) + 2 p + 2 p (p + 1) / (n − p − 1), p = parameters + 1 for the
 *     residual variance (Hurvich and Tsai 1989); smaller is better, and only differences between
 *     curves on the same points mean something. NaN for too few points
 */
record Fit(Curve curve, double[] parameters, double r2, double aicc) {
  private static final int STARTS = 24;

  double at(double o) {
    return curve.at(o, parameters);
  }

  /** Which parameters lie on a bound. */
  List<Integer> atBounds() {
    return curve.atBounds(parameters);
  }

  /** All points with the same weight. */
  static Fit of(Curve curve, double[] o, double[] y) {
    return of(curve, o, y, even(y.length));
  }

  /**
   * Fits.
   *
   * @param o overlaps in (0, 1]
   * @param y what was measured there; more values than the curve has parameters
   * @param weights of the points, as 1 / (standard error)²
   */
  static Fit of(Curve curve, double[] o, double[] y, double[] weights) {
    return of(curve, o, y, weights, STARTS);
  }

  /** The same with fewer drawn starts, for many fits of similar points. */
  static Fit of(Curve curve, double[] o, double[] y, double[] weights, int drawn) {
    if (o.length != y.length || o.length <= curve.size()) {
      throw new IllegalArgumentException(
          "A curve of " + curve.size() + " parameters needs more points than " + o.length + ".");
    }
    if (curve == Curve.STEP) {
      return step(o, y, weights);
    }
    return curve.starts(drawn).stream()
        .map(start -> from(start, curve, o, y, weights))
        .flatMap(Optional::stream)
        .max((one, other) -> Double.compare(one.r2, other.r2))
        .orElseThrow(() -> new IllegalStateException("No start leads to a fit of " + curve + "."));
  }

  /**
   * The optimum that one start leads to, which may be a local one; empty where it leads nowhere.
   */
  static Optional<Fit> from(double[] start, Curve curve, double[] o, double[] y, double[] weights) {
    try {
      double[] found =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(curve.bounded(start))
                      .target(y)
                      .weight(new DiagonalMatrix(weights))
                      .model(p -> values(curve, o, p), p -> slopes(curve, o, p))
                      .parameterValidator(p -> new ArrayRealVector(curve.bounded(p.toArray())))
                      .maxEvaluations(2000)
                      .maxIterations(2000)
                      .build())
              .getPoint()
              .toArray();
      return Optional.of(with(curve, found, o, y, weights));
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
  }

  /** The threshold halfway between two levels that leaves least. */
  private static Fit step(double[] o, double[] y, double[] weights) {
    double[] sorted = Arrays.stream(o).distinct().sorted().toArray();
    Fit best = null;
    for (int i = 1; i < sorted.length; i++) {
      double threshold = (sorted[i - 1] + sorted[i]) / 2;
      double below = mean(o, y, weights, threshold, true);
      double above = mean(o, y, weights, threshold, false);
      Fit fit = with(Curve.STEP, new double[] {below, above, threshold}, o, y, weights);
      best = best == null || fit.r2 > best.r2 ? fit : best;
    }
    return best;
  }

  private static double mean(
      double[] o, double[] y, double[] weights, double threshold, boolean below) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < o.length; i++) {
      if (o[i] < threshold == below) {
        sum += weights[i] * y[i];
        weight += weights[i];
      }
    }
    return sum / weight;
  }

  private static Fit with(Curve curve, double[] p, double[] o, double[] y, double[] weights) {
    double mean = mean(o, y, weights, Double.POSITIVE_INFINITY, true);
    double rest = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      double left = y[i] - curve.at(o[i], p);
      rest += weights[i] * left * left;
      all += weights[i] * (y[i] - mean) * (y[i] - mean);
    }
    return new Fit(curve, p, 1 - rest / all, aicc(rest, y.length, curve.size() + 1));
  }

  private static double aicc(double rest, int n, int p) {
    return n - p - 1 <= 0
        ? Double.NaN
        : n * Math.log(rest / n) + 2.0 * p + 2.0 * p * (p + 1) / (n - p - 1);
  }

  private static double[] even(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static double[] values(Curve curve, double[] o, double[] p) {
    return Arrays.stream(o).map(each -> curve.at(each, p)).toArray();
  }

  /** ∂r/∂p by central differences, [points][parameters]. */
  private static double[][] slopes(Curve curve, double[] o, double[] p) {
    double[][] out = new double[o.length][p.length];
    for (int j = 0; j < p.length; j++) {
      double step = 1e-6 * Math.max(1e-2, Math.abs(p[j]));
      double[] more = p.clone();
      double[] less = p.clone();
      more[j] += step;
      less[j] -= step;
      for (int i = 0; i < o.length; i++) {
        out[i][j] = (curve.at(o[i], more) - curve.at(o[i], less)) / (2 * step);
      }
    }
    return out;
  }
}
