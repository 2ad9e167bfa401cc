package org.taskaffinity.runtime.tensor;

import java.util.random.RandomGenerator;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Initial weights, each tensor from a stream of its own name ("init/encoder/0/weight"), so that a
 * new task or layer leaves the others' as they were.
 */
public record Initial(Seeds seeds) {

  /**
   * Uniform within ±√(6 / (in + out)) (Glorot and Bengio 2010), row-major [in, out].
   *
   * @param name the tensor's, without "init/"
   */
  public float[] glorot(String name, int in, int out) {
    return uniform(name, Math.sqrt(6.0 / (in + out)), in * out);
  }

  /** Uniform within ±1/√in, as PyTorch's Linear starts weights and biases. */
  public float[] linear(String name, int in, int size) {
    return uniform(name, 1 / Math.sqrt(in), size);
  }

  /** Standard normal, as PyTorch's Embedding starts. */
  public float[] normal(String name, int size) {
    RandomGenerator stream = seeds.stream("init/" + name);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return values;
  }

  private float[] uniform(String name, double bound, int size) {
    RandomGenerator stream = seeds.stream("init/" + name);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (bound * (2 * stream.nextDouble() - 1));
    }
    return values;
  }
}
