package org.taskaffinity.dsl;

import java.util.Locale;

/**
 * Names and other text out of files, as they can be shown: a terminal obeys control characters, and
 * a line break would tear a table apart.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * The text in one line. Line breaks and tabs are written as {@code \n}, {@code \r} and {@code
   * \t}, what {@link #control} names as a backslash, the letter u and four hexadecimal digits; all
   * other characters stay as they are.
   */
  public static String line(String text) {
    if (text.codePoints().noneMatch(PlainText::shownAsEscape)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (control(point)) {
          out.append(escape(point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }

  private static boolean shownAsEscape(int point) {
    return point == '\n' || point == '\r' || point == '\t' || control(point);
  }

  /**
   * Whether a terminal would obey a character rather than show it: the control characters C0 and C1
   * and DEL, except for line breaks and tabs; line and paragraph separators; and what changes the
   * direction of text.
   */
  public static boolean control(int point) {
    return point < 0x20 && point != '\n' && point != '\r' && point != '\t'
        || point >= 0x7F && point <= 0x9F
        || point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || point >= 0x2028 && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069;
  }

  /** A character of the basic plane as in JSON and Java: {@code \}{@code u001b}. */
  public static String escape(int point) {
    return String.format(Locale.ROOT, "\\u%04x", point);
  }
}
