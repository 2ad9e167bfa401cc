package org.taskaffinity.runtime.stats;

/**
 * No pair is undefined: means and norms outlive every renaming, and one sum of products is left.
 */
final class CompleteCorrelation implements PermutedCorrelation {
  private final double[][] a;
  private final double[] b;

  CompleteCorrelation(int tasks, double[] upperA, double[] upperB) {
    a = full(tasks, standardised(upperA));
    b = standardised(upperB);
  }

  @Override
  public double under(int[] order) {
    double sum = 0;
    for (int i = 0, pair = 0; i < order.length; i++) {
      double[] row = a[order[i]];
      for (int j = i + 1; j < order.length; j++) {
        sum += row[order[j]] * b[pair++];
      }
    }
    return sum;
  }

  private static double[] standardised(double[] given) {
    double[] values = Scale.down(given, Scale.exponent(given));
    double mean = Moments.mean(values);
    double norm = Math.sqrt(Moments.squares(values));
    double[] z = new double[values.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (values[i] - mean) / norm;
    }
    return z;
  }

  private static double[][] full(int tasks, double[] upper) {
    double[][] matrix = new double[tasks][tasks];
    for (int i = 0, pair = 0; i < tasks; i++) {
      for (int j = i + 1; j < tasks; j++) {
        matrix[i][j] = matrix[j][i] = upper[pair++];
      }
    }
    return matrix;
  }
}
