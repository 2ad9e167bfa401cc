package org.taskaffinity.runtime.data;

/**
 * What counts as a blank, for names of columns, numbers, missing values and SMILES alike: ASCII
 * blanks and control characters, every space of Unicode (no-break, thin, figure, ideographic …) and
 * every mark without width (zero-width space and joiner, byte order mark, soft hyphen, marks of
 * direction).
 */
final class Blank {
  private Blank() {}

  static boolean is(char c) {
    if (c < 0x7f) {
      return c <= ' ';
    }
    return Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** Without blanks at either end. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (to > from && is(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  /** Whether the text holds nothing but blanks. */
  static boolean all(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A column's name: stripped, line breaks and other spaces within it as one ASCII blank, marks
   * without width left out (joiners within a word stay: some scripts need them).
   */
  static String name(String text) {
    String stripped = strip(text);
    if (plain(stripped)) {
      return stripped;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == '\u200c' || c == '\u200d' || !is(c) || c == ' ') {
        out.append(c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        out.append(out.length() > 0 && out.charAt(out.length() - 1) == ' ' ? "" : " ");
      }
    }
    return out.toString();
  }

  /** A SMILES: stripped, marks without width left out, typographic minus signs as ASCII has it. */
  static String smiles(String text) {
    String stripped = strip(text);
    if (plain(stripped)) {
      return stripped;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (!is(c)) {
        out.append(minus(c) ? '-' : c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  /** A number's sign as ASCII has it, with the minus signs of typography at its start. */
  static String signed(String number) {
    return !number.isEmpty() && number.charAt(0) > 0x7f && minus(number.charAt(0))
        ? '-' + number.substring(1)
        : number;
  }

  /** Minus sign, hyphen, figure and en dash, small and full-width hyphen, superscript minus. */
  private static boolean minus(char c) {
    return c == '\u2212'
        || c >= '\u2010' && c <= '\u2013'
        || c == '\ufe63'
        || c == '\uff0d'
        || c == '\u207b';
  }

  /** With every mark that is not seen, or looks like an ASCII one, written by its code. */
  static String shown(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && is(c) || c > 0x7f && minus(c)) {
        out.append(String.format("<U+%04X>", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
