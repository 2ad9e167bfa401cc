package org.taskaffinity.runtime.measure;

import java.util.Arrays;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * From task i to task j: how far a step of gradient descent on task i lowers the loss of task j to
 * first order, relative to an equal step on task j itself:
 *
 * <pre>
 *   L_j(θ − η g_i) ≈ L_j(θ) − η ⟨g_i, g_j⟩      value = Σ_t ⟨g_i, g_j⟩ / Σ_t ‖g_j‖²
 * </pre>
 *
 * <p>The first-order term of the lookahead affinity of Fifty et al. (2021, arXiv 2109.04617), which
 * takes the step and divides by the loss. 1 on the diagonal; not bounded. NaN where no step is read
 * or the gradients of j are all 0. Of a directed measure no precision is told.
 */
final class FirstOrderLookahead implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    StepProducts steps = new StepProducts(captured, absentIsZero);
    int k = captured.tasks().size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        StepProducts.Pair pair = steps.of(i, j);
        double own = Arrays.stream(pair.second()).sum();
        values[i][j] = own > 0 ? Arrays.stream(pair.products()).sum() / own : Double.NaN;
      }
    }
    return Measured.alone(new TaskMatrix(captured.tasks(), values));
  }
}
