package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How precisely the affinity of each pair is known. All matrices are symmetric and NaN on the
 * diagonal, and NaN where a value is undefined.
 *
 * @param over what the intervals generalise over: {@code captures} of one training, or {@code
 *     seeds}
 * @param captures captured steps in which both tasks had a label, over all seeds
 * @param standardErrors standard error of G
 * @param low lower end of the pair's own 95 % interval
 * @param high its upper end
 * @param p two-sided p of the hypothesis that the pair's affinity is 0, for each pair by itself
 */
public record Precision(
    String over,
    TaskMatrix captures,
    TaskMatrix standardErrors,
    TaskMatrix low,
    TaskMatrix high,
    TaskMatrix p) {

  /** The family-wise error rate at which a pair is called distinguishable from 0. */
  public static final double LEVEL = 0.05;

  /** Where nothing is known, as of results that were put together by hand. */
  public static Precision unknown(List<String> tasks) {
    double[][] nothing = new double[tasks.size()][tasks.size()];
    for (double[] row : nothing) {
      Arrays.fill(row, Double.NaN);
    }
    TaskMatrix nan = new TaskMatrix(tasks, nothing);
    return new Precision("", nan, nan, nan, nan, nan);
  }

  /** Whether anything is known. */
  public boolean known() {
    return !over.isEmpty();
  }

  /**
   * p adjusted for the number of pairs (Holm 1979): a pair below {@link #LEVEL} is distinguishable
   * from 0, with at most a 5 % chance that any such pair is not.
   */
  public TaskMatrix adjustedP() {
    int k = p.size();
    int[] defined =
        IntStream.range(0, k * k)
            .filter(at -> at / k < at % k && !Double.isNaN(p.at(at / k, at % k)))
            .boxed()
            .sorted(Comparator.comparingDouble(at -> p.at(at / k, at % k)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] adjusted = p.map(v -> Double.NaN).values();
    double greatest = 0;
    for (int rank = 0; rank < defined.length; rank++) {
      int i = defined[rank] / k;
      int j = defined[rank] % k;
      greatest = Math.max(greatest, Math.min(1, (defined.length - rank) * p.at(i, j)));
      adjusted[i][j] = greatest;
      adjusted[j][i] = greatest;
    }
    return new TaskMatrix(p.tasks(), adjusted);
  }
}
