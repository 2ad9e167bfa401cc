package org.taskaffinity.dsl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a printed value, from left to right. */
final class Tokens {
  private static final Pattern SPACE = Pattern.compile("\\s*+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*+");
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]++)(\\.[0-9]++)?([eE][+-]?[0-9]++)?(L?)");
  private static final int SHOWN = 60;

  private final String text;
  private int at;

  Tokens(String text) {
    this.text = text;
    skip();
  }

  /** Whether this comes next; steps over it if so. */
  boolean taken(String sign) {
    boolean here = text.startsWith(sign, at);
    if (here) {
      to(at + sign.length());
    }
    return here;
  }

  void take(String sign) {
    if (!taken(sign)) {
      throw refused("\"" + sign + "\"");
    }
  }

  String word() {
    Matcher word = here(WORD);
    if (!word.lookingAt()) {
      throw refused("a verb of the language");
    }
    to(word.end());
    return word.group();
  }

  /** A text or a number, if one comes next: a String, a Long or a Double. */
  Optional<Object> literal() {
    if (at < text.length() && text.charAt(at) == '"') {
      return Optional.of(quoted());
    }
    Matcher number = here(NUMBER);
    if (!number.lookingAt()) {
      return Optional.empty();
    }
    boolean whole = number.group(2) == null && number.group(3) == null;
    try {
      Object value =
          whole ? (Object) Long.valueOf(number.group(1)) : Double.valueOf(number.group());
      to(number.end());
      return Optional.of(value);
    } catch (NumberFormatException e) {
      throw refused("a number that a long or a double holds");
    }
  }

  void end() {
    if (at < text.length()) {
      throw refused("the end");
    }
  }

  DescriptionException refused(String expected) {
    String found = at < text.length() ? shortened(text.substring(at)) : "the end of the text";
    return new DescriptionException(
        "This is no printed experiment: expected "
            + expected
            + " at character "
            + (at + 1)
            + ", found "
            + found
            + "\n  write: experiment(\"name\", dataset(\"tox21\")) and what else it shall be");
  }

  /** The beginning of a text, in one line. */
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\') {
        i = escaped(i + 1, out);
      } else {
        out.append(text.charAt(i++));
      }
    }
    if (i >= text.length()) {
      throw refused("a text that ends in \"");
    }
    to(i + 1);
    return out.toString();
  }

  /** Adds the character that an escape stands for; the place after it. */
  private int escaped(int i, StringBuilder out) {
    char kind = i < text.length() ? text.charAt(i) : ' ';
    int plain = "\"\\nrt".indexOf(kind);
    if (plain >= 0) {
      out.append("\"\\\n\r\t".charAt(plain));
      return i + 1;
    }
    Matcher code = Pattern.compile("u([0-9a-fA-F]{4})").matcher(text).region(i, text.length());
    if (!code.lookingAt()) {
      throw refused("a text with the escapes \\\" \\\\ \\n \\r \\t and \\u0000");
    }
    out.append((char) Integer.parseInt(code.group(1), 16));
    return code.end();
  }

  private Matcher here(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length());
  }

  private void to(int next) {
    at = next;
    skip();
  }

  private void skip() {
    Matcher space = here(SPACE);
    space.lookingAt();
    at = space.end();
  }
}
