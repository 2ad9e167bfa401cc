package org.taskaffinity.runtime.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/** Reads no more than is sensible, whatever a file or a server holds. */
public final class Bounds {
  /** For a file of a few settings or sentences, such as a run's record. */
  public static final long SMALL = 16 << 20;

  private Bounds() {}

  /** The most bytes of a file that is held in memory as text: an eighth of the heap. */
  public static long heap() {
    return Math.min(Runtime.getRuntime().maxMemory() / 8, 1 << 30);
  }

  /**
   * The most bytes of a table, decompressed: a quarter of the heap, which its columns need, too.
   */
  public static long data() {
    return Math.min(Runtime.getRuntime().maxMemory() / 4, Integer.MAX_VALUE - 16);
  }

  /**
   * The text of a file in UTF-8.
   *
   * @param most bytes
   * @throws IOException if the file cannot be read, is longer, or is no UTF-8
   */
  public static String text(Path file, long most) throws IOException {
    try (InputStream in = stream(Files.newInputStream(file), most)) {
      if (Files.size(file) > most) {
        throw tooLong(most);
      }
      byte[] bytes = in.readAllBytes();
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** A stream that fails as soon as more than {@code most} bytes were read from it. */
  public static InputStream stream(InputStream in, long most) {
    return stream(in, most, () -> tooLong(most));
  }

  /**
   * The same.
   *
   * @param tooLong what it fails with
   */
  public static InputStream stream(
      InputStream in, long most, Supplier<? extends IOException> tooLong) {
    return new FilterInputStream(in) {
      private long left = most;

      @Override
      public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        count(Math.max(0, n));
        return n;
      }

      @Override
      public boolean markSupported() {
        return false;
      }

      private void count(int n) throws IOException {
        left -= n;
        if (left < 0) {
          throw tooLong.get();
        }
      }
    };
  }

  private static IOException tooLong(long most) {
    return new TooLongException(
        String.format(Locale.ROOT, "it is longer than %,d bytes, the most that is read", most));
  }

  /** That a file holds more than is read. */
  public static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
      super(message);
    }
  }
}
