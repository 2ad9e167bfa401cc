package org.taskaffinity.runtime.cluster;

import java.util.Optional;

/**
 * Tasks in groups.
 *
 * @param method how they were found, in words
 * @param labels the group of each task, numbered from 0 by first members; −1 is noise, a task in no
 *     group, which only HDBSCAN* has
 * @param groups how many groups there are, noise not counted
 * @param silhouette the mean silhouette on D = 1 − G; NaN for fewer than two groups or as many as
 *     tasks
 * @param dendrogram the tree, where the method makes one
 * @param silhouettes where the number of groups was chosen by them: entry k is the mean silhouette
 *     of k groups, NaN for k = 0 and 1; else empty
 * @param filledPairs pairs undefined in G, taken to have the mean affinity of the defined ones
 */
public record Grouping(
    String method,
    int[] labels,
    int groups,
    double silhouette,
    Optional<Dendrogram> dendrogram,
    double[] silhouettes,
    int filledPairs) {

  /** How many tasks are in no group. */
  public int noise() {
    int noise = 0;
    for (int label : labels) {
      noise += label == Partition.NOISE ? 1 : 0;
    }
    return noise;
  }
}
