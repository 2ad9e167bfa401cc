package org.taskaffinity.runtime.stats;

import java.util.BitSet;

/**
 * How many compounds every two tasks are both measured on, M_i being the compounds of task i.
 *
 * <p>"Overlap" has several meanings in the literature; each has its own name here.
 *
 * @param shared [K][K]: |M_i ∩ M_j|; the diagonal counts a task's own compounds
 */
public record LabelOverlap(int[][] shared) {

  /**
   * Counts.
   *
   * @param measured K sets of compounds
   */
  public static LabelOverlap of(BitSet[] measured) {
    long[][] words = new long[measured.length][];
    for (int i = 0; i < words.length; i++) {
      words[i] = measured[i].toLongArray();
    }
    int[][] shared = new int[words.length][words.length];
    for (int i = 0; i < words.length; i++) {
      for (int j = i; j < words.length; j++) {
        shared[i][j] = shared[j][i] = Bits.and(words[i], words[j]);
      }
    }
    return new LabelOverlap(shared);
  }

  /** Jaccard index |M_i ∩ M_j| / |M_i ∪ M_j| in [0, 1]; NaN for two tasks without any label. */
  public double[][] jaccard() {
    return over((i, j) -> shared[i][i] + shared[j][j] - shared[i][j]);
  }

  /**
   * Overlap coefficient |M_i ∩ M_j| / min(|M_i|, |M_j|) in [0, 1] (Szymkiewicz–Simpson); NaN where
   * a task has no label.
   */
  public double[][] sharedOfSmaller() {
    return over((i, j) -> Math.min(shared[i][i], shared[j][j]));
  }

  /**
   * |M_i ∩ M_j| / N in [0, 1].
   *
   * @param compounds N, all compounds of the dataset
   * @throws IllegalArgumentException if a task has more compounds than that
   */
  public double[][] sharedOfAll(int compounds) {
    for (int i = 0; i < shared.length; i++) {
      if (shared[i][i] > compounds) {
        throw new IllegalArgumentException(
            "Task " + i + " has " + shared[i][i] + " compounds, more than all " + compounds + ".");
      }
    }
    return over((i, j) -> compounds);
  }

  private double[][] over(Whole whole) {
    double[][] ratio = new double[shared.length][shared.length];
    for (int i = 0; i < shared.length; i++) {
      for (int j = 0; j < shared.length; j++) {
        ratio[i][j] = (double) shared[i][j] / whole.of(i, j);
      }
    }
    return ratio;
  }

  private interface Whole {
    int of(int i, int j);
  }
}
