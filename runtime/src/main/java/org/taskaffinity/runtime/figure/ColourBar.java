package org.taskaffinity.runtime.figure;

/** What the shades of a heat map mean, below it. */
record ColourBar(Canvas canvas, Shade shade) {
  private static final double WIDTH = 170;

  /**
   * Draws the bar, and a sample of the pattern where something is undefined.
   *
   * @return the height of the figure
   */
  double draw(double x, double y, boolean undefined) {
    canvas.add(new Mark.Ramp(new Mark.Place(x, y, WIDTH, 9), shade.diverging()));
    double low = shade.diverging() ? -shade.most() : 0;
    for (int tick = 0; tick <= 4; tick += shade.diverging() && decimals() <= 2 ? 1 : 2) {
      double at = x + WIDTH * tick / 4;
      String label = Numbers.shown(low + (shade.most() - low) * tick / 4, decimals());
      canvas.line("axis", at, y + 9, at, y + 12);
      canvas.text(label, "quiet mid", at, y + 25);
    }
    if (undefined) {
      canvas.add(new Mark.Hatched(new Mark.Place(x, y + 36, 14, 12), ""));
      canvas.text("undefined", "quiet", x + 20, y + 46);
      return y + 56;
    }
    return y + 34;
  }

  private int decimals() {
    return shade.most() == 1 && !shade.diverging() ? 1 : shade.decimals();
  }
}
