package org.taskaffinity.runtime.figure;

/** What the shades of a heat map mean, below it. */
record ColourBar(Canvas canvas, Shade shade) {
  private static final double WIDTH = 170;

  /**
   * Draws the bar. Its ends are the values of the lightest and deepest shades.
   *
   * @return the height of the figure
   */
  double draw(double x, double y) {
    canvas.add(new Mark.Ramp(new Mark.Place(x, y, WIDTH, 9), shade.stops()));
    for (double tick : shade.ticks()) {
      double at = x + WIDTH * (tick - shade.low()) / (shade.high() - shade.low());
      canvas.line("axis", at, y + 9, at, y + 12);
      canvas.text(Shade.label(tick), "quiet mid", at, y + 25);
    }
    return y + 34;
  }

  /**
   * Says what entries look like that have no value.
   *
   * @param pixels whether an entry is a pixel, too small for a pattern
   * @return the height of the figure
   */
  double drawUndefined(double x, double y, boolean pixels) {
    Mark.Place place = new Mark.Place(x, y + 2, 14, 12);
    canvas.add(pixels ? new Mark.Box("plain", 1, place, "") : new Mark.Hatched(place, ""));
    canvas.text("undefined", "quiet", x + 20, y + 12);
    return y + 22;
  }

  /** Room for what {@link #drawFaint} says. */
  static double faintWidth(String meaning) {
    return 22 + Text.width("pale: " + meaning, Theme.FONT_SIZE);
  }

  /**
   * Says what the mark of faint entries means.
   *
   * @param pixels whether an entry is a pixel, pale but without room for a mark
   * @param room width of the words
   * @return the height of the figure
   */
  double drawFaint(double x, double y, String meaning, boolean pixels, double room) {
    Mark.Place place = new Mark.Place(x, y + 2, 14, 12);
    canvas.add(new Mark.Cell("more", 0.5 * Shade.PALE, place, ""));
    if (!pixels) {
      canvas.add(new Mark.Dot(FaintCells.MARK, 1, x + 7, y + 8, FaintCells.RADIUS, ""));
    }
    String said = "pale: " + meaning;
    canvas.label(
        Text.fitted(said, room - 20, Theme.FONT_SIZE), said, "quiet", 0, x + 20, y + 12, 0);
    return y + 22;
  }
}
