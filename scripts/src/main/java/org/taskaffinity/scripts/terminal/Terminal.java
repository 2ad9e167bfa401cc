package org.taskaffinity.scripts.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;

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
   * Where stderr leads. The launcher puts a filter behind the JVM's own, and says in {@code
   * affinity.stderr} which descriptor it kept. That one is used as it is: opened once more by its
   * path it would be another file position, and one would write over the other.
   */
  private static FileOutputStream errors() {
    Integer number = Integer.getInteger("affinity.stderr");
    if (number == null) {
      return new FileOutputStream(FileDescriptor.err);
    }
    try {
      FileDescriptor kept = new FileDescriptor();
      Field field = FileDescriptor.class.getDeclaredField("fd");
      field.setAccessible(true); // the launcher opens java.io for it
      field.setInt(kept, number);
      return new FileOutputStream(kept);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return new FileOutputStream(FileDescriptor.err);
    }
  }

  /**
   * UTF-8 always, whatever the locale: JSON is UTF-8 by definition, a file should not depend on who
   * wrote it, and terminals have shown UTF-8 for long, also where {@code LC_ALL=C} has Java believe
   * in ASCII and write {@code ?} for all else.
   */
  private static PrintStream utf8(FileOutputStream to) {
    return new ScreenStream(to);
  }

  /** Draws on {@code err} with what the terminal is meant to obey. */
  void draw(String text) {
    if (err instanceof ScreenStream screen) {
      screen.raw(text);
    } else {
      err.print(text);
      err.flush();
    }
  }

  /** Why {@code out} could not be written; empty where all of it was. */
  public Optional<String> unwritten() {
    if (out instanceof ScreenStream screen) {
      return screen.failure().map(e -> String.valueOf(e.getMessage()));
    }
    return out.checkError() ? Optional.of("the stream is closed") : Optional.empty();
  }

  /** The same with everything on {@code err}, so that {@code out} stays one document. */
  public Terminal aside() {
    return new Terminal(err, err, live, width);
  }
}
