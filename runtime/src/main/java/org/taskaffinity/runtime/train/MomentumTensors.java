package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Gradient descent, with momentum or without. */
final class MomentumTensors implements TensorRule {
  private final double momentum;
  private final double decay;
  private double rate;

  MomentumTensors(UpdateRule.Momentum rule, double decay) {
    momentum = rule.momentum();
    this.decay = decay;
  }

  @Override
  public List<String> remembered() {
    return momentum == 0 ? List.of() : List.of("momentum");
  }

  @Override
  public void begin(long t, double rate) {
    this.rate = rate;
  }

  @Override
  public void move(NDArray w, NDArray g, List<NDArray> remembered) {
    TensorRule.penalise(g, w, decay);
    if (momentum == 0) {
      w.subi(g.muli(rate));
      return;
    }
    try (NDArray move = remembered.get(0).muli(momentum).addi(g).mul(rate)) {
      w.subi(move);
    }
  }
}
