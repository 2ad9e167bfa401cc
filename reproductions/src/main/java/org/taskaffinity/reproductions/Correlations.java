package org.taskaffinity.reproductions;

import java.util.List;
import java.util.Random;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Correlations of points that are not a matrix of tasks. */
final class Correlations {
  private Correlations() {}

  /** r of points [x, y]; NaN for fewer than three. */
  static double pearson(List<double[]> points) {
    return points.size() < 3
        ? Double.NaN
        : new PearsonsCorrelation().correlation(column(points, 0), column(points, 1));
  }

  /** ρ of points [x, y]; NaN for fewer than three. */
  static double spearman(List<double[]> points) {
    return points.size() < 3
        ? Double.NaN
        : new SpearmansCorrelation().correlation(column(points, 0), column(points, 1));
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
