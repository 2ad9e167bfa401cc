package org.taskaffinity.runtime.vector;

import java.util.Map;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.UpdateRule;

/** Moves parameters along their gradient; all arrays are laid out as the store is. */
interface Update {

  /** Begins a step: the next one, at a rate, with every gradient multiplied by a factor. */
  void begin(double rate, double factor);

  /** Moves some of the parameters; several slices take several ranges. */
  void move(float[] values, float[] gradient, int from, int end);

  /** Updates begun. */
  long updates();

  /** Copies of what it remembers, named as {@code State} says. */
  void save(Store store, Map<String, float[]> arrays);

  /** Takes what it remembers from copies. */
  void restore(Store store, Map<String, float[]> arrays, long updates);

  /** The update of an optimisation. */
  static Update of(OptimizerSettings optimisation, int parameters) {
    double decay = optimisation.weightDecay();
    return optimisation
        .rule()
        .fold(
            new UpdateRule.Cases<>() {
              @Override
              public Update adam(UpdateRule.Adam rule) {
                return new LaneAdam(rule, decay, parameters);
              }

              @Override
              public Update momentum(UpdateRule.Momentum rule) {
                return new LaneMomentum(rule, decay, parameters);
              }
            });
  }
}
