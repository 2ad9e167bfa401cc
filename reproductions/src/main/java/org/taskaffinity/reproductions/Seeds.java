package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.taskaffinity.dsl.TaskMatrix;

/** Numbers of which each seed gives one. */
final class Seeds {
  private static final double LEVEL = 0.95;

  private Seeds() {}

  /**
   * Their mean, with two intervals by Student's t of n − 1 degrees of freedom: mean ± t s / √n for
   * the mean over seeds, and mean ± t s √(1 + 1/n) for one further run. Seeds for which the number
   * is undefined are left out.
   */
  static Finding mean(String key, double[] each, int n) {
    return around(Scale.PLAIN, key, each, n);
  }

  /** The mean of numbers that are at most 1, as an index of agreement; its intervals end there. */
  static Finding index(String key, double[] each, int n) {
    return around(Scale.AT_MOST_1, key, each, n);
  }

  /**
   * The mean of correlations, with the same intervals on Fisher's z = artanh r: near ±1 they are as
   * asymmetric as correlations are, and never reach beyond.
   */
  static Finding correlation(String key, double[] each, int n) {
    return around(Scale.FISHER_Z, key, each, n);
  }

  static Finding around(Scale scale, String key, double[] each, int n) {
    double[] known = Arrays.stream(each).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    if (known.length < 2) {
      return Finding.of(key, mean, n);
    }
    double[] z = Arrays.stream(known).map(scale::to).toArray();
    return new Finding(
        key,
        mean,
        List.of(span(Over.SEEDS, scale, z, n), span(Over.ONE_RUN, scale, z, n)),
        n,
        scale);
  }

  private static Span span(Over over, Scale scale, double[] z, int n) {
    double middle = Arrays.stream(z).average().orElseThrow();
    double error = deviation(z) * Math.sqrt(1.0 / z.length + (over == Over.SEEDS ? 0 : 1));
    double around = t(z.length - 1) * error;
    return new Span(over, z.length, scale.back(middle - around, n), scale.back(middle + around, n));
  }

  /** The sample standard deviation. */
  static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Student's t at 97.5 %. */
  static double t(double freedom) {
    return new TDistribution(freedom).inverseCumulativeProbability((1 + LEVEL) / 2);
  }

  /** How far an interval over so many seeds reaches from their mean, in standard deviations. */
  static double halfWidth(int seeds) {
    return t(seeds - 1) / Math.sqrt(seeds);
  }

  /** A number of each seed's matrix. */
  static double[] each(
      List<TaskMatrix> matrices, java.util.function.ToDoubleFunction<TaskMatrix> of) {
    return matrices.stream().mapToDouble(of).toArray();
  }

  /** A number of each seed, by its place. */
  static double[] each(int seeds, java.util.function.IntToDoubleFunction of) {
    return IntStream.range(0, seeds).mapToDouble(of).toArray();
  }
}
