package org.taskaffinity.runtime.encoder;

import org.taskaffinity.dsl.Norm;

/**
 * The sizes of one layer of the encoder.
 *
 * @param name what its tensors and streams are called
 * @param in features it reads
 * @param out features it makes
 * @param graph whether it works on atoms or characters, before pooling
 * @param weights numbers of its weights and biases, without norms; multiplied and added each time
 *     an atom, a character or a row passes
 */
public record LayerSizes(String name, int in, int out, boolean graph, int weights) {

  /** Weights and biases of an affine layer. */
  public static int affine(int in, int out) {
    return in * out + out;
  }

  /** Scale and shift of a norm. */
  public static int scales(Norm norm, int width) {
    return norm == Norm.NONE ? 0 : 2 * width;
  }
}
