package org.taskaffinity.runtime.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Captured;

/**
 * Inner products and squared norms of the tasks' gradients at each step. Cosines and norms are
 * stored in single precision, so a product is known to about 10⁻⁷ of the norms.
 */
final class StepProducts {
  private final Captured captured;
  private final boolean absentIsZero;
  private final double[][] norms;

  StepProducts(Captured captured, boolean absentIsZero) {
    this.captured = captured;
    this.absentIsZero = absentIsZero;
    norms = captured.tasks().stream().map(captured::norms).toArray(double[][]::new);
  }

  /** Of two tasks, at the steps that are read. */
  Pair of(int i, int j) {
    double[] cosines = captured.cosines(i, j);
    int[] read =
        IntStream.range(0, cosines.length)
            .filter(t -> absentIsZero || !Double.isNaN(cosines[t]))
            .toArray();
    return new Pair(
        at(read, t -> cosines[t] * norms[i][t] * norms[j][t]),
        at(read, t -> norms[i][t] * norms[i][t]),
        at(read, t -> norms[j][t] * norms[j][t]));
  }

  /** Between batches, of two tasks and of each with itself, at the steps that have all three. */
  Pair across(int i, int j) {
    double[] both = captured.across(i, j);
    double[] first = captured.across(i, i);
    double[] second = captured.across(j, j);
    int[] read =
        IntStream.range(0, both.length)
            .filter(t -> !Double.isNaN(both[t] + first[t] + second[t]))
            .toArray();
    return new Pair(at(read, t -> both[t]), at(read, t -> first[t]), at(read, t -> second[t]));
  }

  /**
   * A part of the inner products of a step's own batch, and its squared norms, at the steps that
   * have a product in the batch and one between batches.
   *
   * @param signal the product between batches; otherwise what is left of that in the batch
   */
  Pair share(int i, int j, boolean signal) {
    double[] cosines = captured.cosines(i, j);
    double[] across = captured.across(i, j);
    int[] read =
        IntStream.range(0, across.length)
            .filter(t -> !Double.isNaN(cosines[t] + across[t]))
            .toArray();
    return new Pair(
        at(read, t -> signal ? across[t] : cosines[t] * norms[i][t] * norms[j][t] - across[t]),
        at(read, t -> norms[i][t] * norms[i][t]),
        at(read, t -> norms[j][t] * norms[j][t]));
  }

  private interface AtStep {
    double at(int t);
  }

  /** What is not defined belongs to an absent task, whose gradient is read as 0. */
  private static double[] at(int[] read, AtStep value) {
    return Arrays.stream(read).mapToDouble(value::at).map(v -> Double.isNaN(v) ? 0 : v).toArray();
  }

  /**
   * @param products ⟨g_t, h_t⟩, [n]
   * @param first ‖g_t‖², [n]
   * @param second ‖h_t‖², [n]
   */
  record Pair(double[] products, double[] first, double[] second) {}

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
