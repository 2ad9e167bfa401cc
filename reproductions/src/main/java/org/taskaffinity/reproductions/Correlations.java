package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.taskaffinity.dsl.TaskMatrix;

/** Correlations of points that are not a matrix of tasks. */
final class Correlations {
  private Correlations() {}

  /** r of points [x, y]; NaN for fewer than three. */
  static double pearson(List<double[]> points) {
    return points.size() < 3
        ? Double.NaN
        : new PearsonsCorrelation().correlation(column(points, 0), column(points, 1));
  }

  /** r of two matrices over the pairs where both are defined; NaN for fewer than three. */
  static double pearson(TaskMatrix one, TaskMatrix other) {
    return pearson(one.pairs(), other.pairs());
  }

  /** r of two rows of values, over the places where both are defined; NaN for fewer than three. */
  static double pearson(double[] x, double[] y) {
    return pearson(
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i] + y[i]))
            .mapToObj(i -> new double[] {x[i], y[i]})
            .toList());
  }

  /** ρ of points [x, y]; NaN for fewer than three. */
  static double spearman(List<double[]> points) {
    return points.size() < 3
        ? Double.NaN
        : new SpearmansCorrelation().correlation(column(points, 0), column(points, 1));
  }

  /** The middle of the defined values, or the mean of the two in the middle. */
  static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    return n == 0
        ? Double.NaN
        : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  private static double[] column(List<double[]> points, int which) {
    return points.stream().mapToDouble(p -> p[which]).toArray();
  }

  /** Fisher and Yates. */
  static void shuffle(int[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
