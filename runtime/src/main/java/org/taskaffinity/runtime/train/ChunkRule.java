package org.taskaffinity.runtime.train;

import java.util.List;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.UpdateRule;

/** A rule on some numbers at a time, in loops from 0 on that the JIT compiler vectorises. */
interface ChunkRule {

  /** Names of what it remembers of each number. */
  List<String> remembered();

  /**
   * Begins an update.
   *
   * @param updates with this one
   * @param factor what gradients are multiplied by
   */
  void begin(long updates, double rate, double factor);

  /**
   * Moves the first numbers of an array.
   *
   * @param w the numbers
   * @param g their gradient; the rule's to change
   * @param remembered what it remembers of them, in the order of its names
   */
  void move(float[] w, float[] g, float[][] remembered, int count);

  /** The rule of an optimisation. */
  static ChunkRule of(OptimizerSettings optimisation) {
    double decay = optimisation.weightDecay();
    return optimisation
        .rule()
        .fold(
            new UpdateRule.Cases<>() {
              @Override
              public ChunkRule adam(UpdateRule.Adam rule) {
                return new AdamChunks(rule, decay);
              }

              @Override
              public ChunkRule momentum(UpdateRule.Momentum rule) {
                return new MomentumChunks(rule, decay);
              }
            });
  }

  /** An L2 penalty: g ← g · factor + decay · w. */
  static void penalise(float[] g, float[] w, int n, float factor, float decay) {
    for (int i = 0; i < n; i++) {
      g[i] = g[i] * factor + decay * w[i];
    }
  }
}
