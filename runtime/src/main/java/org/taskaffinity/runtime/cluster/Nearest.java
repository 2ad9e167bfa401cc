package org.taskaffinity.runtime.cluster;

import org.taskaffinity.runtime.cluster.AgglomerativeTrainer.Input;

/**
 * Finds the cluster a new point would join first: the nearest by the linkage the clusters were made
 * with.
 *
 * @param linkage the distance between clusters
 * @param input what {@code rows} hold
 * @param rows [K][·] the training examples
 * @param distances [K][K] between them
 * @param labels the cluster of each
 */
record Nearest(Linkage linkage, Input input, double[][] rows, double[][] distances, int[] labels) {

  /** Values an example has. */
  int width() {
    return rows[0].length;
  }

  int cluster(double[] example) {
    double[] toExamples = example;
    if (input == Input.FEATURES) {
      toExamples = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        toExamples[i] = Distances.euclidean(example, rows[i]);
      }
    }
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < Partition.groups(labels); c++) {
      double distance = distance(toExamples, c);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  private double distance(double[] toExamples, int cluster) {
    double min = Double.POSITIVE_INFINITY;
    double max = 0;
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == cluster) {
        min = Math.min(min, toExamples[i]);
        max = Math.max(max, toExamples[i]);
        sum += toExamples[i];
        squares += toExamples[i] * toExamples[i];
        n++;
      }
    }
    return switch (linkage) {
      case SINGLE -> min;
      case COMPLETE -> max;
      case AVERAGE -> sum / n;
      // Ward: 2n/(n+1) times the squared distance to the centroid, itself from distances alone.
      case WARD -> Math.sqrt(2.0 * n / (n + 1) * Math.max(0, squares / n - within(cluster, n)));
    };
  }

  /** The mean squared distance of a cluster's members to their centroid: Σ_{i&lt;j} d² / n². */
  private double within(int cluster, int n) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < i && labels[i] == cluster; j++) {
        sum += labels[j] == cluster ? distances[i][j] * distances[i][j] : 0;
      }
    }
    return sum / ((double) n * n);
  }
}
