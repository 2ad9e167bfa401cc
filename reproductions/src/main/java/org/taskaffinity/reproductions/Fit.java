package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/**
 * A curve fitted by least squares (Levenberg and Marquardt), the best of several starts.
 *
 * @param model which curve
 * @param parameters in the model's order
 * @param r2 1 − Σ residual² / Σ (y − mean)²; below 0 where the mean of y is nearer
 */
record Fit(Model model, double[] parameters, double r2) {

  /** The curves that the paper fits to r over the overlap o in [0, 1]. */
  enum Model {
    /** Equation 5, r = L / (1 + exp(−k (100 o − x0))) + b: L, k, x0 in percent, b. */
    SIGMOID(4) {
      @Override
      double at(double o, double[] p) {
        return p[0] / (1 + Math.exp(-p[1] * (100 * o - p[2]))) + p[3];
      }

      @Override
      List<double[]> starts() {
        return List.of(
            new double[] {0.8, 0.1, 50, 0.1},
            new double[] {0.8, 0.15, 30, 0},
            new double[] {0.6, 0.05, 20, 0},
            new double[] {0.8, 0.03, 10, 0});
      }

      /** The bounds of the public code; outside them the four parameters say little. */
      @Override
      double[] bounded(double[] p) {
        return new double[] {
          clamp(p[0], 0, 1.5), clamp(p[1], 0.01, 0.5), clamp(p[2], 0, 100), clamp(p[3], -1, 1)
        };
      }
    },
    /** Equation 7, r = ρ o s / (o s + (1 − o)) with s = σ_s²/σ_n²: ρ and α0 = 1 / (1 + s). */
    SATURATING(2) {
      @Override
      double at(double o, double[] p) {
        double s = 1 / p[1] - 1;
        return p[0] * o * s / (o * s + 1 - o);
      }

      @Override
      List<double[]> starts() {
        return List.of(new double[] {0.8, 0.3}, new double[] {0.9, 0.1}, new double[] {0.6, 0.6});
      }

      @Override
      double[] bounded(double[] p) {
        return new double[] {clamp(p[0], -1.5, 1.5), clamp(p[1], 1e-4, 1 - 1e-4)};
      }
    };

    private final int size;

    Model(int size) {
      this.size = size;
    }

    abstract double at(double o, double[] parameters);

    abstract List<double[]> starts();

    abstract double[] bounded(double[] parameters);

    int size() {
      return size;
    }
  }

  private static double clamp(double value, double low, double high) {
    return Math.min(high, Math.max(low, value));
  }

  double at(double o) {
    return model.at(o, parameters);
  }

  /**
   * Fits.
   *
   * @param o overlaps in [0, 1]
   * @param y what was measured there; more values than the model has parameters
   */
  static Fit of(Model model, double[] o, double[] y) {
    if (o.length != y.length || o.length <= model.size()) {
      throw new IllegalArgumentException(
          "A curve of " + model.size() + " parameters needs more points than " + o.length + ".");
    }
    Fit best = null;
    for (double[] start : model.starts()) {
      Fit fit = from(start, model, o, y);
      best = best == null || fit.r2 > best.r2 ? fit : best;
    }
    return best;
  }

  /** The optimum that one start leads to, which may be a local one. */
  static Fit from(double[] start, Model model, double[] o, double[] y) {
    double[] weights = new double[y.length];
    Arrays.fill(weights, 1);
    double[] found;
    try {
      found =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(y)
                      .weight(new DiagonalMatrix(weights))
                      .model(p -> values(model, o, p), p -> slopes(model, o, p))
                      .parameterValidator(
                          p ->
                              new org.hipparchus.linear.ArrayRealVector(model.bounded(p.toArray())))
                      .maxEvaluations(2000)
                      .maxIterations(2000)
                      .build())
              .getPoint()
              .toArray();
    } catch (MathRuntimeException e) {
      found = start; // this start leads nowhere; another may
    }
    return new Fit(model, found, r2(values(model, o, found), y));
  }

  private static double[] values(Model model, double[] o, double[] p) {
    return Arrays.stream(o).map(each -> model.at(each, p)).toArray();
  }

  /** ∂r/∂p by central differences, [points][parameters]. */
  private static double[][] slopes(Model model, double[] o, double[] p) {
    double[][] out = new double[o.length][p.length];
    for (int j = 0; j < p.length; j++) {
      double step = 1e-6 * Math.max(1e-2, Math.abs(p[j]));
      double[] more = p.clone();
      double[] less = p.clone();
      more[j] += step;
      less[j] -= step;
      for (int i = 0; i < o.length; i++) {
        out[i][j] = (model.at(o[i], more) - model.at(o[i], less)) / (2 * step);
      }
    }
    return out;
  }

  private static double r2(double[] fitted, double[] y) {
    double mean = Arrays.stream(y).average().orElse(Double.NaN);
    double rest = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      rest += (y[i] - fitted[i]) * (y[i] - fitted[i]);
      all += (y[i] - mean) * (y[i] - mean);
    }
    return 1 - rest / all;
  }
}
