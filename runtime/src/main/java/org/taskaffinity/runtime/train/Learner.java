package org.taskaffinity.runtime.train;

import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.gradient.BatchProducts;
import org.taskaffinity.runtime.gradient.Capture;

/**
 * One network in training: steps, captures, evaluations, states to go on from.
 *
 * <p>There are several engines behind it. All draw initial weights, masks and batches from the same
 * named streams and keep their states under the same names in the same order of numbers, so that a
 * training begun by one can be gone on with by another. For one thread at a time; two learners may
 * work in two threads. The same seed, batches, engine and threads give the same bits, with and
 * without captures.
 */
public interface Learner extends AutoCloseable {

  /** Makes a learner for a training. */
  @FunctionalInterface
  interface Factory {
    Learner begin(TrainingSpec assignment);
  }

  /** The form of batches it reads. */
  Batch.Form form();

  /**
   * One step at the learning rate of the batch's epoch, which may also read the task gradients off
   * its own forward pass, before the update.
   *
   * @throws RunException if a loss or the gradient is not finite; the parameters are then as before
   *     the step
   */
  Step step(Batch batch, CaptureMode look);

  /** One step that looks away. */
  default Step step(Batch batch) {
    return step(batch, CaptureMode.NONE);
  }

  /**
   * Reads the task gradients of a batch as a training step would see them, and changes nothing:
   * neither parameters nor running statistics.
   */
  Capture capture(Batch batch, CaptureMode look);

  /**
   * Inner products of the rows of two sets of task gradients.
   *
   * @param a [K, P], null for an absent task
   * @param b [K, P], null for an absent task
   * @return [K, K]: ⟨a_i, b_j⟩; NaN or any number where a row is null
   */
  default double[][] products(float[][] a, float[][] b) {
    return BatchProducts.plain(a, b);
  }

  /**
   * The logits of rows, with running statistics and without dropout.
   *
   * @param maker where their features come from, in this learner's form
   * @return [rows, K], in the order of the rows
   */
  float[][] evaluate(BatchMaker maker, int[] rows);

  /**
   * What the encoder makes of rows: their representation, with running statistics and without
   * dropout.
   *
   * @param maker where their features come from, in this learner's form
   * @return z, [rows, D], in the order of the rows
   */
  float[][] encode(BatchMaker maker, int[] rows);

  /** Everything needed to go on with the same bits, as copies. */
  State save();

  /**
   * Takes a state saved from the same architecture.
   *
   * @throws IllegalArgumentException if an array is missing or of another size; nothing is changed
   */
  void restore(State state);

  @Override
  void close();
}
