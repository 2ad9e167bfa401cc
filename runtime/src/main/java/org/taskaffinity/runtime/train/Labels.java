package org.taskaffinity.runtime.train;

/**
 * The labels of all rows, [N, K], some missing. A missing label is known by its absence, not by a
 * value.
 *
 * <p>Called from the thread that prepares batches, while others may read the same labels.
 */
public interface Labels {
  /** Whether a row has a label for a task (and training may see it). */
  boolean present(int row, int task);

  /** The label: 0 or 1, or a real number in regression. Asked for only where present. */
  float value(int row, int task);
}
