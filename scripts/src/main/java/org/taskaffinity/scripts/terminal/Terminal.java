package org.taskaffinity.scripts.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks: results to {@code out}, everything else to {@code err}.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param live whether {@code err} is a terminal that can redraw a line
 * @param width columns of the terminal
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, int width) {
  private static final int WIDTH = 100;

  /**
   * The process's own. The launcher, which can tell, says in {@code affinity.terminal} how wide the
   * terminal is when there is one.
   */
  public static Terminal ofProcess() {
    int width = Integer.getInteger("affinity.terminal", 0);
    return new Terminal(
        utf8(new FileOutputStream(FileDescriptor.out)),
        utf8(errors()),
        width > 0,
        width > 0 ? width : WIDTH);
  }

  /**
   * Where the launcher says that stderr leads: the JVM's own goes through a filter there. Opened to
   * append, so that a file keeps what is in it.
   */
  private static FileOutputStream errors() {
    String path = System.getProperty("affinity.stderr", "");
    if (!path.isEmpty()) {
      try {
        return new FileOutputStream(path, true);
      } catch (FileNotFoundException closed) {
        return new FileOutputStream(FileDescriptor.err);
      }
    }
    return new FileOutputStream(FileDescriptor.err);
  }

  /**
   * UTF-8 always, whatever the locale: JSON is UTF-8 by definition, a file should not depend on who
   * wrote it, and terminals have shown UTF-8 for long, also where {@code LC_ALL=C} has Java believe
   * in ASCII and write {@code ?} for all else.
   */
  private static PrintStream utf8(FileOutputStream to) {
    return new PrintStream(new BufferedOutputStream(to), true, StandardCharsets.UTF_8);
  }

  /** The same with everything on {@code err}, so that {@code out} stays one document. */
  public Terminal aside() {
    return new Terminal(err, err, live, width);
  }
}
