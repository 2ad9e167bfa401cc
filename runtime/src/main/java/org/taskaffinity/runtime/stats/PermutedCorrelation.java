package org.taskaffinity.runtime.stats;

/** The correlation of two task matrices once the tasks of the first are renamed. */
interface PermutedCorrelation {

  /** Over pairs i &lt; j of a[order[i]][order[j]] and b[i][j]; NaN where undefined. */
  double under(int[] order);

  static PermutedCorrelation of(double[][] a, double[][] b, Correlation method) {
    double[] upperA = Pairs.upper(a);
    double[] upperB = Pairs.upper(b);
    if (!anyNaN(upperA) && !anyNaN(upperB)) {
      return method == Correlation.PEARSON
          ? new CompleteCorrelation(a.length, upperA, upperB)
          : new CompleteCorrelation(a.length, Ranks.of(upperA), Ranks.of(upperB));
    }
    return method == Correlation.PEARSON ? new GappedPearson(a, b) : new GappedSpearman(a, b);
  }

  private static boolean anyNaN(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
