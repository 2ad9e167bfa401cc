package org.taskaffinity.scripts.repl;

import java.util.stream.Collectors;

/** Breaks long lines between words; lines that begin with a blank are set and stay whole. */
final class Paragraphs {
  private Paragraphs() {}

  static String wrapped(String text, int width) {
    return text.lines()
        .map(line -> line.startsWith("   ") ? line : broken(line, Math.max(20, width)))
        .collect(Collectors.joining("\n"));
  }

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
