package org.taskaffinity.runtime.figure;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes SVG, and HTML that is XML as well: what it is given as text or attribute is escaped, and
 * what is opened is closed in order.
 */
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * {@code <tag name="value" …>}, to be closed by {@link #close()}.
   *
   * @param attributes names and values in turn; an attribute whose value is null is left out
   */
  public Markup open(String tag, String... attributes) {
    start(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** {@code <tag name="value" … />}: an SVG shape or a void element of HTML. */
  public Markup leaf(String tag, String... attributes) {
    start(tag, attributes).append("/>");
    return this;
  }

  /** {@code <tag …>text</tag>}. */
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Text, escaped. */
  public Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Text that is well-formed markup already. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A line break between elements, for those who read the source. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  /** What was written; everything must be closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is still open.");
    }
    return out.toString();
  }

  private StringBuilder start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escaped(attributes[i + 1])).append('"');
      }
    }
    return out;
  }

  /** Characters that XML cannot hold at all become U+FFFD. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      default -> safe.appendCodePoint(allowed(c) ? c : 0xfffd);
    }
  }

  private static boolean allowed(int c) {
    boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    boolean loneSurrogate = c >= 0xd800 && c <= 0xdfff;
    return !control && !loneSurrogate && c != 0xfffe && c != 0xffff;
  }
}
