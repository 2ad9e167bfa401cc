package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.TaskMatrix;

/** How precisely the mean cosine of each pair is known. */
public final class PairPrecision {
  /**
   * Raised with every change of what is computed from the same captures, so that the table of pairs
   * of an older run is not taken for a forged one.
   */
  public static final int METHOD = 1;

  private static final int CAPTURES = 0;
  private static final int ERROR = 1;
  private static final int LOW = 2;
  private static final int HIGH = 3;
  private static final int P = 4;

  private final List<String> tasks;
  private final double[][][] values;

  private PairPrecision(List<String> tasks) {
    this.tasks = tasks;
    values = new double[P + 1][tasks.size()][tasks.size()];
    for (double[][] matrix : values) {
      for (double[] row : matrix) {
        Arrays.fill(row, Double.NaN);
      }
    }
  }

  /**
   * Over the captures of one training; see {@link MeanInterval#correlated}.
   *
   * @param captured the captures in the order of time
   * @param absentIsZero whether a step without one of the tasks counts as a cosine of 0
   */
  public static Precision overCaptures(Captured captured, boolean absentIsZero) {
    return overCaptures(captured, (i, j) -> read(captured.cosines(i, j), absentIsZero));
  }

  /**
   * The same for another mean over the captures.
   *
   * @param captured the captures in the order of time
   * @param series whose mean is known so precisely
   */
  public static Precision overCaptures(Captured captured, PairSeries series) {
    PairPrecision found = new PairPrecision(captured.tasks());
    int k = captured.tasks().size();
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        int present = present(captured.cosines(i, j)).length;
        found.set(i, j, present, MeanInterval.correlated(series.at(i, j)));
      }
    }
    return found.over("captures");
  }

  /**
   * Of the difference of two trainings' mean cosines; see {@link MeanInterval#difference}.
   *
   * @param one captures of one training, in the order of time
   * @param other captures of another training of the same tasks
   * @param absentIsZero whether a step without one of the tasks counts as a cosine of 0
   */
  public static Precision ofDifference(Captured one, Captured other, boolean absentIsZero) {
    PairPrecision found = new PairPrecision(one.tasks());
    int k = one.tasks().size();
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        double[] first = read(one.cosines(i, j), absentIsZero);
        double[] second = read(other.cosines(i, j), absentIsZero);
        int fewer = Math.min(first.length, second.length);
        found.set(i, j, fewer, MeanInterval.difference(first, second));
      }
    }
    return found.over("captures");
  }

  /** A number for two tasks at each capture that is read, in the order of time. */
  @FunctionalInterface
  public interface PairSeries {
    double[] at(int i, int j);
  }

  /**
   * Cosines as they are read.
   *
   * @param cosines at each capture, NaN where a task was absent
   * @param absentIsZero whether those are read as 0, or left out
   */
  public static double[] read(double[] cosines, boolean absentIsZero) {
    return absentIsZero
        ? Arrays.stream(cosines).map(c -> Double.isNaN(c) ? 0 : c).toArray()
        : present(cosines);
  }

  private static double[] present(double[] cosines) {
    return Arrays.stream(cosines).filter(c -> !Double.isNaN(c)).toArray();
  }

  /**
   * Over seeds; see {@link MeanInterval#independent}.
   *
   * @param g [S][K][K]: one matrix a seed, S ≥ 2; NaN is left out
   * @param captures [S][K][K]: captures with both tasks; NaN where not known
   */
  public static Precision overSeeds(List<String> tasks, double[][][] g, double[][][] captures) {
    PairPrecision found = new PairPrecision(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        double[] each = defined(g, i, j);
        double[] counts = defined(captures, i, j);
        double count = counts.length == 0 ? Double.NaN : Arrays.stream(counts).sum();
        found.set(i, j, count, MeanInterval.independent(each));
      }
    }
    return found.over("seeds");
  }

  private static double[] defined(double[][][] each, int i, int j) {
    return Arrays.stream(each).mapToDouble(m -> m[i][j]).filter(v -> !Double.isNaN(v)).toArray();
  }

  private void set(int i, int j, double captures, MeanInterval mean) {
    double[] each = {captures, mean.error(), mean.low(), mean.high(), mean.p()};
    for (int what = 0; what < each.length; what++) {
      values[what][i][j] = each[what];
      values[what][j][i] = each[what];
    }
  }

  private Precision over(String unit) {
    return new Precision(
        unit, matrix(CAPTURES), matrix(ERROR), matrix(LOW), matrix(HIGH), matrix(P));
  }

  private TaskMatrix matrix(int what) {
    return new TaskMatrix(tasks, values[what]);
  }
}
