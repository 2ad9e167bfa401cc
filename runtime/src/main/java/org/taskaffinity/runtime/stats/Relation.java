package org.taskaffinity.runtime.stats;

import org.taskaffinity.runtime.random.Seeds;

/**
 * How two task matrices, such as affinity G and label correlation E, go together over the pairs i
 * &lt; j.
 *
 * @param tasks K
 * @param pairs pairs defined in both
 * @param skippedPairs pairs left out because one is NaN there
 * @param pearson r; NaN for fewer than 3 pairs or a constant matrix
 * @param pearsonNaiveP see {@link Correlation#naiveP}: it takes pairs for independent
 * @param spearman ρ
 * @param spearmanNaiveP the same t approximation, for ρ
 * @param pearsonMantel the permutation test of r
 * @param spearmanMantel the permutation test of ρ
 */
public record Relation(
    int tasks,
    int pairs,
    int skippedPairs,
    double pearson,
    double pearsonNaiveP,
    double spearman,
    double spearmanNaiveP,
    Mantel.Result pearsonMantel,
    Mantel.Result spearmanMantel) {

  /** With {@value Mantel#PERMUTATIONS} permutations. */
  public static Relation between(double[][] a, double[][] b, Seeds seeds) {
    return between(a, b, Mantel.PERMUTATIONS, seeds);
  }

  /**
   * Relates two matrices.
   *
   * @param a [K][K], symmetric
   * @param b [K][K], symmetric
   * @param permutations of each Mantel test
   * @param seeds streams {@code mantel/pearson} and {@code mantel/spearman}
   * @throws IllegalArgumentException if the matrices differ in size or are not symmetric
   */
  public static Relation between(double[][] a, double[][] b, int permutations, Seeds seeds) {
    Mantel.Result r =
        Mantel.test(a, b, Correlation.PEARSON, permutations, seeds.stream("mantel/pearson"));
    Mantel.Result rho =
        Mantel.test(a, b, Correlation.SPEARMAN, permutations, seeds.stream("mantel/spearman"));
    return new Relation(
        a.length,
        r.pairs(),
        r.skippedPairs(),
        r.r(),
        Correlation.naiveP(r.r(), r.pairs()),
        rho.r(),
        Correlation.naiveP(rho.r(), rho.pairs()),
        r,
        rho);
  }
}
