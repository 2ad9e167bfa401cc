package org.taskaffinity.runtime.gradient;

import org.taskaffinity.dsl.Captured;

/**
 * Task affinity: the mean of the cosines over captured steps, pair by pair, in double precision.
 *
 * <p>Not for use by several threads.
 */
public final class AffinityMean {

  /** What a pair counts at a step where one of its tasks has no gradient. */
  public enum Missing {
    /** Nothing: the mean is over the steps that have both. */
    SKIPPED,
    /** A cosine of 0, which pulls the mean of rarely labelled tasks towards 0. */
    READ_AS_ZERO
  }

  private final Missing missing;
  private final double[][] sums;
  private final int[][] counts;
  private final int[][] conflicts;
  private int captures;

  public AffinityMean(int tasks, Missing missing) {
    this.missing = missing;
    sums = new double[tasks][tasks];
    counts = new int[tasks][tasks];
    conflicts = new int[tasks][tasks];
  }

  /** The mean of all captures. */
  public static AffinityMean of(Captured captured, Missing missing) {
    AffinityMean mean = new AffinityMean(captured.tasks().size(), missing);
    for (int i = 0; i < captured.size(); i++) {
      mean.add(captured.cosines(i).values());
    }
    return mean;
  }

  /**
   * Takes in one step.
   *
   * @param cosines [K, K], NaN where there is nothing to compare
   */
  public void add(double[][] cosines) {
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        add(i, j, cosines[i][j]);
      }
    }
    captures++;
  }

  private void add(int i, int j, double cosine) {
    if (Double.isNaN(cosine)) {
      counts[i][j] += missing == Missing.READ_AS_ZERO && i != j ? 1 : 0;
      return;
    }
    sums[i][j] += cosine;
    counts[i][j]++;
    conflicts[i][j] += cosine < 0 ? 1 : 0;
  }

  /** How many steps were taken in. */
  public int captures() {
    return captures;
  }

  /** How many steps each pair's mean is over, [K, K]. */
  public int[][] counts() {
    int[][] copy = new int[counts.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts[i].clone();
    }
    return copy;
  }

  /** Mean cosines [K, K] in [−1, 1]; NaN for a pair that was never seen together. */
  public double[][] mean() {
    return divided((i, j) -> sums[i][j]);
  }

  /** Fraction of counted steps with a cosine below 0, [K, K] in [0, 1]; NaN as in the mean. */
  public double[][] conflictRate() {
    return divided((i, j) -> conflicts[i][j]);
  }

  private double[][] divided(Entry entry) {
    double[][] quotient = new double[sums.length][sums.length];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        quotient[i][j] = counts[i][j] == 0 ? Double.NaN : entry.at(i, j) / counts[i][j];
      }
    }
    return quotient;
  }

  @FunctionalInterface
  private interface Entry {
    double at(int i, int j);
  }
}
