package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.stats.PairPrecision;

/**
 * A part of {@link CosineOfMeanProducts}: inner products of expected gradients, or the covariance
 * of two tasks' sampling noise on shared molecules, over the same norms:
 *
 * <pre>
 *   signal    X / √(A B)          X = mean_t mean_{a ≠ b} ⟨g^a, h^b⟩
 *   sampling  (W − X) / √(A B)    W = mean_t ⟨g_t, h_t⟩ of the step's own batch
 * </pre>
 *
 * <p>with A and B the mean squared norms in the step's own batch. The two parts add up to the
 * cosine of mean products over the steps at which all are defined.
 *
 * @param signal which part
 */
record CosineShare(boolean signal) implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    StepProducts steps = new StepProducts(captured, absentIsZero);
    int k = captured.tasks().size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        values[i][j] = values[j][i] = MeanRatio.of(steps.share(i, j, signal));
      }
    }
    return new Measured(
        new TaskMatrix(captured.tasks(), values),
        PairPrecision.overCaptures(captured, (i, j) -> series(steps.share(i, j, signal))));
  }

  private static double[] series(StepProducts.Pair pair) {
    return MeanRatio.series(pair, MeanRatio.of(pair));
  }
}
