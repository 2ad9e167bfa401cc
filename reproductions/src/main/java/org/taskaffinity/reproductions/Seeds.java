package org.taskaffinity.reproductions;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/** Numbers of which each seed gives one. */
final class Seeds {
  private static final double LEVEL = 0.95;

  private Seeds() {}

  /**
   * Their mean with the interval mean ± t s / √n, t of n − 1 degrees of freedom. Seeds of which the
   * number is undefined are left out.
   */
  static Finding mean(String key, double[] each, int n) {
    double[] known = Arrays.stream(each).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    if (known.length < 2) {
      return Finding.of(key, mean, n);
    }
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (known.length - 1) / known.length);
    double t = new TDistribution(known.length - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
    String over = known.length + " seeds";
    return new Finding(key, mean, mean - t * error, mean + t * error, over, n);
  }
}
