package org.taskaffinity.runtime.encoder.dense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.FloatBuffer;
import org.taskaffinity.runtime.encoder.EncoderBatch;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.encoder.Structure;
import org.taskaffinity.runtime.tensor.Slab;

/** Rows one below another. */
final class RowBatch implements EncoderBatch {

  /** Rows are connected by nothing. */
  private record Unconnected() implements Structure {}

  private final RowSource source;
  private final Slab inputs = new Slab();
  private float[] row = {};
  private int count;

  RowBatch(RowSource source) {
    this.source = source;
  }

  @Override
  public void write(int[] rows) {
    count = rows.length;
    int width = source.featureCount();
    row = row.length < width ? new float[width] : row;
    FloatBuffer out = inputs.floats(count * width);
    for (int id : rows) {
      source.features(id, row, 0);
      out.put(row, 0, width);
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int count(int row) {
    return 1;
  }

  /** Only layers' outputs are dropped. */
  @Override
  public void drawMasks(long step) {}

  @Override
  public NDArray inputs(NDManager manager, DataType type) {
    return inputs.tensor(manager, type, count, source.featureCount());
  }

  @Override
  public Structure structure(NDManager manager, DataType type, boolean masked) {
    return new Unconnected();
  }
}
