package org.taskaffinity.runtime.cluster;

/** Distance matrices. */
final class Distances {
  private Distances() {}

  static void check(double[][] distance) {
    if (distance.length == 0) {
      throw new IllegalArgumentException("There is nothing to cluster: the matrix is empty.");
    }
    for (int i = 0; i < distance.length; i++) {
      if (distance[i].length != distance.length) {
        throw new IllegalArgumentException(
            "A distance matrix is square: row "
                + i
                + " of "
                + distance.length
                + " holds "
                + distance[i].length
                + " values.");
      }
      for (int j = 0; j < i; j++) {
        check(distance, i, j);
      }
    }
  }

  private static void check(double[][] distance, int i, int j) {
    double d = distance[i][j];
    if (!(d >= 0 && d < Double.POSITIVE_INFINITY) || d != distance[j][i]) {
      throw new IllegalArgumentException(
          "Distances are finite, at least 0 and symmetric; between "
              + i
              + " and "
              + j
              + " they are "
              + d
              + " and "
              + distance[j][i]
              + ".");
    }
  }
}
