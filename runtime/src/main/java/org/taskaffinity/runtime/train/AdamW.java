package org.taskaffinity.runtime.train;

import java.util.List;
import java.util.Map;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.network.Parameter;

/**
 * AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization", algorithm 2) with ε
 * where PyTorch has it.
 *
 * <pre>
 *   w ← w (1 − rλ)
 *   m ← β₁m + (1 − β₁) g        v ← β₂v + (1 − β₂) g²
 *   w ← w − r / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)
 * </pre>
 */
interface AdamW extends AutoCloseable {

  /** One update from the accumulated gradients, each multiplied by a factor; zeroes them. */
  void step(double rate, double factor);

  /** Euclidean norm of all accumulated gradients together. */
  double gradientNorm();

  /** Copies of m and v, named "m/" and "v/" + the parameter's name. */
  void save(Map<String, float[]> arrays);

  /** Takes m and v from copies, and the number of updates done. */
  void restore(Map<String, float[]> arrays, long updates);

  /** Updates done. */
  long updates();

  @Override
  void close();

  /**
   * The fast way where gradients lie in the CPU's memory as floats, tensor operations elsewhere.
   */
  static AdamW of(List<Parameter> parameters, Optimisation optimisation) {
    return parameters.stream().allMatch(Parameter::viewable)
        ? new FusedAdamW(parameters, optimisation)
        : new TensorAdamW(parameters, optimisation);
  }
}
