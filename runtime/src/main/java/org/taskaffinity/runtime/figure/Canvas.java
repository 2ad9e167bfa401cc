package org.taskaffinity.runtime.figure;

import java.util.ArrayList;
import java.util.List;

/** A figure being drawn, mark by mark, and what is said to those who cannot see it. */
final class Canvas {
  /** Height of the title, the same in all figures. */
  private static final double HEADING = 22;

  private final List<Mark> marks = new ArrayList<>();
  private final String title;

  Canvas(String title) {
    this.title = title;
  }

  Canvas add(Mark mark) {
    marks.add(mark);
    return this;
  }

  void heading(double width) {
    if (title.isEmpty()) {
      return;
    }
    String shown = Text.fitted(title, (width - 8) / 1.08, 14);
    add(new Mark.Label(shown, shown.equals(title) ? "" : title, "heading", 0, 4, 18, 0));
  }

  void text(String text, String classes, double x, double y) {
    add(new Mark.Label(text, "", classes, 0, x, y, 0));
  }

  /** Text in a font size and at an angle of its own. */
  void label(String text, String full, String classes, double size, double x, double y, int turn) {
    add(new Mark.Label(text, full.equals(text) ? "" : full, classes, size, x, y, turn));
  }

  void line(String classes, double x1, double y1, double x2, double y2) {
    line(classes, new Trace().to(x1, y1).to(x2, y2), "", "");
  }

  void line(String classes, Trace trace, String dashes, String tooltip) {
    add(new Mark.Line(classes, trace, dashes, 0, tooltip));
  }

  /** The whole figure, without the room for a title that it does not have. */
  Drawing drawing(double width, double height, String description) {
    double top = title.isEmpty() ? HEADING : 0;
    return new Drawing(title, description, top, width, height - top, List.copyOf(marks));
  }
}
