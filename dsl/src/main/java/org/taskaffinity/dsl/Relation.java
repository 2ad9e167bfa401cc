package org.taskaffinity.dsl;

/**
 * How two matrices of the same tasks go together: above all affinities G and label correlations E.
 *
 * @param pairs pairs where both are defined
 * @param skipped pairs where one of them is not
 * @param pearson the linear association r
 * @param spearman the association of ranks ρ
 */
public record Relation(int pairs, int skipped, Association pearson, Association spearman) {
  @Override
  public String toString() {
    return pairs
        + " pairs"
        + (skipped == 0 ? "" : " (" + skipped + " undefined)")
        + ": "
        + pearson
        + ", "
        + spearman;
  }
}
