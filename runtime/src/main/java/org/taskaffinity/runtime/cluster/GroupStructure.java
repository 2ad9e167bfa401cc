package org.taskaffinity.runtime.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.taskaffinity.runtime.random.Stream;

/**
 * Whether groups are clearer than chance makes them. Any matrix can be cut into groups, and the cut
 * with the greatest silhouette is greater than 0 for noise as well; so the affinities are dealt out
 * to the pairs again, and the same search is made on each of these matrices.
 *
 * @param p (b + 1) / (m + 1), b of m permuted matrices having a silhouette at least as great
 * @param chance the silhouette that 95 % of the permuted matrices stay below
 * @param permutations m
 */
public record GroupStructure(double p, double chance, int permutations) {
  /** Fewer tasks than these look the same however their pairs are permuted. */
  private static final int FEWEST = 4;

  /** Of more tasks one permutation takes too long. */
  private static final int MOST = 150;

  private static final int PERMUTATIONS = 999;

  /** Steps allowed in all, a second or two of work. */
  private static final long BUDGET = 1_000_000_000L;

  private static final int LEAST = 99;

  /** Whether so many tasks can be tested. */
  public static boolean testable(int tasks) {
    return tasks >= FEWEST && tasks <= MOST;
  }

  /**
   * Tests the cut with the greatest mean silhouette among 2 to K − 1 groups.
   *
   * @param affinity [K][K], symmetric, at most 1, K {@link #testable}; gaps are filled as for
   *     groups
   */
  public static GroupStructure of(double[][] affinity, Linkage linkage, Stream stream) {
    double[][] distance = FilledAffinity.of(affinity).distance();
    double observed = greatest(distance, linkage);
    int k = distance.length;
    int permutations = (int) Math.max(LEAST, Math.min(PERMUTATIONS, BUDGET / (2L * k * k * k)));
    double[] permuted = new double[permutations];
    int[] order = IntStream.range(0, k * (k - 1) / 2).toArray();
    for (int m = 0; m < permutations; m++) {
      stream.shuffle(order);
      permuted[m] = greatest(dealt(distance, order), linkage);
    }
    long reached = Arrays.stream(permuted).filter(s -> s >= observed).count();
    Arrays.sort(permuted);
    int at = Math.min(permutations - 1, (int) Math.ceil(0.95 * permutations) - 1);
    return new GroupStructure((reached + 1.0) / (permutations + 1), permuted[at], permutations);
  }

  private static double greatest(double[][] distance, Linkage linkage) {
    Dendrogram tree = Agglomeration.of(distance, linkage);
    return IntStream.range(2, distance.length)
        .mapToDouble(groups -> Silhouette.mean(distance, tree.cut(groups)))
        .max()
        .orElseThrow();
  }

  /** The distances of the pairs in another order. */
  private static double[][] dealt(double[][] distance, int[] order) {
    int k = distance.length;
    double[] pairs = new double[order.length];
    int at = 0;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        pairs[at++] = distance[i][j];
      }
    }
    double[][] dealt = new double[k][k];
    at = 0;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        dealt[i][j] = pairs[order[at++]];
        dealt[j][i] = dealt[i][j];
      }
    }
    return dealt;
  }
}
