package org.taskaffinity.dsl;

/**
 * How the gradients g_t of K tasks become the direction of one step on the shared encoder, d = Σ_t
 * w_t g_t. The gradient of a head belongs to its task alone.
 *
 * <p>{@link Sum} and {@link Mean} are printed by {@link Training#lossOver}, so that the identifiers
 * of stored runs stay valid.
 */
public sealed interface Combination {

  /** One answer per combination; a new one stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per combination.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R sum(Sum combination);

    R mean(Mean combination);
  }

  /** The sum of the losses: w_t = 1. The default. */
  record Sum() implements Combination {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sum(this);
    }

    @Override
    public String toString() {
      return "sum()";
    }
  }

  /** The mean of the losses, heads included: w_t = 1/K, over all K tasks of the experiment. */
  record Mean() implements Combination {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.mean(this);
    }

    @Override
    public String toString() {
      return "mean()";
    }
  }
}
