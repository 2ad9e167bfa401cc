package org.taskaffinity.runtime.compile;

/**
 * How a parameter w follows its gradient g, which is clipped already, at a rate r with weight decay
 * λ; PyTorch's conventions.
 */
public sealed interface UpdateRule {

  /** AdamW with PyTorch's constants. */
  UpdateRule ADAM_W = new Adam(0.9, 0.999, 1e-8, true);

  /** Adam with PyTorch's constants. */
  UpdateRule ADAM = new Adam(0.9, 0.999, 1e-8, false);

  /** Numbers remembered for each parameter from one step to the next. */
  int remembered();

  /** One answer per rule; a new one stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per rule.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R adam(Adam rule);

    R momentum(Momentum rule);
  }

  /**
   * Adam (Kingma and Ba 2015, algorithm 1) with an L2 penalty, or AdamW (Loshchilov and Hutter
   * 2019, algorithm 2).
   *
   * <pre>
   *   decoupled: w ← w (1 − rλ)        otherwise: g ← g + λw
   *   m ← β₁m + (1 − β₁) g             v ← β₂v + (1 − β₂) g²
   *   w ← w − r / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
   * </pre>
   *
   * @param beta1 decay of the gradient's running mean, in [0, 1)
   * @param beta2 decay of the squared gradient's running mean, in [0, 1)
   * @param epsilon added to the denominator after bias correction, above 0
   * @param decoupled whether the decay goes past the gradient, as AdamW's does
   */
  record Adam(double beta1, double beta2, double epsilon, boolean decoupled) implements UpdateRule {
    public Adam {
      require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "a number in [0, 1)");
      require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "a number in [0, 1)");
      require(epsilon > 0, "epsilon", epsilon, "a number above 0");
    }

    @Override
    public int remembered() {
      return 2;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.adam(this);
    }
  }

  /**
   * Gradient descent with momentum (Polyak 1964) and an L2 penalty.
   *
   * <pre>
   *   b ← μb + g + λw        w ← w − r b
   * </pre>
   *
   * @param momentum μ in [0, 1); b is not remembered where it is 0
   */
  record Momentum(double momentum) implements UpdateRule {
    public Momentum {
      require(momentum >= 0 && momentum < 1, "momentum", momentum, "a number in [0, 1)");
    }

    @Override
    public int remembered() {
      return momentum == 0 ? 0 : 1;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.momentum(this);
    }
  }

  private static void require(boolean holds, String what, double value, String instead) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is " + value + "; write " + instead + ".");
    }
  }
}
