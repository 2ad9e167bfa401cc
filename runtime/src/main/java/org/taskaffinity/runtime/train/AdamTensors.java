package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Adam and AdamW. */
final class AdamTensors implements TensorRule {
  private final UpdateRule.Adam rule;
  private final double decay;
  private double keep;
  private double root;
  private double size;

  AdamTensors(UpdateRule.Adam rule, double decay) {
    this.rule = rule;
    this.decay = decay;
  }

  @Override
  public List<String> remembered() {
    return List.of("m", "v");
  }

  @Override
  public void begin(long t, double rate) {
    keep = 1 - rate * decay;
    root = Math.sqrt(1 - StrictMath.pow(rule.beta2(), t));
    size = rate / (1 - StrictMath.pow(rule.beta1(), t));
  }

  @Override
  public void move(NDArray w, NDArray g, List<NDArray> remembered) {
    if (rule.decoupled()) {
      w.muli(keep);
    } else {
      TensorRule.penalise(g, w, decay);
    }
    NDArray m = remembered.get(0);
    NDArray v = remembered.get(1);
    try (NDArray part = g.mul(1 - rule.beta1());
        NDArray square = g.square();
        NDArray spread = v.muli(rule.beta2()).addi(square.muli(1 - rule.beta2())).sqrt();
        NDArray move =
            m.muli(rule.beta1()).addi(part).div(spread.divi(root).addi(rule.epsilon()))) {
      w.subi(move.muli(size));
    }
  }

  /** Decay that goes past the gradient is then all there is. */
  @Override
  public void moveUnreached(NDArray w, List<NDArray> remembered) {
    if (rule.decoupled()) {
      w.muli(keep);
    } else {
      TensorRule.super.moveUnreached(w, remembered);
    }
  }
}
