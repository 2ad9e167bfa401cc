package org.taskaffinity.runtime.train;

import java.util.List;
import org.taskaffinity.runtime.compile.Target;

/**
 * Losses and their gradients by the logits: arithmetic on arrays, in double.
 *
 * <pre>
 *   L_t = 1/n_t Σ_b ℓ(x_bt, y_bt)   over the n_t labelled rows of the batch
 *   binary:      ℓ = w y log(1 + e^−x) + (1 − y) log(1 + e^x)
 *   regression:  ℓ = (x − y)²
 * </pre>
 *
 * <p>w is the weight of positives. As PyTorch's {@code pos_weight}, it leaves n_t as it is.
 */
public final class Losses {
  private final List<Target> targets;
  private final double share;

  /**
   * For K targets in the order of the logits' columns.
   *
   * @param share what one task's loss counts in the total: 1, or 1/K
   */
  public Losses(List<Target> targets, double share) {
    this.targets = List.copyOf(targets);
    this.share = share;
  }

  /**
   * Losses of one batch.
   *
   * @param logits [B, K] row-major
   * @param labels [B, K] row-major, read where present
   * @param present [B, K] row-major
   */
  public TaskLosses of(float[] logits, float[] labels, boolean[] present) {
    double[] losses = new double[targets.size()];
    float[] gradient = new float[logits.length];
    for (int t = 0; t < losses.length; t++) {
      losses[t] = of(t, logits, labels, present, gradient);
    }
    return together(losses, present, gradient);
  }

  /**
   * One task's loss alone; tasks may be taken in several threads at once.
   *
   * @param gradient [B, K] row-major: the task's column is written, where labels are
   * @return NaN without a label
   */
  public double of(int task, float[] logits, float[] labels, boolean[] present, float[] gradient) {
    return task(task, count(present, task), logits, labels, present, gradient);
  }

  /** All tasks' losses, each found by itself, with their total. */
  public TaskLosses together(double[] losses, boolean[] present, float[] gradient) {
    int[] counts = new int[losses.length];
    double total = 0;
    for (int t = 0; t < losses.length; t++) {
      counts[t] = count(present, t);
      total += counts[t] > 0 ? losses[t] * share : 0;
    }
    return new TaskLosses(losses, counts, total, gradient);
  }

  /** What one task's loss counts in the total: 1, or 1/K. */
  public double share() {
    return share;
  }

  private int count(boolean[] present, int task) {
    int count = 0;
    for (int i = task; i < present.length; i += targets.size()) {
      count += present[i] ? 1 : 0;
    }
    return count;
  }

  private double task(
      int t, int count, float[] logits, float[] labels, boolean[] present, float[] gradient) {
    Target target = targets.get(t);
    double sum = 0;
    for (int i = t; i < logits.length; i += targets.size()) {
      if (present[i]) {
        sum += loss(target, logits[i], labels[i]);
        gradient[i] = (float) (slope(target, logits[i], labels[i]) * share / count);
      }
    }
    return sum / count;
  }

  /**
   * The mean loss of one task.
   *
   * @param logits its predictions
   * @param labels its labels, as many
   * @return NaN without any
   */
  static double mean(Target target, double[] logits, double[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += loss(target, logits[i], labels[i]);
    }
    return sum / labels.length;
  }

  private static double loss(Target target, double x, double y) {
    return switch (target.kind()) {
      case BINARY -> target.positiveWeight() * y * softplus(-x) + (1 - y) * softplus(x);
      case REGRESSION -> (x - y) * (x - y);
    };
  }

  private static double slope(Target target, double x, double y) {
    return switch (target.kind()) {
      case BINARY -> (1 - y) * sigmoid(x) - target.positiveWeight() * y * sigmoid(-x);
      case REGRESSION -> 2 * (x - y);
    };
  }

  /** log(1 + e^x) without overflow; StrictMath, because bits must not depend on the machine. */
  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  private static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
