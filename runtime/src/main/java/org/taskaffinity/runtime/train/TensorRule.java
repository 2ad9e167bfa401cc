package org.taskaffinity.runtime.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.UpdateRule;

/** A rule as tensor operations. */
interface TensorRule {

  /** Names of what it remembers of each parameter. */
  List<String> remembered();

  /**
   * Begins an update.
   *
   * @param updates with this one
   */
  void begin(long updates, double rate);

  /**
   * Moves a parameter.
   *
   * @param g its gradient; the rule's to change
   * @param remembered what it remembers of it, in the order of its names
   */
  void move(NDArray w, NDArray g, List<NDArray> remembered);

  /** Moves a parameter on which no output depends, and whose gradient is therefore always zero. */
  default void moveUnreached(NDArray w, List<NDArray> remembered) {
    try (NDArray none = w.zerosLike()) {
      move(w, none, remembered);
    }
  }

  /** The rule of an optimisation. */
  static TensorRule of(OptimizerSettings optimisation) {
    double decay = optimisation.weightDecay();
    return optimisation
        .rule()
        .fold(
            new UpdateRule.Cases<>() {
              @Override
              public TensorRule adam(UpdateRule.Adam rule) {
                return new AdamTensors(rule, decay);
              }

              @Override
              public TensorRule momentum(UpdateRule.Momentum rule) {
                return new MomentumTensors(rule, decay);
              }
            });
  }

  /** An L2 penalty: g ← g + decay · w. */
  static void penalise(NDArray g, NDArray w, double decay) {
    if (decay > 0) {
      try (NDArray pull = w.mul(decay)) {
        g.addi(pull);
      }
    }
  }
}
