package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.stats.MeanInterval;
import org.taskaffinity.runtime.stats.PairPrecision;

/**
 * The cosine of two tasks' expected gradients, estimated between mini-batches without a molecule in
 * common:
 *
 * <pre>
 *   X_ij / √(X_ii X_jj)     X_ij = mean_t mean_{a ≠ b} ⟨g_i^a, g_j^b⟩
 * </pre>
 *
 * <p>NaN where X_ii or X_jj is not above 0 beyond its 95 % interval over the steps: the task has no
 * signal there, as before it has learnt anything or where it has learnt all it can. Not bounded by
 * 1, for it is a ratio of estimates. The precision is that of {@link MeanRatio}.
 */
final class SignalAffinity implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    StepProducts steps = new StepProducts(captured, absentIsZero);
    int k = captured.tasks().size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        values[i][j] = values[j][i] = ratio(steps.across(i, j));
      }
    }
    return new Measured(
        new TaskMatrix(captured.tasks(), values),
        PairPrecision.overCaptures(captured, (i, j) -> series(steps.across(i, j))));
  }

  private static double ratio(StepProducts.Pair pair) {
    return signal(pair.first()) && signal(pair.second()) ? MeanRatio.of(pair) : Double.NaN;
  }

  private static boolean signal(double[] own) {
    return MeanInterval.correlated(own).low() > 0;
  }

  private static double[] series(StepProducts.Pair pair) {
    return MeanRatio.series(pair, ratio(pair));
  }
}
