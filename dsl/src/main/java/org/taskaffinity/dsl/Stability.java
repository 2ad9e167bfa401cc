package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;

/**
 * Whether groups stay the same under other seeds.
 *
 * @param together fraction of the seeds in whose own groups two tasks are in one group, in [0, 1]
 * @param agreement adjusted Rand index of the groups of two seeds, mean over all two of them: 1 for
 *     equal groups, 0 as by chance; NaN for a single seed
 */
public record Stability(TaskMatrix together, double agreement) {

  /** Where nothing is known. */
  public static Stability unknown(List<String> tasks) {
    double[][] nothing = new double[tasks.size()][tasks.size()];
    for (double[] row : nothing) {
      Arrays.fill(row, Double.NaN);
    }
    return new Stability(new TaskMatrix(tasks, nothing), Double.NaN);
  }
}
