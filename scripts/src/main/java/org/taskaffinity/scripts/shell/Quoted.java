package org.taskaffinity.scripts.shell;

import java.util.Optional;

/**
 * A string that is being written, and the call it stands in: {@code matrix.at("NR-AR", "SR-} is the
 * second argument of {@code at}.
 *
 * @param verb the method that is called; empty for no call
 * @param receiver what it is called on, with all that was chained; empty for a verb
 * @param argument which argument, counted from 0
 * @param from where the string's text begins, behind the quote
 * @param prefix its text so far
 * @param before the statement up to the quote
 */
record Quoted(String verb, String receiver, int argument, int from, String prefix, String before) {

  /** The string that the end of a text stands in; empty if it stands in none. */
  static Optional<Quoted> at(String text) {
    int quote = open(text);
    if (quote < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, quote);
    String prefix = text.substring(quote + 1);
    int depth = 0;
    int argument = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      char c = before.charAt(i);
      if (c == '"') {
        i = opening(before, i);
      } else if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if ((c == '(' || c == '[' || c == '{') && depth > 0) {
        depth--;
      } else if (c == '(') {
        return Optional.of(called(before, i, argument, quote, prefix));
      } else if (c == '[' || c == '{' || c == ';') {
        break;
      } else if (c == ',' && depth == 0) {
        argument++;
      }
    }
    return Optional.of(new Quoted("", "", 0, quote + 1, prefix, before));
  }

  private static Quoted called(String before, int bracket, int argument, int quote, String prefix) {
    int start = word(before, bracket);
    String verb = before.substring(start, bracket).strip();
    String receiver = "";
    int dot = skipBlanks(before, start);
    if (dot > 0 && before.charAt(dot - 1) == '.') {
      receiver = before.substring(chain(before, dot - 1), dot - 1).strip();
    }
    return new Quoted(verb, receiver, argument, quote + 1, prefix, before);
  }

  private static int word(String text, int end) {
    int start = skipBlanks(text, end);
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int skipBlanks(String text, int end) {
    int at = end;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where the chain {@code a.b(…).c} that ends here begins. */
  private static int chain(String text, int end) {
    int at = skipBlanks(text, end);
    while (at > 0 && ")]".indexOf(text.charAt(at - 1)) >= 0) {
      at = bracketed(text, at);
    }
    at = word(text, at);
    int dot = skipBlanks(text, at);
    return dot > 0 && text.charAt(dot - 1) == '.' ? chain(text, dot - 1) : at;
  }

  private static int bracketed(String text, int end) {
    int depth = 0;
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '"') {
        i = opening(text, i);
      } else if (c == ')' || c == ']') {
        depth++;
      } else if ((c == '(' || c == '[') && --depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private static int opening(String text, int closing) {
    int at = closing - 1;
    while (at > 0 && (text.charAt(at) != '"' || text.charAt(at - 1) == '\\')) {
      at--;
    }
    return Math.max(0, at);
  }

  /** The quote of the string that the text ends in, or -1. Knows comments and characters. */
  private static int open(String text) {
    int quote = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote >= 0) {
        if (c == '\\') {
          i++;
        } else if (c == '"' || c == '\n') {
          quote = -1;
        }
      } else if (c == '"') {
        quote = i;
      } else if (c == '\'') {
        int end = text.indexOf('\'', i + (text.startsWith("'\\", i) ? 3 : 2));
        i = end < 0 ? i : end;
      } else if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i);
        i = end < 0 ? text.length() : end + 1;
      }
    }
    return quote;
  }
}
