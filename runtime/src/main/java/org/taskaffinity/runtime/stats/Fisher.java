package org.taskaffinity.runtime.stats;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.taskaffinity.dsl.Interval;

/**
 * Fisher's z = artanh r, on which a correlation's error is nearly normal, and intervals there. By
 * StrictMath, because bits must not depend on the JDK.
 */
final class Fisher {
  static final double LEVEL = 0.95;

  /** The nearest to ±1 a double can tell from it, so that a perfect correlation has a finite z. */
  private static final double MOST = 1 - 0x1p-52;

  private Fisher() {}

  static double z(double r) {
    double inside = Math.max(-MOST, Math.min(MOST, r));
    return (StrictMath.log1p(inside) - StrictMath.log1p(-inside)) / 2;
  }

  /** tanh(z ± t · error), t the quantile for these degrees of freedom, which may be infinite. */
  static Interval interval(double z, double error, double freedom, Resampled what, int replicates) {
    double half = quantile(freedom) * error;
    return new Interval(
        StrictMath.tanh(z - half),
        StrictMath.tanh(z + half),
        LEVEL,
        what.over(),
        what.method(),
        what.units(),
        replicates);
  }

  static Interval unknown(Resampled what) {
    return new Interval(Double.NaN, Double.NaN, LEVEL, what.over(), what.method(), what.units(), 0);
  }

  /**
   * What an interval generalises over.
   *
   * @param over molecules, seeds or tasks
   * @param method what was resampled and how the ends were found, in words
   * @param units how many there were
   */
  record Resampled(String over, String method, int units) {}

  /** Of Student's t, for a two-sided interval of {@link #LEVEL}; infinite freedom is the normal. */
  static double quantile(double freedom) {
    double upper = (1 + LEVEL) / 2;
    return freedom == Double.POSITIVE_INFINITY
        ? new NormalDistribution(0, 1).inverseCumulativeProbability(upper)
        : new TDistribution(freedom).inverseCumulativeProbability(upper);
  }
}
