package org.taskaffinity.runtime.cluster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;

/**
 * Groups tasks by a matrix of their affinities.
 *
 * <p>G is [K][K], symmetric, greater meaning closer, 1 on the diagonal. Distances are D = 1 − G. A
 * pair undefined in G (NaN) is given the mean of the defined pairs, neither near nor far, and
 * counted.
 */
public final class TaskGroups {
  private final double[][] affinity;
  private final double[][] distance;
  private final int filledPairs;

  /**
   * Groups by this matrix.
   *
   * @param affinity [K][K], symmetric, at most 1, K ≥ 2
   * @throws IllegalArgumentException if it is not, or if every pair is undefined
   */
  public TaskGroups(double[][] affinity) {
    FilledAffinity filled = FilledAffinity.of(affinity);
    this.affinity = filled.affinity();
    filledPairs = filled.pairs();
    distance = filled.distance();
  }

  /**
   * D = 1 − G as used, gaps filled.
   *
   * @return [K][K]
   */
  public double[][] distance() {
    return Arrays.stream(distance).map(double[]::clone).toArray(double[][]::new);
  }

  /** Agglomerative clustering of D into this many groups. */
  public Grouping agglomerative(Linkage linkage, int groups) {
    checkGroups(groups);
    return agglomerative(Agglomeration.of(distance, linkage), linkage, groups);
  }

  private Grouping agglomerative(Dendrogram tree, Linkage linkage, int groups) {
    return grouping(
        linkage.name().toLowerCase(Locale.ROOT) + " linkage on 1 - G, k = " + groups,
        tree.cut(groups),
        Optional.of(tree),
        new double[0]);
  }

  /**
   * Agglomerative clustering of D into the number of groups, from 2 to K − 1, with the greatest
   * mean silhouette; the least such number where several have it.
   *
   * @throws IllegalArgumentException for fewer than 3 tasks
   */
  public Grouping agglomerative(Linkage linkage) {
    if (distance.length < 3) {
      throw new IllegalArgumentException(
          "Silhouettes choose among 2 to K - 1 groups; with "
              + distance.length
              + " tasks say how many groups there should be.");
    }
    Dendrogram tree = Agglomeration.of(distance, linkage);
    double[] silhouettes = new double[distance.length];
    Arrays.fill(silhouettes, Double.NaN);
    int best = 2;
    for (int k = 2; k < silhouettes.length; k++) {
      silhouettes[k] = Silhouette.mean(distance, tree.cut(k));
      best = silhouettes[k] > silhouettes[best] ? k : best;
    }
    Grouping chosen = agglomerative(tree, linkage, best);
    return new Grouping(
        chosen.method() + " by silhouette",
        chosen.labels(),
        best,
        chosen.silhouette(),
        chosen.dendrogram(),
        silhouettes,
        filledPairs);
  }

  /**
   * k-means on the rows of G, Euclidean, by Tribuo's trainer: the best of {@value KMeans#STARTS}
   * k-means++ starts by sum of squares.
   *
   * @param seed of the starts
   */
  public Grouping kMeans(int groups, long seed) {
    checkGroups(groups);
    return grouping(
        "k-means on rows of G, k = " + groups,
        KMeans.labels(affinity, groups, seed),
        Optional.empty(),
        new double[0]);
  }

  /**
   * HDBSCAN* on the rows of G, Euclidean, by Tribuo's trainer (Campello et al. 2015). Tasks it
   * calls noise, Tribuo's label 0, stay so, as label −1.
   *
   * @param minimumSize the fewest tasks that make a group, at least 2
   * @param neighbours of the core distance, the task itself among them, from 1 to K
   */
  public Grouping hdbscan(int minimumSize, int neighbours) {
    TribuoLog.quiet();
    HdbscanTrainer trainer =
        new HdbscanTrainer(
            minimumSize,
            DistanceType.L2.getDistance(),
            neighbours,
            1,
            NeighboursQueryFactoryType.BRUTE_FORCE);
    int[] labels =
        trainer.train(TribuoData.rows(affinity, "affinity")).getClusterLabels().stream()
            .mapToInt(label -> label == 0 ? Partition.NOISE : label)
            .toArray();
    return grouping(
        "HDBSCAN* on rows of G, minimum size " + minimumSize + ", " + neighbours + " neighbours",
        Partition.numbered(labels),
        Optional.empty(),
        new double[0]);
  }

  private Grouping grouping(
      String method, int[] labels, Optional<Dendrogram> tree, double[] silhouettes) {
    return new Grouping(
        method,
        labels,
        Partition.groups(labels),
        Silhouette.mean(distance, labels),
        tree,
        silhouettes,
        filledPairs);
  }

  private void checkGroups(int groups) {
    if (groups < 1 || groups > distance.length) {
      throw new IllegalArgumentException(
          distance.length
              + " tasks can be put into 1 to "
              + distance.length
              + " groups, not "
              + groups
              + ".");
    }
  }
}
