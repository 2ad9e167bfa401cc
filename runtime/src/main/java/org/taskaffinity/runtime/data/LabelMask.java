package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Where the training rows have labels, with the counts that overlap is made of.
 *
 * @param tasks names of the K tasks
 * @param rows the training rows, ascending
 * @param labels K sets of those rows
 */
record LabelMask(List<String> tasks, int[] rows, BitSet[] labels) {

  static LabelMask of(Table table, int[] training) {
    BitSet rows = new BitSet(table.size());
    Arrays.stream(training).forEach(rows::set);
    return new LabelMask(
        table.tasks().stream().map(t -> t.name()).toList(),
        training,
        Arrays.stream(table.measured()).map(m -> and(m, rows)).toArray(BitSet[]::new));
  }

  int size() {
    return labels.length;
  }

  /** n_i: labels of each task. */
  int[] counts() {
    return Arrays.stream(labels).mapToInt(BitSet::cardinality).toArray();
  }

  /** Rows with a label for every task. */
  BitSet complete() {
    return Arrays.stream(labels).reduce(LabelMask::and).orElseThrow();
  }

  /** Rows with a label for any task. */
  BitSet labelled() {
    BitSet any = new BitSet();
    Arrays.stream(labels).forEach(any::or);
    return any;
  }

  /** How many tasks the best-covered row has a label for. */
  int mostLabels() {
    return Arrays.stream(rows).map(this::labelsOf).max().orElse(0);
  }

  /** How many tasks a row has a label for. */
  int labelsOf(int row) {
    return (int) Arrays.stream(labels).filter(task -> task.get(row)).count();
  }

  /** n_ij: rows labelled for both tasks, [K][K]; on the diagonal n_i. */
  int[][] shared() {
    long[][] words = Arrays.stream(labels).map(BitSet::toLongArray).toArray(long[][]::new);
    int[][] shared = new int[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j <= i; j++) {
        shared[i][j] = common(words[i], words[j]);
        shared[j][i] = shared[i][j];
      }
    }
    return shared;
  }

  /** The Jaccard index of every pair i &lt; j. */
  double[] jaccard() {
    int[][] shared = shared();
    return IntStream.range(0, size())
        .boxed()
        .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> index(shared, i, j, 1)))
        .toArray();
  }

  /**
   * The expected mean Jaccard index over all pairs when each label is kept with probability p, to
   * first order: p n_ij / (n_i + n_j − p n_ij).
   */
  DoubleUnaryOperator expectedJaccard() {
    int[][] shared = shared();
    return p -> {
      double sum = 0;
      for (int i = 0; i < size(); i++) {
        for (int j = 0; j < i; j++) {
          sum += index(shared, i, j, p);
        }
      }
      return sum / (size() * (size() - 1) / 2);
    };
  }

  private static double index(int[][] shared, int i, int j, double p) {
    double both = p * shared[i][j];
    return both / (shared[i][i] + shared[j][j] - both);
  }

  private static int common(long[] a, long[] b) {
    int count = 0;
    for (int w = Math.min(a.length, b.length) - 1; w >= 0; w--) {
      count += Long.bitCount(a[w] & b[w]);
    }
    return count;
  }

  static BitSet and(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both;
  }
}
