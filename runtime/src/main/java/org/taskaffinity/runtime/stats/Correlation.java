package org.taskaffinity.runtime.stats;

import org.hipparchus.distribution.continuous.TDistribution;

/** How strongly two lists of numbers go together. */
public enum Correlation {
  /** Product-moment correlation: linear association. */
  PEARSON {
    @Override
    public double of(double[] x, double[] y) {
      return pearson(x, y);
    }
  },
  /** Rank correlation: monotone association. */
  SPEARMAN {
    @Override
    public double of(double[] x, double[] y) {
      return spearman(x, y);
    }
  };

  /** This coefficient of x and y; see {@link #pearson} and {@link #spearman}. */
  public abstract double of(double[] x, double[] y);

  /**
   * Pearson's coefficient.
   *
   * <pre>
   *   r = Σ (x_i − x̄)(y_i − ȳ) / √(Σ (x_i − x̄)² Σ (y_i − ȳ)²)
   * </pre>
   *
   * <p>Sums run over values less their mean, so that a large common offset costs no digits; very
   * large and very small values are scaled first, so that no square overflows or underflows.
   *
   * @return in [−1, 1]; NaN for fewer than 3 values or where x or y is constant or holds NaN
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double pearson(double[] x, double[] y) {
    sameLength(x, y);
    if (x.length < 3 || Moments.constant(x) || Moments.constant(y)) {
      return Double.NaN;
    }
    return product(Scale.down(x, Scale.exponent(x)), Scale.down(y, Scale.exponent(y)));
  }

  private static double product(double[] x, double[] y) {
    double meanX = Moments.mean(x);
    double meanY = Moments.mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)));
  }

  /**
   * Spearman's coefficient: Pearson's between ranks, tied values sharing the mean of their ranks.
   *
   * @return in [−1, 1]; NaN for fewer than 3 values or where x or y is constant or holds NaN
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double spearman(double[] x, double[] y) {
    sameLength(x, y);
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
        return Double.NaN;
      }
    }
    return pearson(Ranks.of(x), Ranks.of(y));
  }

  /**
   * The naive two-sided p: t = r √((n − 2) / (1 − r²)) against Student's t with n − 2 degrees of
   * freedom.
   *
   * <p>It takes the n values for independent. The pairs of a task matrix are not: each task sits in
   * K − 1 of them. {@link Mantel} gives a p that allows for it.
   *
   * @param r a correlation in [−1, 1]
   * @param n the values it was computed from
   * @return in [0, 1]; NaN where r is NaN or n is below 3
   */
  public static double naiveP(double r, int n) {
    if (Double.isNaN(r) || n < 3) {
      return Double.NaN;
    }
    if (Math.abs(r) >= 1) {
      return 0;
    }
    double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    return Math.min(1, 2 * new TDistribution(n - 2).cumulativeProbability(-t));
  }

  /**
   * Rounding may carry a correlation past its range by some 1e-16; what is infinite is undefined.
   */
  static double clamp(double r) {
    return Double.isInfinite(r) ? Double.NaN : Math.max(-1, Math.min(1, r));
  }

  private static void sameLength(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "A correlation needs lists of one length, not " + x.length + " and " + y.length + ".");
    }
  }
}
