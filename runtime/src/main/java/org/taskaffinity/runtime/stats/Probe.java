package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A linear model on a representation, fitted with a ridge; its intercept is free:
 *
 * <pre>
 *   min over w, b of  Σ ℓ(y, w·z + b) + ½ ‖w‖²
 * </pre>
 *
 * <p>ℓ is the cross-entropy of σ(f) for a classification and ½ (f − y)² for a regression, as in
 * scikit-learn's {@code LogisticRegression(C=1)} and {@code Ridge(alpha=1)}. Solved by Newton's
 * method in double precision, which ends at the one solution there is, whoever computes it; by
 * StrictMath, because bits must not depend on the JDK.
 */
public final class Probe {
  private static final double RIDGE = 1;
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double CLOSE = 1e-14;

  /** Rows that share a pass over the Hessian, so that a row of it is read from memory once. */
  private static final int CHUNK = 16;

  private final double[][] z;
  private final double[] y;
  private final boolean logistic;
  private final int width;

  /** Weights, and behind them the intercept. */
  private final double[] at;

  private Probe(double[][] z, double[] y, boolean logistic) {
    this.z = z;
    this.y = y;
    this.logistic = logistic;
    width = z[0].length;
    at = new double[width + 1];
    double mean = Moments.mean(y);
    at[width] = logistic ? StrictMath.log(mean / (1 - mean)) : mean;
    descend();
  }

  /**
   * Logistic regression.
   *
   * @param z [n][D]
   * @param y [n], 0 or 1, both of them there
   */
  public static Probe logistic(double[][] z, double[] y) {
    return new Probe(z, y, true);
  }

  /**
   * Ridge regression.
   *
   * @param z [n][D]
   * @param y [n]
   */
  public static Probe linear(double[][] z, double[] y) {
    return new Probe(z, y, false);
  }

  /** w, [D]. */
  public double[] weights() {
    return Arrays.copyOf(at, width);
  }

  /** b. */
  public double intercept() {
    return at[width];
  }

  /**
   * The second moment of the representation, weighed by how much a label at each row would say:
   *
   * <pre>
   *   S = 1/n Σ v z zᵀ,   v = p (1 − p), p = σ(w·z + b);   or v = 1 / σ², σ² the mean squared residual
   * </pre>
   *
   * @return [D][D]
   */
  public double[][] moment() {
    double[] v = new double[z.length];
    if (logistic) {
      Arrays.setAll(v, i -> slope(value(at, z[i])));
    } else {
      double squares = 0;
      for (int i = 0; i < v.length; i++) {
        double residual = y[i] - value(at, z[i]);
        squares += residual * residual;
      }
      Arrays.fill(v, v.length / squares);
    }
    double[][] all = weighed(v);
    double[][] moment = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = a; b < width; b++) {
        moment[a][b] = all[a][b] / z.length;
        moment[b][a] = moment[a][b];
      }
    }
    return moment;
  }

  // Newton's method

  private void descend() {
    double reached = loss(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = gradient();
      double[] by = Cholesky.solve(hessian(), gradient);
      double decrement = dot(gradient, by);
      if (!(decrement > CLOSE * (1 + reached))) {
        return;
      }
      double[] before = at.clone();
      double from = reached;
      double length = 1;
      for (int halved = 0; halved < MOST_HALVINGS; halved++, length /= 2) {
        double share = length;
        Arrays.setAll(at, a -> before[a] - share * by[a]);
        reached = loss(at);
        if (reached < from) {
          break;
        }
      }
      if (!(reached < from)) { // as near as rounding lets it come
        System.arraycopy(before, 0, at, 0, at.length);
        return;
      }
    }
  }

  private double loss(double[] parameters) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double f = value(parameters, z[i]);
      sum += logistic ? softplus(f) - y[i] * f : (f - y[i]) * (f - y[i]) / 2;
    }
    for (int a = 0; a < width; a++) {
      sum += RIDGE * parameters[a] * parameters[a] / 2;
    }
    return sum;
  }

  private double[] gradient() {
    double[] sum = new double[width + 1];
    DoubleUnaryOperator mean = logistic ? Probe::sigmoid : f -> f;
    for (int i = 0; i < y.length; i++) {
      double slope = mean.applyAsDouble(value(at, z[i])) - y[i];
      for (int a = 0; a < width; a++) {
        sum[a] += slope * z[i][a];
      }
      sum[width] += slope;
    }
    for (int a = 0; a < width; a++) {
      sum[a] += RIDGE * at[a];
    }
    return sum;
  }

  private double[][] hessian() {
    double[] v = new double[y.length];
    Arrays.setAll(v, i -> logistic ? slope(value(at, z[i])) : 1);
    double[][] hessian = weighed(v);
    for (int a = 0; a < width; a++) {
      hessian[a][a] += RIDGE;
    }
    return hessian;
  }

  /** Σ v (z, 1) (z, 1)ᵀ, on and above the diagonal, [D + 1][D + 1]. */
  private double[][] weighed(double[] v) {
    double[][] sum = new double[width + 1][width + 1];
    for (int first = 0; first < v.length; first += CHUNK) {
      int end = Math.min(v.length, first + CHUNK);
      for (int a = 0; a < width; a++) {
        for (int i = first; i < end; i++) {
          double factor = v[i] * z[i][a];
          add(factor, z[i], a, sum[a]);
          sum[a][width] += factor;
        }
      }
      for (int i = first; i < end; i++) {
        sum[width][width] += v[i];
      }
    }
    return sum;
  }

  private static void add(double factor, double[] x, int from, double[] to) {
    for (int b = from; b < x.length; b++) {
      to[b] += factor * x[b];
    }
  }

  private static double value(double[] parameters, double[] z) {
    double sum = parameters[z.length];
    for (int a = 0; a < z.length; a++) {
      sum += parameters[a] * z[a];
    }
    return sum;
  }

  private static double slope(double f) {
    double p = sigmoid(f);
    return p * (1 - p);
  }

  private static double sigmoid(double f) {
    return 1 / (1 + StrictMath.exp(-f));
  }

  /** log(1 + exp f), without overflow. */
  private static double softplus(double f) {
    return Math.max(f, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(f)));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
