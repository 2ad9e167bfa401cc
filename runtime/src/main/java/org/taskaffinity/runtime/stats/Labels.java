package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.BitSet;

/** Labels of K tasks laid out for correlating them again and again under row weights. */
final class Labels {
  private final int rows;
  private final TaskLabels[] tasks;

  Labels(double[][] labels, BitSet[] measured, int[] rows) {
    if (labels.length != measured.length) {
      throw new IllegalArgumentException(
          "Labels of "
              + labels.length
              + " tasks need as many sets of measured compounds, not "
              + measured.length
              + ".");
    }
    this.rows = rows != null ? rows.length : width(labels);
    tasks = new TaskLabels[labels.length];
    for (int t = 0; t < tasks.length; t++) {
      tasks[t] = TaskLabels.of(t, labels[t], measured[t], rows);
    }
  }

  int rows() {
    return rows;
  }

  int tasks() {
    return tasks.length;
  }

  /**
   * A rough count of the steps one weighted correlation takes: words for two binary tasks, rows
   * otherwise.
   */
  long cost() {
    long continuous = Arrays.stream(tasks).filter(task -> task.positive() == null).count();
    long binary = tasks.length - continuous;
    long binaryPairs = binary * (binary - 1) / 2;
    long others = Pairs.count(tasks.length) - binaryPairs;
    return binaryPairs * 12 * Bits.words(rows) + others * 2 * rows;
  }

  LabelCorrelation correlation(int minimumShared) {
    checkMinimum(minimumShared);
    int[] ones = new int[rows];
    Arrays.fill(ones, 1);
    RowWeights once = new RowWeights(ones);
    int k = tasks.length;
    int[][] shared = new int[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        shared[i][j] = shared[j][i] = Bits.and(tasks[i].measured(), tasks[j].measured());
      }
    }
    return new LabelCorrelation(correlation(once, minimumShared), shared, minimumShared);
  }

  /** The correlations of the data in which row r stands as often as its weight says. */
  double[][] correlation(RowWeights weights, int minimumShared) {
    int k = tasks.length;
    double[][] e = new double[k][k];
    PairCorrelation pair = new PairCorrelation(weights, minimumShared);
    for (int i = 0; i < k; i++) {
      e[i][i] = 1;
      for (int j = i + 1; j < k; j++) {
        e[i][j] = e[j][i] = pair.of(tasks[i], tasks[j]);
      }
    }
    return e;
  }

  /**
   * The smallest expected count of each pair with a classification: of two, that of their 2 × 2
   * table over the shared compounds, a b / n with a and b the smaller classes; of one and a
   * regression, the smaller class on the shared compounds.
   *
   * @param classes which tasks are classifications
   * @return [K][K]; NaN for two regressions and on the diagonal
   */
  double[][] expected(boolean[] classes) {
    int k = tasks.length;
    double[][] expected = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        expected[i][j] = i == j ? Double.NaN : expected(i, j, classes);
      }
    }
    return expected;
  }

  private double expected(int i, int j, boolean[] classes) {
    double n = Bits.and(tasks[i].measured(), tasks[j].measured());
    double one = classes[i] ? smallerClass(tasks[i], tasks[j]) : Double.NaN;
    double other = classes[j] ? smallerClass(tasks[j], tasks[i]) : Double.NaN;
    if (classes[i] && classes[j]) {
      return n == 0 ? 0 : one * other / n;
    }
    return classes[i] ? one : other;
  }

  /** Of the first task, on the compounds that both are measured on; 0 for labels of one value. */
  private static double smallerClass(TaskLabels of, TaskLabels with) {
    if (of.positive() == null) {
      return Double.POSITIVE_INFINITY;
    }
    int n = 0;
    int positive = 0;
    for (int w = 0; w < of.measured().length; w++) {
      long shared = of.measured()[w] & with.measured()[w];
      n += Long.bitCount(shared);
      positive += Long.bitCount(shared & of.positive()[w]);
    }
    return Math.min(positive, n - positive);
  }

  static void checkMinimum(int minimumShared) {
    if (minimumShared < 3) {
      throw new IllegalArgumentException(
          "minimumShared must be at least 3, not "
              + minimumShared
              + ": two points always lie on a line.");
    }
  }

  private static int width(double[][] labels) {
    int width = labels.length == 0 ? 0 : labels[0].length;
    for (int t = 0; t < labels.length; t++) {
      if (labels[t].length != width) {
        throw new IllegalArgumentException(
            "Task "
                + t
                + " has "
                + labels[t].length
                + " labels and task 0 has "
                + width
                + "; give every task one entry a compound.");
      }
    }
    return width;
  }
}
