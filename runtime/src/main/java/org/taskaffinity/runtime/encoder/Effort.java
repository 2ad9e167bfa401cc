package org.taskaffinity.runtime.encoder;

/**
 * How much longer than the products of its weights a kind of encoder takes, where nothing could be
 * measured: it may gather rows too, or use weights several times.
 *
 * @param step factor in a training step
 * @param capture factor in a capture, where gathering is done backward for every task
 */
public record Effort(double step, double capture) {
  /** A kind that does little besides the products of its weights. */
  public static final Effort OF_PRODUCTS = new Effort(1, 1);
}
