package org.taskaffinity.runtime.encoder.dense;

import org.taskaffinity.runtime.encoder.ArrayWriter;
import org.taskaffinity.runtime.encoder.BatchArrays;
import org.taskaffinity.runtime.encoder.RowSource;

/** Rows as arrays. */
record RowArrays(RowSource source) implements ArrayWriter {
  @Override
  public BatchArrays write(int[] rows) {
    int width = source.featureCount();
    float[] all = new float[rows.length * width];
    int[] starts = new int[rows.length + 1];
    for (int b = 0; b < rows.length; b++) {
      source.features(rows[b], all, b * width);
      starts[b + 1] = b + 1;
    }
    return new BatchArrays(all, starts, new int[0], new int[0], new float[0]);
  }
}
