package org.taskaffinity.dsl;

/**
 * How parameters follow their gradient g, after clipping, at the epoch's rate r with weight decay
 * λ. The conventions are PyTorch's, so that a rate that serves there serves here.
 */
public sealed interface Optimiser {

  /** One answer per optimiser; a new one stops every undecided place from compiling. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per optimiser.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R adamW(AdamW optimiser);

    R adam(Adam optimiser);

    R sgd(Sgd optimiser);
  }

  /**
   * Adam with decoupled decay (Loshchilov and Hutter 2019, algorithm 2), β = (0.9, 0.999), ε = 1e-8
   * added after the bias correction.
   *
   * <pre>
   *   w ← w (1 − rλ), then as {@link Adam} without decay
   * </pre>
   */
  record AdamW() implements Optimiser {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.adamW(this);
    }
  }

  /**
   * Adam (Kingma and Ba 2015, algorithm 1), β = (0.9, 0.999), ε = 1e-8 added after the bias
   * correction; decay is that of an L2 penalty, which Adam scales as it scales the gradient.
   *
   * <pre>
   *   g ← g + λw
   *   m ← β₁m + (1 − β₁) g        v ← β₂v + (1 − β₂) g²
   *   w ← w − r / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
   * </pre>
   */
  record Adam() implements Optimiser {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.adam(this);
    }
  }

  /**
   * Stochastic gradient descent with momentum μ (Polyak 1964), as {@code torch.optim.SGD} without
   * dampening and without Nesterov's look ahead; decay is that of an L2 penalty.
   *
   * <pre>
   *   b ← μb + g + λw        w ← w − r b
   * </pre>
   *
   * @param momentum μ in [0, 1); 0 for none, and then nothing is remembered between steps
   */
  record Sgd(double momentum) implements Optimiser {
    public Sgd {
      if (!(momentum >= 0 && momentum < 1)) {
        throw new DescriptionException(
            "The momentum "
                + momentum
                + " is outside [0, 1). Write a fraction: sgd(0.01, 0.9) keeps nine tenths of the"
                + " last move, sgd(0.01, 0) nothing.");
      }
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.sgd(this);
    }
  }
}
