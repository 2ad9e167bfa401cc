package org.taskaffinity.runtime.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * States as bytes.
 *
 * <pre>
 *   "TASTATE1", updates (8), count (4), count × { name (UTF), length (4), length × float }, CRC-32C (8)
 * </pre>
 *
 * <p>Numbers are big-endian; the checksum is over all bytes before it.
 */
public final class StateFile {
  private static final byte[] MAGIC = {'T', 'A', 'S', 'T', 'A', 'T', 'E', '1'};

  private static final int MOST_FLOATS = (Integer.MAX_VALUE - 16) / Float.BYTES;

  private StateFile() {}

  /** Writes a state; does not close the stream. */
  public static void write(State state, OutputStream stream) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(stream), new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    out.write(MAGIC);
    out.writeLong(state.updates());
    out.writeInt(state.arrays().size());
    for (Map.Entry<String, float[]> entry : state.arrays().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(bytes(entry.getValue()));
    }
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * Reads a state; may read ahead of it.
   *
   * @throws IOException if the bytes are not a whole state, as after a crash while writing
   */
  public static State read(InputStream stream) throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(new BufferedInputStream(stream), new CRC32C());
    try {
      return read(checked, new DataInputStream(checked));
    } catch (EOFException cut) {
      throw new IOException("The saved state ends too early; take the one before it.", cut);
    }
  }

  private static State read(CheckedInputStream checked, DataInputStream in) throws IOException {
    if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))) {
      throw new IOException("This is no saved state: it does not begin with TASTATE1.");
    }
    long updates = in.readLong();
    int count = in.readInt();
    Map<String, float[]> arrays = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      arrays.put(name, floats(in, in.readInt()));
    }
    long found = checked.getChecksum().getValue();
    if (in.readLong() != found) {
      throw new IOException("The saved state is damaged (CRC-32C); take the one before it.");
    }
    return new State(updates, arrays);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
    buffer.asFloatBuffer().put(values);
    return buffer.array();
  }

  private static float[] floats(DataInputStream in, int length) throws IOException {
    if (length < 0 || length > MOST_FLOATS) {
      throw new IOException("The saved state is damaged: it holds an array of " + length + ".");
    }
    byte[] bytes = in.readNBytes(length * Float.BYTES);
    if (bytes.length != (long) length * Float.BYTES) {
      throw new EOFException();
    }
    float[] values = new float[length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
