package org.taskaffinity.notebooks.cell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.taskaffinity.notebooks.cell.Outputs.Stream;

/**
 * What cells print: kept back for a moment, so that a thousand lines make a few messages, and cut
 * off where a cell prints more than anyone reads.
 */
final class Printed {
  /** Bytes of one cell that are shown. */
  static final long LIMIT = 1_000_000;

  private static final int FULL = 1 << 16;

  private final Outputs outputs;
  private final StringBuilder pending = new StringBuilder();
  private Stream stream = Stream.STDOUT;
  private long bytes;

  Printed(Outputs outputs) {
    this.outputs = outputs;
  }

  PrintStream to(Stream which) {
    return new PrintStream(new Decoding(which), false, StandardCharsets.UTF_8);
  }

  /** A new cell begins. */
  synchronized void begin() {
    flush();
    bytes = 0;
  }

  /** The cell has ended. */
  synchronized void end() {
    flush();
    if (bytes > LIMIT) {
      String all = String.format(Locale.ROOT, "[%.1f MB were printed in all.]%n", bytes / 1e6);
      outputs.print(Stream.STDERR, all);
    }
  }

  /** Hands on what was kept back. */
  synchronized void flush() {
    if (pending.length() > 0) {
      outputs.print(stream, pending.toString());
      pending.setLength(0);
    }
  }

  private synchronized void add(Stream which, CharSequence text) {
    if (which != stream) {
      flush();
      stream = which;
    }
    pending.append(text);
    if (pending.length() >= FULL) {
      flush();
    }
  }

  /**
   * Counts bytes that are printed.
   *
   * @return how many of them are still shown
   */
  private int shown(int length) {
    long left = LIMIT - bytes;
    boolean cut = left >= 0 && length > left;
    bytes += length;
    if (cut) {
      bytes = Math.max(bytes, LIMIT + 1);
    }
    return (int) Math.max(0, Math.min(length, left));
  }

  /** One of the streams: UTF-8 as it comes, a letter perhaps in two parts. */
  private final class Decoding extends OutputStream {
    private final Stream which;
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] part = {};

    Decoding(Stream which) {
      this.which = which;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      synchronized (Printed.this) {
        boolean whole = bytes <= LIMIT;
        int shown = shown(length);
        if (shown > 0) {
          add(which, decoded(from, offset, shown));
        }
        if (whole && bytes > LIMIT) {
          Printed.this.flush();
          part = new byte[0];
          outputs.print(
              Stream.STDERR,
              "\n[Cut here: of what a cell prints, the first "
                  + LIMIT / 1_000_000
                  + " MB are shown. Write more into a file.]\n");
        }
      }
    }

    private CharBuffer decoded(byte[] from, int offset, int length) {
      ByteBuffer in = ByteBuffer.allocate(part.length + length);
      in.put(part).put(from, offset, length).flip();
      CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
      decoder.reset().decode(in, out, false);
      part = new byte[in.remaining()];
      in.get(part);
      return out.flip();
    }
  }
}
