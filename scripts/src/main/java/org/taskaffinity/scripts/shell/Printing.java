package org.taskaffinity.scripts.shell;

/** What scripts have in scope beside the language: short ways to print. */
public final class Printing {
  private Printing() {}

  /** Prints a line, as {@code System.out.println} does. */
  public static void println(Object line) {
    System.out.println(line);
  }

  /**
   * Shows a value as a notebook shows the last one of a cell: a matrix as a heat map, a result with
   * its verdict. Where nothing is drawn it is printed.
   */
  public static void display(Object value) {
    ScriptSupport.show(value);
  }
}
