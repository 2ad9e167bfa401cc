package org.taskaffinity.runtime.train;

/** The dense matrix products of a training, and nothing else: what a benchmark measures beside. */
public interface DenseProducts extends AutoCloseable {

  /** Forward and backward of encoder and heads, once. */
  void step();

  /** Backward of the encoder for each of K tasks. */
  void capture();

  @Override
  void close();
}
