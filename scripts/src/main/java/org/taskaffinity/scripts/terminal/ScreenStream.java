package org.taskaffinity.scripts.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where everything that is printed goes through, always in UTF-8. Text may come out of files and
 * bundles: what a terminal would obey is written as an escape, but for colours.
 */
public final class ScreenStream extends PrintStream {
  private final Below below;

  /**
   * @param to a terminal, or a file that one may show later
   */
  public ScreenStream(OutputStream to) {
    this(new Below(to));
  }

  private ScreenStream(Below below) {
    super(new PlainBytes(below), true, StandardCharsets.UTF_8);
    this.below = below;
  }

  /** Prints what the terminal is meant to obey. */
  void raw(String text) {
    flush();
    try {
      below.write(text.getBytes(StandardCharsets.UTF_8));
      below.flush();
    } catch (IOException e) {
      setError();
    }
  }

  /** Why something could not be written, the first time; {@link PrintStream} keeps it to itself. */
  Optional<IOException> failure() {
    flush();
    return Optional.ofNullable(below.failure);
  }

  /** Remembers the first failure. */
  private static final class Below extends BufferedOutputStream {
    private IOException failure;

    Below(OutputStream to) {
      super(to);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
      try {
        super.write(bytes, from, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public synchronized void write(int b) throws IOException {
      try {
        super.write(b);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      try {
        super.flush();
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    private IOException remembered(IOException e) {
      failure = failure == null ? e : failure;
      return e;
    }
  }
}
