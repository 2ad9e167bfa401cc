package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;

/** Designed matrices of cosines, checked. */
final class Cosines {
  private Cosines() {}

  /**
   * Two families of three tasks; within .5 to .8, across 0 to .3. None is negative: a task and its
   * opposite want the same encoder, so gradients cannot tell C from |C|.
   */
  static final List<List<Double>> TWO_FAMILIES =
      rows(
          new double[][] {
            {1.0, 0.8, 0.6, 0.3, 0.1, 0.0},
            {0.8, 1.0, 0.7, 0.2, 0.1, 0.1},
            {0.6, 0.7, 1.0, 0.1, 0.0, 0.2},
            {0.3, 0.2, 0.1, 1.0, 0.6, 0.5},
            {0.1, 0.1, 0.0, 0.6, 1.0, 0.7},
            {0.0, 0.1, 0.2, 0.5, 0.7, 1.0}
          });

  static List<List<Double>> rows(double[][] matrix) {
    return Arrays.stream(matrix).map(r -> Arrays.stream(r).boxed().toList()).toList();
  }

  static String said(List<List<Double>> cosines) {
    return Say.matrix(
        cosines.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  static List<List<Double>> checked(List<List<Double>> matrix) {
    int k = matrix.size();
    for (int i = 0; i < k; i++) {
      if (matrix.get(i).size() != k || matrix.get(i).get(i) != 1) {
        throw new DescriptionException(
            "cosines(…) is not a square matrix with ones on its diagonal: see row "
                + (i + 1)
                + " of "
                + k
                + ".");
      }
      for (int j = 0; j < i; j++) {
        checkMirror(matrix, i, j);
      }
    }
    if (k < 2 || !positiveDefinite(matrix)) {
      throw new DescriptionException(
          "cosines(…) cannot be the cosines of "
              + k
              + " vectors: the matrix is not positive definite. Write at least two tasks, and move"
              + " the entries towards 0.");
    }
    return matrix.stream().map(List::copyOf).toList();
  }

  private static void checkMirror(List<List<Double>> matrix, int i, int j) {
    double here = matrix.get(i).get(j);
    double mirror = matrix.get(j).get(i);
    if (here != mirror) {
      throw new DescriptionException(
          "cosines(…) is not symmetric: entry ("
              + (i + 1)
              + ", "
              + (j + 1)
              + ") is "
              + here
              + ", its mirror "
              + mirror
              + ".");
    }
  }

  /** By Cholesky's factorisation, which exists for positive definite matrices alone. */
  private static boolean positiveDefinite(List<List<Double>> matrix) {
    int k = matrix.size();
    double[][] l = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix.get(i).get(j);
        for (int m = 0; m < j; m++) {
          sum -= l[i][m] * l[j][m];
        }
        if (i == j && !(sum > 1e-12)) {
          return false;
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    return true;
  }
}
