package org.taskaffinity.runtime.measure;

import java.util.Arrays;
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
 * where no step is read or a task's gradients are all 0. Its error is that of the mean of its
 * linearisation (the delta method), R + ⟨g_t, h_t⟩ / √(A B) − ½ R (‖g_t‖² / A + ‖h_t‖² / B); too
 * small where few steps are read and norms vary much, for a few long gradients then decide the
 * ratio.
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
        PairPrecision.overCaptures(captured, (i, j) -> linearised(steps.of(i, j))));
  }

  private static double ratio(StepProducts.Pair pair) {
    double norms = norms(pair);
    double ratio = StepProducts.mean(pair.products()) / norms;
    return norms > 0 ? Math.max(-1, Math.min(1, ratio)) : Double.NaN;
  }

  private static double norms(StepProducts.Pair pair) {
    return Math.sqrt(StepProducts.mean(pair.first())) * Math.sqrt(StepProducts.mean(pair.second()));
  }

  private static double[] linearised(StepProducts.Pair pair) {
    double ratio = ratio(pair);
    if (Double.isNaN(ratio)) {
      return new double[0];
    }
    double norms = norms(pair);
    double first = StepProducts.mean(pair.first());
    double second = StepProducts.mean(pair.second());
    double[] series = new double[pair.products().length];
    Arrays.setAll(
        series,
        t ->
            ratio
                + pair.products()[t] / norms
                - ratio / 2 * (pair.first()[t] / first + pair.second()[t] / second));
    return series;
  }
}
