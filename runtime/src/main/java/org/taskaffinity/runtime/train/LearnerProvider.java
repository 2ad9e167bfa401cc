package org.taskaffinity.runtime.train;

import java.util.Optional;
import org.taskaffinity.runtime.compile.Architecture;

/**
 * An engine besides DJL's, found by the service loader, so that nothing refers to it where the JVM
 * lacks what it is made of.
 */
public interface LearnerProvider {

  /** Why it cannot work in this JVM, as the end of a sentence; empty if it can. */
  Optional<String> missing();

  /** What it is and how wide it works, for records. Asked for only where nothing is missing. */
  String description();

  /** Whether it knows every part of an architecture. */
  boolean knows(Architecture architecture);

  /** Makes a learner that works in so many threads. */
  Learner begin(Assignment assignment, int threads);

  /**
   * The bare products of batches, by its own kernels.
   *
   * @param atoms of a batch
   * @param rows of a batch
   */
  DenseProducts products(Architecture architecture, int atoms, int rows, int threads);
}
