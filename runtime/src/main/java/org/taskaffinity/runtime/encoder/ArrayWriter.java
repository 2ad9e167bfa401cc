package org.taskaffinity.runtime.encoder;

/** Writes the features of mini-batches as arrays, for the engine in Java. */
@FunctionalInterface
public interface ArrayWriter {
  /** The features of these rows of the data, in this order. */
  BatchArrays write(int[] rows);
}
