package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.runtime.random.Stream;

/** The little linear algebra that planted data needs; every sum in one order, on every machine. */
final class Orthonormal {
  /** A direction that keeps less than this of its length lies in those before it. */
  private static final double DEPENDENT = 1e-8;

  private Orthonormal() {}

  /**
   * Columns with mean 0 and covariance I that span the centred columns given: Z with Zᵀ1 = 0 and
   * ZᵀZ / N = I.
   *
   * @param rows [N][F]
   * @return [R][N], transposed; R is the rank of the centred columns, at most F
   */
  static double[][] whitened(double[][] rows) {
    int n = rows.length;
    List<double[]> basis = new ArrayList<>();
    for (int f = 0; f < rows[0].length; f++) {
      double[] column = new double[n];
      double mean = 0;
      for (int r = 0; r < n; r++) {
        column[r] = rows[r][f];
        mean += column[r] / n;
      }
      for (int r = 0; r < n; r++) {
        column[r] -= mean;
      }
      extend(basis, column);
    }
    basis.forEach(column -> scale(column, Math.sqrt(n)));
    return basis.toArray(double[][]::new);
  }

  /**
   * Random orthonormal rows: Gaussian vectors, made orthonormal, are uniform over all such bases.
   *
   * @return [k][dimension], k at most the dimension
   */
  static double[][] basis(int k, int dimension, Stream random) {
    List<double[]> basis = new ArrayList<>();
    while (basis.size() < k) {
      double[] direction = new double[dimension];
      for (int d = 0; d < dimension; d++) {
        direction[d] = random.nextGaussian();
      }
      extend(basis, direction);
    }
    return basis.toArray(double[][]::new);
  }

  /** Gram–Schmidt, twice over: once more takes away what rounding left ("twice is enough"). */
  private static void extend(List<double[]> basis, double[] vector) {
    double before = norm(vector);
    for (int pass = 0; pass < 2; pass++) {
      for (double[] b : basis) {
        double along = dot(b, vector);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= along * b[i];
        }
      }
    }
    double length = norm(vector);
    if (length > DEPENDENT * before) {
      scale(vector, 1 / length);
      basis.add(vector);
    }
  }

  /** L, lower triangular, with C = L Lᵀ; C is positive definite. */
  static double[][] cholesky(double[][] c) {
    double[][] l = new double[c.length][c.length];
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = c[i][j];
        for (int m = 0; m < j; m++) {
          rest -= l[i][m] * l[j][m];
        }
        l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
      }
    }
    return l;
  }

  /** A B. */
  static double[][] product(double[][] a, double[][] b) {
    double[][] out = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int m = 0; m < b.length; m++) {
        for (int j = 0; j < out[i].length; j++) {
          out[i][j] += a[i][m] * b[m][j];
        }
      }
    }
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static void scale(double[] vector, double by) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= by;
    }
  }
}
