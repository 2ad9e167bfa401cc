package org.taskaffinity.runtime.stats;

import java.util.BitSet;

/**
 * E: Pearson's correlation of two tasks' labels over the compounds both are measured on. For two
 * binary tasks it is the φ coefficient.
 *
 * @param correlation [K][K], symmetric, in [−1, 1], diagonal 1; NaN where too few compounds are
 *     shared or where, on the shared ones, a task takes a single value
 * @param shared [K][K]: compounds both tasks are measured on; the diagonal counts a task's own
 * @param minimumShared the fewest shared compounds that give a value
 */
public record LabelCorrelation(double[][] correlation, int[][] shared, int minimumShared) {

  /**
   * Over all compounds; see {@link #of(double[][], BitSet[], int[], int)}.
   *
   * @param labels [K][N]
   * @param measured K sets of columns of {@code labels}
   * @param minimumShared at least 3
   */
  public static LabelCorrelation of(double[][] labels, BitSet[] measured, int minimumShared) {
    return of(labels, measured, null, minimumShared);
  }

  /**
   * Over some compounds.
   *
   * @param labels [K][N]; entries not measured are never read
   * @param measured K sets of columns of {@code labels}
   * @param rows the compounds to use, or null for all; one named twice counts twice
   * @param minimumShared at least 3; the field's habits run from 10 to 50
   * @throws IllegalArgumentException if sizes do not fit or a measured label is not finite
   */
  public static LabelCorrelation of(
      double[][] labels, BitSet[] measured, int[] rows, int minimumShared) {
    return new Labels(labels, measured, rows).correlation(minimumShared);
  }
}
