package org.taskaffinity.scripts.shell;

import java.util.Arrays;

/**
 * A script's text with blanks in place of comments and of what strings hold, so that what is left
 * can be read by simple patterns: a line there ends where a statement may end. Every character
 * stays where it is.
 */
final class BareText {
  private final String text;
  private final boolean templates;
  private final char[] bare;

  private BareText(String text, boolean templates) {
    this.text = text;
    this.templates = templates;
    this.bare = text.toCharArray();
  }

  static String of(ScriptLanguage language, String text) {
    BareText made = new BareText(text, language == ScriptLanguage.KOTLIN);
    for (int at = 0; at < text.length(); at = made.past(at)) {}
    return new String(made.bare);
  }

  /** Where what begins here ends: a comment, a string, or one character. */
  private int past(int at) {
    if (text.startsWith("//", at)) {
      return blank(at, to("\n", at, 0));
    }
    if (text.startsWith("/*", at)) {
      return blank(at, to("*/", at + 2, 2));
    }
    if (text.startsWith("\"\"\"", at)) {
      int end = string(at + 3, "\"\"\"");
      blank(at + 3, end - 3);
      return end;
    }
    if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
      int end = string(at + 1, text.substring(at, at + 1));
      blank(at + 1, end - 1);
      return end;
    }
    return at + 1;
  }

  private int to(String end, int from, int more) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + more;
  }

  /** Behind the quote that ends a string; at the end of the line if none does. */
  private int string(int from, String quote) {
    for (int at = from; at < text.length(); at++) {
      if (text.startsWith(quote, at)) {
        return at + quote.length();
      }
      if (text.charAt(at) == '\n' && quote.length() == 1) {
        return at;
      }
      if (text.charAt(at) == '\\') {
        at++;
      } else if (templates && text.startsWith("${", at)) {
        at = template(at + 2) - 1;
      }
    }
    return text.length();
  }

  private int template(int from) {
    int depth = 1;
    int at = from;
    while (at < text.length() && depth > 0) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      at = past(at);
    }
    return at;
  }

  private int blank(int from, int to) {
    if (from < to) {
      Arrays.fill(bare, from, to, ' ');
    }
    return Math.max(from, to);
  }
}
