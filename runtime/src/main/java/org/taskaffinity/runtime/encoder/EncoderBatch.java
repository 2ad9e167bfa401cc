package org.taskaffinity.runtime.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;

/**
 * The part of one mini-batch that an encoder reads, in the host's memory. It is filled again and
 * again; its tensors share its memory and must be closed before. For one thread at a time.
 */
public interface EncoderBatch {
  /** Fills it with the features of these rows of the data, in this order. */
  void write(int[] rows);

  /** N of the rows written last: their atoms or characters; B where rows are neither. */
  int count();

  /** N of one row of the data. */
  int count(int row);

  /** Draws the kind's own dropout masks, if it has any, for the rows written last. */
  void drawMasks(long step);

  /** [N, F]. */
  NDArray inputs(NDManager manager, DataType type);

  /**
   * The kind's own tensors.
   *
   * @param masked whether the masks drawn last belong to them
   */
  Structure structure(NDManager manager, DataType type, boolean masked);
}
