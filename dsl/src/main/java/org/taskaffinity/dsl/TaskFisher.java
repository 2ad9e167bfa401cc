package org.taskaffinity.dsl;

import java.util.Arrays;

/**
 * The Fisher information of one task's trained probe, in its two Kronecker factors: F = (w wᵀ) ⊗ S.
 * {@link Task2Vec} says of what.
 *
 * @param task its name
 * @param molecules the task's own, over which the mean in S is taken
 * @param probe w, the probe's weights, [D]; empty where the task could not be probed
 * @param moment S, [D][D], symmetric; empty where the task could not be probed
 */
public record TaskFisher(String task, int molecules, double[] probe, double[][] moment) {
  public TaskFisher {
    probe = probe.clone();
    moment = Arrays.stream(moment).map(double[]::clone).toArray(double[][]::new);
    int width = probe.length;
    if (moment.length != width || Arrays.stream(moment).anyMatch(row -> row.length != width)) {
      throw new DescriptionException(
          "A probe of " + width + " weights needs a moment of as many rows and columns.");
    }
  }

  /** A task that could not be probed: its rows are missing wherever tasks are compared. */
  public static TaskFisher missing(String task, int molecules) {
    return new TaskFisher(task, molecules, new double[0], new double[0][]);
  }

  /** Whether there is anything to compare. */
  public boolean defined() {
    return probe.length > 0;
  }

  /** A copy. */
  @Override
  public double[] probe() {
    return probe.clone();
  }

  /** A copy. */
  @Override
  public double[][] moment() {
    return Arrays.stream(moment).map(double[]::clone).toArray(double[][]::new);
  }

  /** ‖·‖ and ⟨·,·⟩ of Kronecker products are products of those of their factors. */
  double full(TaskFisher other) {
    double aligned = cosine(probe, other.probe);
    return aligned * aligned * cosine(flat(), other.flat());
  }

  double diagonal(TaskFisher other) {
    return cosine(squares(), other.squares()) * cosine(variances(), other.variances());
  }

  double own(TaskFisher other) {
    return cosine(flat(), other.flat());
  }

  /** The diagonal of F, w_a² S_bb, a slowest, [D·D]. */
  double[] embedding() {
    double[] squares = squares();
    double[] variances = variances();
    int width = probe.length;
    double[] out = new double[width * width];
    Arrays.setAll(out, i -> squares[i / width] * variances[i % width]);
    return out;
  }

  private double[] squares() {
    return Arrays.stream(probe).map(w -> w * w).toArray();
  }

  private double[] variances() {
    double[] out = new double[moment.length];
    Arrays.setAll(out, b -> moment[b][b]);
    return out;
  }

  private double[] flat() {
    return Arrays.stream(moment).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double cosine(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / (Math.sqrt(aa) * Math.sqrt(bb));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskFisher f
        && task.equals(f.task)
        && molecules == f.molecules
        && Arrays.equals(probe, f.probe)
        && Arrays.deepEquals(moment, f.moment);
  }

  @Override
  public int hashCode() {
    return 31 * task.hashCode() + Arrays.hashCode(probe);
  }

  @Override
  public String toString() {
    return defined()
        ? task + ": " + probe.length + " weights, over " + molecules + " molecules"
        : task + ": no probe, " + molecules + " molecules";
  }
}
