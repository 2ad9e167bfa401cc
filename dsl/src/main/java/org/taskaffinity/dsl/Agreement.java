package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * How far two groupings of the same K tasks agree, whatever their groups are called.
 *
 * <p>With n_ij tasks in group i of the one and j of the other, H the entropy of a grouping, I the
 * mutual information of the two, and E[·] the mean over random groups of the same sizes:
 *
 * <pre>
 *   ARI = (Σ C(n_ij, 2) − E[Σ C(n_ij, 2)]) / (½ (Σ C(n_i., 2) + Σ C(n_.j, 2)) − E[Σ C(n_ij, 2)])
 *   NMI = I / (½ (H_one + H_other))
 *   AMI = (I − E[I]) / (½ (H_one + H_other) − E[I])
 * </pre>
 *
 * <p>A task that was left ungrouped counts as a group of one. All three are 1 where the groupings
 * are the same.
 *
 * @param ari adjusted Rand index, at most 1 and 0 on average by chance (Hubert and Arabie 1985,
 *     "Comparing Partitions")
 * @param nmi normalised mutual information in [0, 1]; well above 0 by chance where groups are many
 *     and small
 * @param ami adjusted mutual information, at most 1 and 0 on average by chance (Vinh, Epps and
 *     Bailey 2010, "Information Theoretic Measures for Clusterings Comparison")
 * @param chance what random groups reach
 */
public record Agreement(double ari, double nmi, double ami, Chance chance) {

  /**
   * Agreement of the one grouping with random groups of the sizes that the other has.
   *
   * @param ariMean mean adjusted Rand index, near 0
   * @param ari95 its 95th percentile: an agreement above it is rarer than one in twenty by chance
   * @param ariP one-sided permutation p-value of the adjusted Rand index, (b + 1) / (draws + 1)
   *     with b random groupings that agree at least as well
   * @param nmiMean mean normalised mutual information, in [0, 1]
   * @param nmi95 its 95th percentile
   * @param draws random groupings looked at
   */
  public record Chance(
      double ariMean, double ari95, double ariP, double nmiMean, double nmi95, int draws) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "ARI %.3f (95 %% up to %.3f, p %s), NMI %.3f (95 %% up to %.3f)",
          ariMean,
          ari95,
          Association.probability(ariP),
          nmiMean,
          nmi95);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "ARI %.3f, NMI %.3f, AMI %.3f; by chance %s", ari, nmi, ami, chance);
  }
}
