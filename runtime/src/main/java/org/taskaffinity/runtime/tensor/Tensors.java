package org.taskaffinity.runtime.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Tensors from Java arrays and back, whatever the tensor's precision; {@link HostTransfers} counts.
 */
public final class Tensors {

  private Tensors() {}

  /** A tensor with these values in row-major order. */
  public static NDArray create(NDManager manager, float[] values, Shape shape, DataType type) {
    NDArray array = manager.create(shape, type);
    set(array, values);
    return array;
  }

  /** A tensor of values as they lie in memory, in row-major order and the machine's byte order. */
  public static NDArray create(NDManager manager, ByteBuffer values, Shape shape, DataType type) {
    HostTransfers.written(values.remaining());
    return manager.create(values, shape, type);
  }

  /** A copy of a tensor's values in row-major order. */
  public static double[] doubles(NDArray array) {
    HostTransfers.read(bytes(array));
    return array.toDoubleArray();
  }

  /** A copy of a tensor's values in row-major order, rounded to float. */
  public static float[] floats(NDArray array) {
    if (array.getDataType() == DataType.FLOAT32) {
      HostTransfers.read(bytes(array));
      return array.toFloatArray();
    }
    double[] wide = doubles(array);
    float[] values = new float[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) wide[i];
    }
    return values;
  }

  /** Overwrites a tensor's values in row-major order. */
  public static void set(NDArray array, float[] values) {
    if (values.length != array.size()) {
      throw new IllegalArgumentException(
          values.length
              + " values for a tensor of "
              + array.size()
              + ", "
              + array.getShape()
              + ".");
    }
    HostTransfers.written(bytes(array));
    boolean single = array.getDataType() == DataType.FLOAT32;
    if (single && array.getDevice().equals(Device.cpu())) {
      Torch.view(array).put(values); // NDArray.set would warn of a deprecation on stderr
    } else if (single) {
      array.set(FloatBuffer.wrap(values));
    } else {
      double[] wide = new double[values.length];
      for (int i = 0; i < wide.length; i++) {
        wide[i] = values[i];
      }
      array.set(DoubleBuffer.wrap(wide));
    }
  }

  private static long bytes(NDArray array) {
    return array.size() * array.getDataType().getNumOfBytes();
  }
}
