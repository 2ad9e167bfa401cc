package org.taskaffinity.runtime.stats;

import java.util.Arrays;

/**
 * The pairs i &lt; j on which two task matrices are both defined.
 *
 * @param a values of the first matrix, in the order (0, 1), (0, 2), …, (1, 2), …
 * @param b values of the second, in the same order
 * @param skipped pairs left out because one of the two is NaN there
 */
record Pairs(double[] a, double[] b, int skipped) {
  /** Beyond the rounding of a matrix kept in single precision. */
  private static final double ASYMMETRY = 1e-6;

  /**
   * Pairs the upper triangles of two symmetric K × K matrices.
   *
   * @throws IllegalArgumentException if a matrix is not square or not symmetric, or the sizes
   *     differ
   */
  static Pairs of(double[][] a, double[][] b) {
    sameTasks(a, b);
    int all = count(a.length);
    double[] first = new double[all];
    double[] second = new double[all];
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = i + 1; j < a.length; j++) {
        if (!Double.isNaN(a[i][j]) && !Double.isNaN(b[i][j])) {
          first[n] = a[i][j];
          second[n++] = b[i][j];
        }
      }
    }
    return new Pairs(Arrays.copyOf(first, n), Arrays.copyOf(second, n), all - n);
  }

  /** How many pairs there are. */
  int count() {
    return a.length;
  }

  /** The correlation over these pairs. */
  double correlation(Correlation method) {
    return method.of(a, b);
  }

  /** K (K − 1) / 2. */
  static int count(int tasks) {
    return Math.toIntExact((long) tasks * (tasks - 1) / 2);
  }

  /** The upper triangle row by row, NaN kept. */
  static double[] upper(double[][] matrix) {
    symmetric(matrix);
    double[] values = new double[count(matrix.length)];
    int n = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = i + 1; j < matrix.length; j++) {
        values[n++] = matrix[i][j];
      }
    }
    return values;
  }

  static void sameTasks(double[][] a, double[][] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "Two task matrices must be of the same tasks, not of "
              + a.length
              + " and "
              + b.length
              + ".");
    }
    symmetric(a);
    symmetric(b);
  }

  static void symmetric(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i].length != matrix.length) {
        throw new IllegalArgumentException(
            "A task matrix is square: row "
                + i
                + " of "
                + matrix.length
                + " holds "
                + matrix[i].length
                + " values.");
      }
      for (int j = 0; j < i; j++) {
        if (!close(matrix[i][j], matrix[j][i])) {
          throw new IllegalArgumentException(
              "The matrix is not symmetric: ["
                  + i
                  + "]["
                  + j
                  + "] is "
                  + matrix[i][j]
                  + " and ["
                  + j
                  + "]["
                  + i
                  + "] is "
                  + matrix[j][i]
                  + ". Take the mean of the two directions first.");
        }
      }
    }
  }

  private static boolean close(double x, double y) {
    return x == y
        || Double.isNaN(x) && Double.isNaN(y)
        || Math.abs(x - y) <= ASYMMETRY * Math.max(1, Math.abs(x));
  }
}
