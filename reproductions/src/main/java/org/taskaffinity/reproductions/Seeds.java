package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;

/** Numbers of which each seed gives one. */
final class Seeds {
  private static final double LEVEL = 0.95;

  /** The nearest to ±1 whose z is finite. */
  private static final double MOST = Math.nextDown(1.0);

  private Seeds() {}

  /**
   * Their mean with the interval mean ± t s / √n, t of n − 1 degrees of freedom. Seeds of which the
   * number is undefined are left out.
   */
  static Finding mean(String key, double[] each, int n) {
    return around(key, each, n, DoubleUnaryOperator.identity(), DoubleUnaryOperator.identity());
  }

  /** The mean of numbers that none exceeds; its interval ends there. */
  static Finding atMost(double most, String key, double[] each, int n) {
    Finding free = mean(key, each, n);
    return new Finding(key, free.value(), free.low(), Math.min(most, free.high()), free.over(), n);
  }

  /**
   * The mean of correlations, with the same interval on Fisher's z = artanh r: near ±1 it is as
   * lopsided as they are, and never reaches beyond.
   */
  static Finding correlation(String key, double[] each, int n) {
    return around(
        key, each, n, r -> FastMath.atanh(Math.max(-MOST, Math.min(MOST, r))), Math::tanh);
  }

  private static Finding around(
      String key, double[] each, int n, DoubleUnaryOperator to, DoubleUnaryOperator back) {
    double[] known = Arrays.stream(each).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    if (known.length < 2) {
      return Finding.of(key, mean, n);
    }
    double[] z = Arrays.stream(known).map(to).toArray();
    double middle = Arrays.stream(z).average().orElseThrow();
    double squares = Arrays.stream(z).map(v -> (v - middle) * (v - middle)).sum();
    double around = halfWidth(z.length) * Math.sqrt(squares / (z.length - 1));
    return new Finding(
        key,
        mean,
        back.applyAsDouble(middle - around),
        back.applyAsDouble(middle + around),
        z.length + " seeds",
        n);
  }

  /** How far an interval over so many seeds reaches from their mean, in standard deviations. */
  static double halfWidth(int seeds) {
    double t = new TDistribution(seeds - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
    return t / Math.sqrt(seeds);
  }
}
