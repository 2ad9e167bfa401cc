package org.taskaffinity.runtime.cluster;

/**
 * Silhouettes of a grouping on a distance matrix (Rousseeuw 1987).
 *
 * <pre>
 *   s_i = (b_i − a_i) / max(a_i, b_i)
 * </pre>
 *
 * <p>a_i is the mean distance to the rest of i's own group, b_i that to the nearest other group. A
 * member alone in its group has s = 0.
 */
final class Silhouette {
  private Silhouette() {}

  /**
   * The mean of s_i.
   *
   * @param distances [K][K]
   * @param labels groups numbered from 0; negative labels are noise and left out
   * @return in [−1, 1]; NaN with fewer than two groups, or as many groups as members
   */
  static double mean(double[][] distances, int[] labels) {
    int groups = Partition.groups(labels);
    int[] size = new int[Math.max(groups, 0)];
    int members = 0;
    for (int label : labels) {
      if (label >= 0) {
        size[label]++;
        members++;
      }
    }
    if (groups < 2 || groups >= members) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += labels[i] >= 0 && size[labels[i]] > 1 ? of(i, distances, labels, size) : 0;
    }
    return sum / members;
  }

  private static double of(int i, double[][] distances, int[] labels, int[] size) {
    double[] toGroup = new double[size.length];
    for (int j = 0; j < labels.length; j++) {
      if (labels[j] >= 0 && j != i) {
        toGroup[labels[j]] += distances[i][j];
      }
    }
    double own = toGroup[labels[i]] / (size[labels[i]] - 1);
    double other = Double.POSITIVE_INFINITY;
    for (int c = 0; c < size.length; c++) {
      if (c != labels[i] && size[c] > 0) {
        other = Math.min(other, toGroup[c] / size[c]);
      }
    }
    double greater = Math.max(own, other);
    return greater == 0 ? 0 : (other - own) / greater;
  }
}
