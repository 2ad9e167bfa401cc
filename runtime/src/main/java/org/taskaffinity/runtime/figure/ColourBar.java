package org.taskaffinity.runtime.figure;

/** What the shades of a heat map mean, below it. */
record ColourBar(Canvas canvas, Shade shade) {
  private static final double WIDTH = 170;

  /**
   * Draws the bar.
   *
   * @return the height of the figure
   */
  double draw(double x, double y) {
    canvas.add(new Mark.Ramp(new Mark.Place(x, y, WIDTH, 9), shade.diverging()));
    double low = shade.diverging() ? -shade.most() : 0;
    for (int tick = 0; tick <= 4; tick += shade.diverging() && decimals() <= 2 ? 1 : 2) {
      double at = x + WIDTH * tick / 4;
      String label = Numbers.shown(low + (shade.most() - low) * tick / 4, decimals());
      canvas.line("axis", at, y + 9, at, y + 12);
      canvas.text(label, "quiet mid", at, y + 25);
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

  private int decimals() {
    return shade.most() == 1 && !shade.diverging() ? 1 : shade.decimals();
  }
}
