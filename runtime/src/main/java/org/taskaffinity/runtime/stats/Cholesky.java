package org.taskaffinity.runtime.stats;

/** Systems of equations with a symmetric, positive definite matrix. */
final class Cholesky {
  private Cholesky() {}

  /**
   * Solves A x = b by A = Uᵀ U.
   *
   * @param a [n][n], of which only what lies on and above the diagonal is read; it is overwritten
   * @throws ArithmeticException if A is not positive definite
   */
  static double[] solve(double[][] a, double[] b) {
    factor(a);
    double[] x = b.clone();
    int n = x.length;
    for (int i = 0; i < n; i++) {
      x[i] /= a[i][i];
      for (int j = i + 1; j < n; j++) {
        x[j] -= a[i][j] * x[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        x[i] -= a[i][j] * x[j];
      }
      x[i] /= a[i][i];
    }
    return x;
  }

  private static void factor(double[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      double[] row = a[k];
      if (!(row[k] > 0)) {
        throw new ArithmeticException("The matrix is not positive definite.");
      }
      double root = Math.sqrt(row[k]);
      for (int j = k; j < n; j++) {
        row[j] /= root;
      }
      for (int i = k + 1; i < n; i++) {
        subtract(row[i], row, i, a[i]);
      }
    }
  }

  private static void subtract(double factor, double[] x, int from, double[] to) {
    for (int j = from; j < x.length; j++) {
      to[j] -= factor * x[j];
    }
  }
}
