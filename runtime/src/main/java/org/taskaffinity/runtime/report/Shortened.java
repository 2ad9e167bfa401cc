package org.taskaffinity.runtime.report;

import java.nio.file.Path;
import org.taskaffinity.runtime.figure.Markup;

/**
 * A hash or a path that a page shows in short; the whole stands in its tooltip.
 *
 * @param shown what the page shows
 * @param whole what it stands for
 */
record Shortened(String shown, String whole) {
  /** Digits of a hash that tell apart whatever one page names. */
  private static final int DIGITS = 12;

  /** A run's id or the SHA-256 of a file; other words stay whole. */
  static Shortened hash(String text) {
    boolean hash = text.length() > DIGITS + 4 && text.matches("[0-9a-f]+");
    return new Shortened(hash ? text.substring(0, DIGITS) + "…" : text, text);
  }

  /** The last name of a path. */
  static Shortened folder(Path folder) {
    Path name = folder.getFileName();
    String last = name == null ? folder.toString() : name.toString();
    return new Shortened(hash(last).shown(), folder.toString());
  }

  void write(Markup page) {
    if (shown.equals(whole)) {
      page.text(shown);
    } else {
      page.element("span", shown, "class", "short", "title", whole);
    }
  }
}
