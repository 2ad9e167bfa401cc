package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
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

  /** The entries whose counterpart is chosen; the others are undefined. */
  static TaskMatrix where(TaskMatrix matrix, TaskMatrix by, DoublePredicate chosen) {
    double[][] out = matrix.values();
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[i][j] = i == j || chosen.test(by.at(i, j)) ? out[i][j] : Double.NaN;
      }
    }
    return new TaskMatrix(matrix.tasks(), out);
  }

  /** The matrix with the pairs within a set of tasks undefined. */
  static TaskMatrix without(TaskMatrix matrix, List<String> within) {
    double[][] out = matrix.values();
    List<String> tasks = matrix.tasks();
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < out.length; j++) {
        boolean both = within.contains(tasks.get(i)) && within.contains(tasks.get(j));
        out[i][j] = i != j && both ? Double.NaN : out[i][j];
      }
    }
    return new TaskMatrix(tasks, out);
  }

  /**
   * What is left of the pairs when each task's own part is taken away: residuals of the least
   * squares fit m + a_i + a_j over the pairs i &lt; j, Σ a = 0. With K tasks and all pairs defined,
   * a_i = (T_i − (K − 1) m) / (K − 2), T_i the sum of task i's pairs and m the mean of all.
   *
   * @param matrix every pair defined, K ≥ 4
   */
  static TaskMatrix withoutTaskEffects(TaskMatrix matrix) {
    double mean = Arrays.stream(matrix.pairs()).average().orElse(Double.NaN);
    int k = matrix.size();
    double[] effects = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        effects[i] += i == j ? 0 : matrix.at(i, j);
      }
      effects[i] = (effects[i] - (k - 1) * mean) / (k - 2);
    }
    double[][] out = matrix.values();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        out[i][j] = i == j ? Double.NaN : out[i][j] - mean - effects[i] - effects[j];
      }
    }
    return new TaskMatrix(matrix.tasks(), out);
  }

  /** The place of a pair among all pairs, 1 for the largest value. */
  static double rank(TaskMatrix matrix, String one, String other) {
    double value = matrix.at(one, other);
    return 1 + Arrays.stream(matrix.pairs()).filter(v -> v > value).count();
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
