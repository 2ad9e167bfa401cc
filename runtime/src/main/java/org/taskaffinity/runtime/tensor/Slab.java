package org.taskaffinity.runtime.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Direct memory that grows and is used again: what a tensor of a batch lies in. */
public final class Slab {
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private int used;

  /** Four bytes a number. */
  public FloatBuffer floats(int count) {
    return sized(Math.multiplyExact(count, Float.BYTES)).asFloatBuffer();
  }

  /** Four bytes a number, as bits. */
  public IntBuffer ints(int count) {
    return sized(Math.multiplyExact(count, Integer.BYTES)).asIntBuffer();
  }

  /** Eight bytes a number. */
  public LongBuffer longs(int count) {
    return sized(Math.multiplyExact(count, Long.BYTES)).asLongBuffer();
  }

  private ByteBuffer sized(int bytes) {
    if (memory.capacity() < bytes) {
      memory = ByteBuffer.allocateDirect(bytes + bytes / 4);
    }
    used = bytes;
    return bytes();
  }

  /** What was asked for last, in the machine's byte order. */
  public ByteBuffer bytes() {
    return memory.duplicate().clear().limit(used).slice().order(ByteOrder.nativeOrder());
  }

  /** A tensor of the numbers asked for last by {@link #floats} or {@link #ints}. */
  public NDArray tensor(NDManager manager, DataType type, long... shape) {
    NDArray single = Tensors.create(manager, bytes(), new Shape(shape), DataType.FLOAT32);
    return type == DataType.FLOAT32 ? single : single.toType(type, false);
  }

  /** A tensor of the numbers asked for last by {@link #longs}. */
  public NDArray indices(NDManager manager, long... shape) {
    return Tensors.create(manager, bytes(), new Shape(shape), DataType.INT64);
  }
}
