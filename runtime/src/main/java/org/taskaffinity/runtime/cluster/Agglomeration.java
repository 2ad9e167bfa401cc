package org.taskaffinity.runtime.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Agglomerative clustering of a distance matrix: again and again the two nearest clusters become
 * one.
 *
 * <p>Of several nearest couples the one with the least first member is taken, then that with the
 * least second member, a cluster counting by its least leaf; so a tie gives the same tree on every
 * machine. Time grows with K³ / 6, a few hundredths of a second for 600 tasks.
 */
final class Agglomeration {
  private final Linkage linkage;
  private final double[][] distance;
  private final int[] cluster;
  private final int[] size;
  private final List<Integer> active = new ArrayList<>();
  private final List<Dendrogram.Merge> merges = new ArrayList<>();

  private Agglomeration(double[][] distances, Linkage linkage) {
    this.linkage = linkage;
    int leaves = distances.length;
    distance = new double[leaves][];
    cluster = new int[leaves];
    size = new int[leaves];
    for (int i = 0; i < leaves; i++) {
      distance[i] = distances[i].clone();
      cluster[i] = i;
      size[i] = 1;
      active.add(i);
    }
  }

  /**
   * Clusters.
   *
   * @param distances [K][K], symmetric, at least 0, K ≥ 1
   */
  static Dendrogram of(double[][] distances, Linkage linkage) {
    Distances.check(distances);
    Agglomeration agglomeration = new Agglomeration(distances, linkage);
    while (agglomeration.active.size() > 1) {
      agglomeration.mergeNearest();
    }
    return new Dendrogram(distances.length, agglomeration.merges);
  }

  private void mergeNearest() {
    int first = -1;
    int second = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < active.size(); a++) {
      double[] row = distance[active.get(a)];
      for (int b = a + 1; b < active.size(); b++) {
        if (row[active.get(b)] < least) {
          least = row[active.get(b)];
          first = active.get(a);
          second = active.get(b);
        }
      }
    }
    merge(first, second, least);
  }

  /** The new cluster takes the first slot, which is that of its least leaf. */
  private void merge(int i, int j, double height) {
    active.remove(Integer.valueOf(j));
    for (int k : active) {
      if (k != i) {
        distance[i][k] =
            distance[k][i] =
                linkage.distance(distance[k][i], distance[k][j], height, size[i], size[j], size[k]);
      }
    }
    size[i] += size[j];
    merges.add(
        new Dendrogram.Merge(
            Math.min(cluster[i], cluster[j]), Math.max(cluster[i], cluster[j]), height, size[i]));
    cluster[i] = distance.length + merges.size() - 1;
  }
}
