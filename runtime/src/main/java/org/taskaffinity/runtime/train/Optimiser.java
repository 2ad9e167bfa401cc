package org.taskaffinity.runtime.train;

import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.tensor.Parameter;

/** Moves a network's parameters along their accumulated gradients, by the rule asked for. */
interface Optimiser extends AutoCloseable {

  /** One update from the accumulated gradients, each multiplied by a factor; zeroes them. */
  void step(double rate, double factor);

  /** Euclidean norm of all accumulated gradients together. */
  double gradientNorm();

  /** Copies of what the rule remembers, each named as there, a slash, the parameter's name. */
  void save(Map<String, float[]> arrays);

  /** Takes what the rule remembers from copies, and the number of updates done. */
  void restore(Map<String, float[]> arrays, long updates);

  /** Updates done. */
  long updates();

  @Override
  void close();

  /**
   * The fast way where gradients lie in the CPU's memory as floats, tensor operations elsewhere.
   */
  static Optimiser of(List<Parameter> parameters, OptimizerSettings optimisation) {
    return parameters.stream().allMatch(Parameter::viewable)
        ? new FusedOptimiser(parameters, optimisation)
        : new TensorOptimiser(parameters, optimisation);
  }
}
