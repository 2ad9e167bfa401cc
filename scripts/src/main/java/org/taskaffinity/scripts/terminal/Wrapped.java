package org.taskaffinity.scripts.terminal;

import java.util.stream.Collectors;

/** Breaks long lines between words; lines that begin with three blanks are set and stay whole. */
public final class Wrapped {
  private static final int NARROWEST = 20;

  private Wrapped() {}

  public static String at(int width, String text) {
    return text.lines()
        .map(line -> line.startsWith("   ") ? line : broken(line, Math.max(NARROWEST, width)))
        .collect(Collectors.joining("\n"));
  }

  /** Of an indented line the rest hangs below its text. */
  private static String broken(String line, int width) {
    String hang = line.startsWith("  ") ? "      " : "";
    StringBuilder out = new StringBuilder();
    String rest = line;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      if (blank <= hang.length()) {
        break;
      }
      out.append(rest, 0, blank).append('\n');
      rest = hang + rest.substring(blank + 1);
    }
    return out + rest;
  }
}
