package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/**
 * One task's labels.
 *
 * @param measured words of a bit set over rows
 * @param positive for a task of at most two values, the rows that have the greater; else null
 * @param values its labels, 0 where not measured
 * @param centred the labels less their mean, 0 where not measured, in a unit in which their squares
 *     are ordinary numbers
 * @param largest the largest size of a centred label
 */
record TaskLabels(
    long[] measured, long[] positive, double[] values, double[] centred, double largest) {

  static TaskLabels of(int task, double[] labels, BitSet measuredColumns, int[] rows) {
    if (measuredColumns.length() > labels.length) {
      throw new IllegalArgumentException(
          "Task "
              + task
              + " has "
              + labels.length
              + " labels but marks compound "
              + (measuredColumns.length() - 1)
              + " as measured.");
    }
    int n = rows == null ? labels.length : rows.length;
    long[] measured = new long[Bits.words(n)];
    double[] values = new double[n];
    for (int r = 0; r < n; r++) {
      int column = rows == null ? r : Objects.checkIndex(rows[r], labels.length);
      if (measuredColumns.get(column)) {
        Bits.set(measured, r);
        values[r] = finite(task, column, labels[column]);
      }
    }
    long[] positive = positive(measured, values);
    double[] scaled = Scale.down(values, Scale.exponent(values));
    double[] centred = positive == null ? centre(measured, scaled) : scaled;
    double largest = Arrays.stream(centred).map(Math::abs).max().orElse(0);
    return new TaskLabels(measured, positive, values, centred, largest);
  }

  private static double finite(int task, int column, double label) {
    if (!Double.isFinite(label)) {
      throw new IllegalArgumentException(
          "Task "
              + task
              + ", compound "
              + column
              + ": the label is "
              + label
              + " though marked as measured. Clear its bit instead.");
    }
    return label;
  }

  private static long[] positive(long[] measured, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < values.length; r++) {
      if (Bits.get(measured, r)) {
        low = Math.min(low, values[r]);
        high = Math.max(high, values[r]);
      }
    }
    long[] positive = new long[measured.length];
    for (int r = 0; r < values.length; r++) {
      if (Bits.get(measured, r)) {
        if (values[r] == high) {
          Bits.set(positive, r);
        } else if (values[r] != low) {
          return null;
        }
      }
    }
    return positive;
  }

  private static double[] centre(long[] measured, double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / Bits.count(measured);
    double[] centred = new double[values.length];
    for (int r = 0; r < values.length; r++) {
      centred[r] = Bits.get(measured, r) ? values[r] - mean : 0;
    }
    return centred;
  }
}
