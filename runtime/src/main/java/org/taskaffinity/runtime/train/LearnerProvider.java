package org.taskaffinity.runtime.train;

import java.util.Optional;
import org.taskaffinity.runtime.compile.Architecture;

/**
 * An engine besides DJL's, found by the service loader, so that nothing refers to it where the JVM
 * lacks what it is made of.
 */
public interface LearnerProvider {

  /**
   * What keeps it from working in this JVM.
   *
   * @param reason a clause
   * @param write what to write so that it works; empty where nothing helps
   */
  record Missing(String reason, Optional<String> write) {}

  /** What is missing here; empty if it can work. */
  Optional<Missing> missing();

  /** What it is and how wide it works, for records. Asked for only where nothing is missing. */
  String description();

  /**
   * What of a training it does not know, as words such as {@code the encoder gat}; empty if it
   * trains all of it. It never ignores a setting: what it cannot do, it names here.
   */
  Optional<String> unknown(TrainingSpec assignment);

  /** Makes a learner that works in so many threads. */
  Learner begin(TrainingSpec assignment, int threads);

  /**
   * The bare products of batches, by its own kernels.
   *
   * @param atoms of a batch
   * @param rows of a batch
   */
  DenseProducts products(Architecture architecture, int atoms, int rows, int threads);
}
