package org.taskaffinity.runtime;

import java.util.BitSet;

/**
 * Subtracts a mean and divides by a standard deviation, column by column.
 *
 * @param mean of each column
 * @param deviation of each column, never 0
 */
record Standardisation(double[] mean, double[] deviation) {

  /** Changes nothing. */
  static Standardisation none(int columns) {
    double[] ones = new double[columns];
    java.util.Arrays.fill(ones, 1);
    return new Standardisation(new double[columns], ones);
  }

  /** Fits one column to the rows of a set; a constant column keeps a deviation of 1. */
  void fit(int column, double[] values, BitSet rows) {
    double sum = 0;
    for (int r = rows.nextSetBit(0); r >= 0; r = rows.nextSetBit(r + 1)) {
      sum += values[r];
    }
    double centre = sum / rows.cardinality();
    double squares = 0;
    for (int r = rows.nextSetBit(0); r >= 0; r = rows.nextSetBit(r + 1)) {
      squares += (values[r] - centre) * (values[r] - centre);
    }
    double spread = Math.sqrt(squares / rows.cardinality());
    mean[column] = centre;
    deviation[column] = spread > 0 ? spread : 1;
  }

  float apply(int column, double value) {
    return (float) ((value - mean[column]) / deviation[column]);
  }
}
