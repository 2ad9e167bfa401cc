package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

/** A figure being drawn: its body, and what is said to those who cannot see it. */
final class Canvas {
  private final Markup body = new Markup();
  private final String id;
  private final String title;

  /**
   * @param id begins every id within the figure, so that several share a page
   */
  Canvas(String id, String title) {
    this.id = id;
    this.title = title;
  }

  String id(String part) {
    return id + "-" + part;
  }

  Markup body() {
    return body;
  }

  void heading(double width) {
    String shown = Text.fitted(title, (width - 8) / 1.08, 14);
    body.open("text", "class", "heading", "x", "4", "y", "18");
    tooltip(shown.equals(title) ? "" : title).text(shown).close();
  }

  void text(String text, String classes, double x, double y) {
    body.element("text", text, "class", classes, "x", px(x), "y", px(y));
  }

  /** Text in a font size and at an angle of its own. */
  void label(String text, String full, String classes, double size, double x, double y, int turn) {
    String at =
        "translate(" + px(x) + " " + px(y) + ")" + (turn == 0 ? "" : "rotate(" + turn + ")");
    String style = "font-size:" + px(size) + "px";
    body.open("text", "class", classes, "transform", at, "style", style);
    tooltip(full.equals(text) ? "" : full).text(text).close();
  }

  void line(String classes, double x1, double y1, double x2, double y2) {
    body.leaf(
        "path", "class", classes, "d", "M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2));
  }

  /** What is shown when the element that is open is pointed at. */
  Markup tooltip(String text) {
    return text.isEmpty() ? body : body.element("title", text);
  }

  /** The whole figure. */
  Drawing drawing(double width, double height, String description) {
    return new Drawing(id, title, description, width, height, body.toString());
  }
}
