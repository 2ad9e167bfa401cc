package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.stats.PairPrecision;

/**
 * The ratio of mean inner products, which long gradients weigh more in than in a mean of cosines:
 *
 * <pre>
 *   R = X / √(A B)     X = mean_t ⟨g_t, h_t⟩,  A = mean_t ‖g_t‖²,  B = mean_t ‖h_t‖²
 * </pre>
 *
 * <p>In [−1, 1] by the Cauchy–Schwarz inequality, for all three are means over the same steps. NaN
 * where no step is read or a task's gradients are all 0. Its precision is that of {@link
 * MeanRatio}.
 */
final class CosineOfMeanProducts implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    StepProducts steps = new StepProducts(captured, absentIsZero);
    int k = captured.tasks().size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        double ratio = ratio(steps.of(i, j));
        // A task with itself is 1, whatever the rounding of a stored norm.
        values[i][j] = values[j][i] = i == j && !Double.isNaN(ratio) ? 1 : ratio;
      }
    }
    return new Measured(
        new TaskMatrix(captured.tasks(), values),
        PairPrecision.overCaptures(captured, (i, j) -> series(steps.of(i, j))));
  }

  private static double[] series(StepProducts.Pair pair) {
    return MeanRatio.series(pair, ratio(pair));
  }

  private static double ratio(StepProducts.Pair pair) {
    return Math.max(-1, Math.min(1, MeanRatio.of(pair)));
  }
}
