package org.taskaffinity.runtime.figure;

/** What marks are drawn on: text for a page, the sheet of a PDF, pixels. */
interface Surface {
  void cell(Mark.Cell cell);

  void box(Mark.Box box);

  void hatched(Mark.Hatched hatched);

  void line(Mark.Line line);

  void dot(Mark.Dot dot);

  void label(Mark.Label label);

  void ramp(Mark.Ramp ramp);

  void pixels(Mark.Pixels pixels);
}
