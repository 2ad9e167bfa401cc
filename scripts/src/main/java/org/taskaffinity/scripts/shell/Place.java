package org.taskaffinity.scripts.shell;

/**
 * A place in a script.
 *
 * @param file what the script is called
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 * @param text the line itself
 */
public record Place(String file, int line, int column, String text) {

  /** The line with a caret below the column; tabs stay tabs, so that the two align. */
  public String pointed() {
    StringBuilder out = new StringBuilder(text).append('\n');
    for (int i = 0; i < column - 1; i++) {
      out.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
    }
    return out.append('^').toString();
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
