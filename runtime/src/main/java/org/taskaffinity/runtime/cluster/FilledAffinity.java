package org.taskaffinity.runtime.cluster;

/**
 * An affinity matrix whose undefined pairs have taken the mean of the defined ones.
 *
 * @param affinity [K][K], symmetric to the bit, diagonal 1
 * @param pairs how many were filled
 */
record FilledAffinity(double[][] affinity, int pairs) {
  /** Rounding of a matrix kept in single precision, in symmetry and at the bound of 1. */
  private static final double ROUNDING = 1e-6;

  static FilledAffinity of(double[][] given) {
    check(given);
    double sum = 0;
    int defined = 0;
    for (int i = 0; i < given.length; i++) {
      for (int j = 0; j < i; j++) {
        if (!Double.isNaN(given[i][j])) {
          sum += given[i][j];
          defined++;
        }
      }
    }
    int all = given.length * (given.length - 1) / 2;
    if (defined == 0) {
      throw new IllegalArgumentException(
          "All " + all + " pairs are undefined, so there is nothing to group tasks by.");
    }
    return new FilledAffinity(fill(given, sum / defined), all - defined);
  }

  double[][] distance() {
    double[][] distance = new double[affinity.length][affinity.length];
    for (int i = 0; i < distance.length; i++) {
      for (int j = 0; j < distance.length; j++) {
        distance[i][j] = Math.max(0, 1 - affinity[i][j]);
      }
    }
    return distance;
  }

  private static double[][] fill(double[][] given, double mean) {
    double[][] filled = new double[given.length][given.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i][i] = 1;
      for (int j = 0; j < i; j++) {
        filled[i][j] = filled[j][i] = Double.isNaN(given[i][j]) ? mean : given[i][j];
      }
    }
    return filled;
  }

  private static void check(double[][] given) {
    if (given.length < 2) {
      throw new IllegalArgumentException(
          "Grouping needs at least 2 tasks, not " + given.length + ".");
    }
    for (int i = 0; i < given.length; i++) {
      if (given[i].length != given.length) {
        throw new IllegalArgumentException(
            "An affinity matrix is square: row "
                + i
                + " of "
                + given.length
                + " holds "
                + given[i].length
                + " values.");
      }
      for (int j = 0; j < i; j++) {
        check(given, i, j);
      }
    }
  }

  private static void check(double[][] given, int i, int j) {
    double there = given[i][j];
    double back = given[j][i];
    boolean bothUndefined = Double.isNaN(there) && Double.isNaN(back);
    if (!bothUndefined && !(Math.abs(there - back) <= ROUNDING && there <= 1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "Affinities are symmetric and at most 1; between "
              + i
              + " and "
              + j
              + " they are "
              + there
              + " and "
              + back
              + ".");
    }
  }
}
