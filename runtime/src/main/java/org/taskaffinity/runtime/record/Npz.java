package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Arrays for NumPy: a zip of {@code .npy} files, format 1.0, little endian, C order
 * (numpy.lib.format). The same arrays give the same bytes.
 */
final class Npz implements AutoCloseable {
  /** The first day that a zip can say; at noon, for its first second is written by time zone. */
  static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

  private final ZipOutputStream zip;

  Npz(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /**
   * @param values row after row
   */
  void floats(String name, Iterable<float[]> values, int... shape) throws IOException {
    begin(name, "<f4", shape);
    for (float[] row : values) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(row);
      zip.write(bytes.array());
    }
    zip.closeEntry();
  }

  /**
   * @param values row after row
   */
  void doubles(String name, double[][] values, int... shape) throws IOException {
    begin(name, "<f8", shape);
    for (double[] row : values) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * row.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(row);
      zip.write(bytes.array());
    }
    zip.closeEntry();
  }

  void longs(String name, long[] values) throws IOException {
    begin(name, "<i8", values.length);
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    zip.write(bytes.array());
    zip.closeEntry();
  }

  void strings(String name, List<String> values) throws IOException {
    int width = values.stream().mapToInt(v -> v.codePointCount(0, v.length())).max().orElse(1);
    begin(name, "<U" + Math.max(1, width), values.size());
    for (String value : values) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * Math.max(1, width)).order(ByteOrder.LITTLE_ENDIAN);
      value.codePoints().forEach(bytes::putInt);
      zip.write(bytes.array());
    }
    zip.closeEntry();
  }

  private void begin(String name, String type, int... shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    StringBuilder sizes = new StringBuilder();
    for (int size : shape) {
      sizes.append(size).append(", ");
    }
    String said = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    int padding = 63 - (10 + said.length()) % 64;
    byte[] header = (said + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    zip.write(header.length & 0xff);
    zip.write(header.length >>> 8);
    zip.write(header);
  }

  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }
}
