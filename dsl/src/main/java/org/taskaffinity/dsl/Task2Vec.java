package org.taskaffinity.dsl;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Task2Vec (Achille et al. 2019, arXiv 1902.03545): a task is described by the Fisher information
 * of a trained probe, and two tasks are alike where theirs are. A measure of affinity beside G and
 * E, to be related, drawn and grouped like them:
 *
 * <pre>{@code
 * var task2vec = runner.task2vec(result)
 * runner.relate(task2vec.full(), result.labelCorrelation())
 * }</pre>
 *
 * <p><b>The probe.</b> The encoder is kept as it was trained, and only a classifier on it is
 * trained anew for each task (§2 there): f(x) = w·z + b on the representation z ∈ ℝᴰ of a molecule,
 * each feature standardised over the training rows. A classification is fitted by logistic
 * regression, a regression by least squares on standardised labels, both with ½‖w‖² beside the sum
 * of the losses and b free, so that there is one solution and no seed: what scikit-learn's {@code
 * LogisticRegression} and {@code Ridge} do if nothing is said.
 *
 * <p><b>The parameters.</b> Those of a linear layer M ∈ ℝᴰˣᴰ at the end of the shared part, f(x) =
 * w·(M z) + b, at M = 1, where it changes nothing: its D² weights stand for the encoder's, of which
 * Task2Vec takes the Fisher information; w and b are the task's own.
 *
 * <pre>
 *   F = 𝔼ₓ 𝔼_{y ~ p(y|x)} [∇_M log p(y|x) ∇_M log p(y|x)ᵀ] = (w wᵀ) ⊗ S,   S = 𝔼ₓ [v(x) z zᵀ]
 *   v = p (1 − p)  for a classification, p = σ(f(x));     v = 1 / σ²  for a regression
 * </pre>
 *
 * <p>The labels are the model's: their expectation is taken in closed form, nothing is sampled, and
 * it is not the empirical Fisher, which has the labels measured (Kunstner et al. 2019, arXiv
 * 1905.12558). 𝔼ₓ is the mean over the task's own molecules: training rows with a label of the
 * task. σ² is the mean squared residual. In general F = A ⊗ B is the approximation by Kronecker
 * factors of Martens and Grosse (2015, arXiv 1503.05671); here ∇ f with respect to M is w zᵀ with
 * the same w for every molecule, so that it is exact.
 *
 * <p><b>The comparison</b> is the cosine, of the diagonals as vectors or of the whole matrices:
 *
 * <pre>
 *   diagonal   ⟨diag F_i, diag F_j⟩ / (‖diag F_i‖ ‖diag F_j‖)
 *   full       tr(F_i F_j) / (‖F_i‖_F ‖F_j‖_F) = cos(w_i, w_j)² cos(S_i, S_j)
 * </pre>
 *
 * <p>S by itself is the whole Fisher information of the probe's own weights w; {@link #probes}
 * compares these, for the reader who wants no parameter but theirs.
 *
 * <p>All lie in [0, 1], as Fisher information is never negative: a task and its opposite are the
 * same to Task2Vec. NaN for a task without a probe: one of which all labels are alike, or none is
 * left.
 */
public final class Task2Vec {
  private final List<TaskFisher> tasks;

  /**
   * @param tasks each task once, all probed on one representation, or on several of one width whose
   *     numbers mean the same
   */
  public Task2Vec(List<TaskFisher> tasks) {
    this.tasks = List.copyOf(tasks);
    Check.distinct("task", tasks());
    if (tasks.stream().filter(TaskFisher::defined).map(t -> t.probe().length).distinct().count()
        > 1) {
      throw new DescriptionException(
          "Tasks probed on representations of different widths cannot be compared:\n  "
              + String.join("\n  ", tasks.stream().map(TaskFisher::toString).toList()));
    }
  }

  /** K names, in the order of rows and columns. */
  public List<String> tasks() {
    return tasks.stream().map(TaskFisher::task).toList();
  }

  /**
   * The Fisher information of a task.
   *
   * @throws DescriptionException if there is no such task
   */
  public TaskFisher of(String task) {
    return tasks.stream()
        .filter(t -> t.task().equals(task))
        .findFirst()
        .orElseThrow(
            () ->
                new DescriptionException(
                    Nearest.unknown("task", task, "these embeddings", tasks())));
  }

  /**
   * A task as a vector: the diagonal of its F, [D·D], the entries of M row by row; empty where it
   * has no probe.
   *
   * @throws DescriptionException if there is no such task
   */
  public double[] embedding(String task) {
    return of(task).embedding();
  }

  /** The cosine of two tasks' Fisher information, for every two tasks. */
  public TaskMatrix compared(Fisher fisher) {
    return switch (fisher) {
      case DIAGONAL -> diagonal();
      case FULL -> full();
      case PROBES -> probes();
    };
  }

  /** The cosine of the diagonals, for every two tasks. */
  public TaskMatrix diagonal() {
    return compared(TaskFisher::diagonal);
  }

  /** The cosine of the whole matrices, for every two tasks. */
  public TaskMatrix full() {
    return compared(TaskFisher::full);
  }

  /** The cosine of the whole Fisher information of the probes' own weights, cos(S_i, S_j). */
  public TaskMatrix probes() {
    return compared(TaskFisher::own);
  }

  private TaskMatrix compared(ToDoubleBiFunction<TaskFisher, TaskFisher> by) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        TaskFisher one = tasks.get(i);
        TaskFisher other = tasks.get(j);
        boolean both = one.defined() && other.defined();
        values[i][j] = both ? Math.min(1, by.applyAsDouble(one, other)) : Double.NaN;
        values[j][i] = values[i][j];
      }
    }
    return new TaskMatrix(tasks(), values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Task2Vec t && tasks.equals(t.tasks);
  }

  @Override
  public int hashCode() {
    return tasks.hashCode();
  }

  /** A line for each task. */
  @Override
  public String toString() {
    return "Task2Vec of "
        + tasks.size()
        + " tasks\n  "
        + String.join("\n  ", tasks.stream().map(TaskFisher::toString).toList());
  }
}
