package org.taskaffinity.runtime.stats;

import java.util.BitSet;
import java.util.Objects;

/**
 * One task's labels.
 *
 * @param measured words of a bit set over rows
 * @param positive for a task of at most two values, the rows that have the greater; else null
 * @param centred for a task of more values, its labels less their mean, 0 where not measured; the
 *     labels themselves for a task of two
 */
record TaskLabels(long[] measured, long[] positive, double[] centred) {

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
    return new TaskLabels(measured, positive, positive == null ? centre(measured, values) : values);
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
    for (int r = 0; r < values.length; r++) {
      values[r] = Bits.get(measured, r) ? values[r] - mean : 0;
    }
    return values;
  }
}
