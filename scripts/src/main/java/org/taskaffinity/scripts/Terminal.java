package org.taskaffinity.scripts;

import java.io.PrintStream;

/**
 * Where a command speaks: results to {@code out}, everything else to {@code err}.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param live whether {@code err} is a terminal that can redraw a line
 * @param width columns of the terminal
 */
record Terminal(PrintStream out, PrintStream err, boolean live, int width) {
  private static final int WIDTH = 100;

  /**
   * The process's own. The launcher, which can tell, says in {@code affinity.terminal} how wide the
   * terminal is when there is one.
   */
  static Terminal ofProcess() {
    int width = Integer.getInteger("affinity.terminal", 0);
    return new Terminal(System.out, System.err, width > 0, width > 0 ? width : WIDTH);
  }

  /** The same with everything on {@code err}, so that {@code out} stays one document. */
  Terminal aside() {
    return new Terminal(err, err, live, width);
  }
}
