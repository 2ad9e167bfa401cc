package org.taskaffinity.runtime.encoder;

/**
 * How much longer than the products of its weights a kind of encoder takes, where nothing could be
 * measured, since it may gather rows too, or use weights several times; and what it keeps.
 *
 * @param step factor in a training step
 * @param capture factor in a capture, where gathering is done backward for every task
 * @param activations numbers kept for the backward pass, in outputs of its layers
 */
public record Effort(double step, double capture, double activations) {
  /** A kind that does little besides the products of its weights. */
  public static final Effort OF_PRODUCTS = new Effort(1, 1, 1);
}
