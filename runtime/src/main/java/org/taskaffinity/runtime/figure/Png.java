package org.taskaffinity.runtime.figure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The smallest PNG that can be: eight bits a channel (ISO/IEC 15948). Written out because {@code
 * javax.imageio} takes several times as long to be ready.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The filter that stores what differs from the row above. */
  private static final byte UP = 2;

  private Png() {}

  /**
   * @param pixels row by row, 0 black to 255 white
   * @param width pixels a row
   */
  static byte[] grey(byte[] pixels, int width) {
    int height = pixels.length / width;
    ByteBuffer rows = ByteBuffer.allocate(pixels.length + height);
    for (int row = 0; row < height; row++) {
      rows.put((byte) 0).put(pixels, row * width, width);
    }
    ByteArrayOutputStream out = begun(width, height, 0);
    return ended(out, rows.array(), Deflater.BEST_COMPRESSION);
  }

  /**
   * @param pixels row by row, {@code 0xrrggbb}
   * @param width pixels a row
   * @param dotsPerInch how large it is on paper
   */
  static byte[] rgb(int[] pixels, int width, int dotsPerInch) {
    int height = pixels.length / width;
    byte[] rows = new byte[height * (1 + 3 * width)];
    int at = 0;
    for (int row = 0; row < height; row++) {
      rows[at++] = UP;
      for (int i = row * width; i < (row + 1) * width; i++) {
        int above = row == 0 ? 0 : pixels[i - width];
        rows[at++] = (byte) ((pixels[i] >> 16) - (above >> 16));
        rows[at++] = (byte) ((pixels[i] >> 8) - (above >> 8));
        rows[at++] = (byte) (pixels[i] - above);
      }
    }
    ByteArrayOutputStream out = begun(width, height, 2);
    int dotsPerMetre = (int) Math.round(dotsPerInch / 0.0254);
    ByteBuffer size = ByteBuffer.allocate(9).putInt(dotsPerMetre).putInt(dotsPerMetre);
    chunk(out, "pHYs", size.put((byte) 1).array());
    return ended(out, rows, Deflater.BEST_SPEED);
  }

  private static ByteArrayOutputStream begun(int width, int height, int colours) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", header.put((byte) 8).put((byte) colours).put(new byte[3]).array());
    return out;
  }

  private static byte[] ended(ByteArrayOutputStream out, byte[] rows, int level) {
    chunk(out, "IDAT", deflated(rows, level));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] data, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
