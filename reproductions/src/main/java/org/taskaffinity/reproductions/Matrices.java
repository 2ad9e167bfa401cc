package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;

/** Means of matrices of the same tasks. */
final class Matrices {
  private Matrices() {}

  /** The mean, entry by entry; what is undefined is left out. */
  static TaskMatrix mean(List<TaskMatrix> each) {
    return mean(each, Double.NaN);
  }

  /** G of several seeds. */
  static TaskMatrix affinity(List<Result> results) {
    return mean(results.stream().map(Result::affinity).toList());
  }

  /**
   * The mean of the cosines captured from one step to before another; absent tasks are left out.
   */
  static TaskMatrix captured(Captured captured, double fromStep, double beforeStep) {
    return mean(between(captured, fromStep, beforeStep), Double.NaN);
  }

  /** The same as the paper's public code has it: an absent task has cosine 0 with every other. */
  static TaskMatrix capturedWithZeros(Captured captured, double fromStep, double beforeStep) {
    return mean(between(captured, fromStep, beforeStep), 0);
  }

  private static List<TaskMatrix> between(Captured captured, double fromStep, double beforeStep) {
    double[] steps = captured.steps();
    return IntStream.range(0, steps.length)
        .filter(i -> fromStep <= steps[i] && steps[i] < beforeStep)
        .mapToObj(captured::cosines)
        .toList();
  }

  private static TaskMatrix mean(List<TaskMatrix> each, double absent) {
    List<String> tasks = each.get(0).tasks();
    int k = tasks.size();
    double[][] sums = new double[k][k];
    int[][] counts = new int[k][k];
    for (TaskMatrix matrix : each) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          double value = matrix.at(i, j);
          double read = Double.isNaN(value) && i != j ? absent : value;
          if (!Double.isNaN(read)) {
            sums[i][j] += read;
            counts[i][j]++;
          }
        }
      }
    }
    for (int i = 0; i < k; i++) {
      int row = i;
      Arrays.setAll(sums[i], j -> sums[row][j] / counts[row][j]);
    }
    return new TaskMatrix(tasks, sums);
  }
}
