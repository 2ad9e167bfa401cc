package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/** Pearson's correlation where a renaming decides which pairs are defined in both matrices. */
final class GappedPearson implements PermutedCorrelation {
  private final double[][] a;
  private final double[][] b;
  private final double[] x;
  private final double[] y;

  GappedPearson(double[][] a, double[][] b) {
    this.a = a;
    this.b = b;
    x = new double[Pairs.count(a.length)];
    y = new double[x.length];
  }

  @Override
  public double under(int[] order) {
    int n = 0;
    for (int i = 0; i < order.length; i++) {
      double[] row = a[order[i]];
      for (int j = i + 1; j < order.length; j++) {
        double value = row[order[j]];
        if (!Double.isNaN(value) && !Double.isNaN(b[i][j])) {
          x[n] = value;
          y[n++] = b[i][j];
        }
      }
    }
    return Correlation.pearson(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }
}
