package org.taskaffinity.runtime.data;

import java.util.BitSet;
import org.taskaffinity.runtime.stats.Moments;

/**
 * Subtracts a mean and divides by a standard deviation, column by column.
 *
 * @param mean of each column
 * @param deviation of each column, never 0
 */
public record Standardisation(double[] mean, double[] deviation) {

  /** Changes nothing. */
  public static Standardisation none(int columns) {
    double[] ones = new double[columns];
    java.util.Arrays.fill(ones, 1);
    return new Standardisation(new double[columns], ones);
  }

  /**
   * Fits one column to the rows of a set, whatever the size of its values; a constant column is
   * moved to 0 and keeps a deviation of 1.
   */
  public void fit(int column, double[] values, BitSet rows) {
    double[] known = rows.stream().mapToDouble(r -> values[r]).toArray();
    double spread = Moments.deviation(known);
    boolean constant = spread == 0;
    mean[column] = constant ? known[0] : Moments.mean(known);
    deviation[column] = spread > 0 ? spread : 1;
  }

  public float apply(int column, double value) {
    double away = value - mean[column];
    return Double.isInfinite(away)
        ? (float) ((value / 4 - mean[column] / 4) / (deviation[column] / 4))
        : (float) (away / deviation[column]);
  }
}
