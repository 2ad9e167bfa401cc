package org.taskaffinity.runtime.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/** Direct memory that grows and is used again: what a tensor of a batch lies in. */
final class Slab {
  private ByteBuffer memory = ByteBuffer.allocateDirect(0);
  private int used;

  /** Four bytes a number. */
  FloatBuffer floats(int count) {
    return sized(Math.multiplyExact(count, Float.BYTES)).asFloatBuffer();
  }

  /** Four bytes a number, as bits. */
  IntBuffer ints(int count) {
    return sized(Math.multiplyExact(count, Integer.BYTES)).asIntBuffer();
  }

  /** Eight bytes a number. */
  LongBuffer longs(int count) {
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
  ByteBuffer bytes() {
    return memory.duplicate().clear().limit(used).slice().order(ByteOrder.nativeOrder());
  }
}
