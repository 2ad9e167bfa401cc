package org.taskaffinity.scripts.shell;

/**
 * A script's text as the compiler is to see it: no byte order mark, lines that end in {@code \n}, a
 * first line {@code #!…} made a comment. Lines and columns stay those of the file.
 *
 * @param name what the script is called in messages
 * @param text the text
 */
public record ScriptText(String name, String text) {

  /** Of a text as it stands in a file. */
  public static ScriptText of(String name, String raw) {
    String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
    text = text.replace("\r\n", "\n").replace('\r', '\n');
    return new ScriptText(name, text.startsWith("#!") ? "//" + text.substring(2) : text);
  }

  /** Where an offset lies; offsets past the end lie at the end. */
  Place place(int offset) {
    int at = Math.min(Math.max(offset, 0), text.length());
    int start = text.lastIndexOf('\n', at - 1) + 1;
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Place(name, line, at - start + 1, lineFrom(start));
  }

  /** A line and a column as a compiler counts them, both from 1. */
  public Place at(int line, int column) {
    Place first = line(line);
    return new Place(name, first.line(), Math.max(1, column), first.text());
  }

  /** The first character of a line that is no blank. */
  public Place line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    String line = lineFrom(start);
    return place(start + line.length() - line.stripLeading().length());
  }

  private String lineFrom(int start) {
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** Where the next statement begins, blanks and comments passed over; the length for none. */
  int statementFrom(int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        at = past("\n", at);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          return at; // never closed: the compiler has words for it
        }
        at = end + 2;
      } else {
        return at;
      }
    }
    return at;
  }

  private int past(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
