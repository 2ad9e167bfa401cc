package org.taskaffinity.runtime.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree of an agglomerative clustering.
 *
 * @param leaves K
 * @param merges K − 1 merges in the order made; heights never fall
 */
public record Dendrogram(int leaves, List<Merge> merges) {

  /**
   * Two clusters made one. Clusters 0 … K − 1 are the leaves; merge m makes cluster K + m.
   *
   * @param left the lesser of the two cluster numbers
   * @param right the greater
   * @param height their distance
   * @param size leaves of the new cluster
   */
  public record Merge(int left, int right, double height, int size) {}

  /** Checks that the merges make one tree of the leaves. */
  public Dendrogram {
    merges = List.copyOf(merges);
    if (leaves < 1 || merges.size() != leaves - 1) {
      throw new IllegalArgumentException(
          leaves + " leaves need " + (leaves - 1) + " merges, not " + merges.size() + ".");
    }
  }

  /**
   * The clusters left when the last k − 1 merges are undone.
   *
   * @param k from 1 to the number of leaves
   * @return the cluster of each leaf, numbered from 0 by their first leaves
   */
  public int[] cut(int k) {
    if (k < 1 || k > leaves) {
      throw new IllegalArgumentException(
          leaves + " leaves can be cut into 1 to " + leaves + " clusters, not " + k + ".");
    }
    return labels(leaves - k);
  }

  /** Leaves from left to right, such that no two branches of the drawn tree cross. */
  public int[] leafOrder() {
    List<Integer> order = new ArrayList<>();
    collect(leaves + merges.size() - 1, order);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private void collect(int cluster, List<Integer> order) {
    if (cluster < leaves) {
      order.add(cluster);
    } else {
      collect(merges.get(cluster - leaves).left(), order);
      collect(merges.get(cluster - leaves).right(), order);
    }
  }

  private int[] labels(int mergesKept) {
    int[] cluster = new int[leaves];
    Arrays.setAll(cluster, leaf -> leaf);
    for (int m = 0; m < mergesKept; m++) {
      Merge merge = merges.get(m);
      for (int leaf = 0; leaf < leaves; leaf++) {
        if (cluster[leaf] == merge.left() || cluster[leaf] == merge.right()) {
          cluster[leaf] = leaves + m;
        }
      }
    }
    return Partition.numbered(cluster);
  }
}
