package org.taskaffinity.scripts.shell;

/** What scripts have in scope beside the language: a short way to print. */
public final class Printing {
  private Printing() {}

  /** Prints a line, as {@code System.out.println} does. */
  public static void println(Object line) {
    System.out.println(line);
  }
}
