package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

/** What the shades of a heat map mean, below it. */
record ColourBar(Canvas canvas, Shade shade) {
  private static final double WIDTH = 170;

  /**
   * Draws the bar, and a sample of the hatch where something is undefined.
   *
   * @return the height of the figure
   */
  double draw(double x, double y, long undefined, String hatch) {
    defineGradient();
    canvas
        .body()
        .leaf(
            "rect",
            "fill",
            "url(#" + canvas.id("bar") + ")",
            "x",
            px(x),
            "y",
            px(y),
            "width",
            px(WIDTH),
            "height",
            "9");
    double low = shade.diverging() ? -shade.most() : 0;
    for (int tick = 0; tick <= 4; tick += shade.diverging() && decimals() <= 2 ? 1 : 2) {
      double at = x + WIDTH * tick / 4;
      String label = Numbers.shown(low + (shade.most() - low) * tick / 4, decimals());
      canvas.line("axis", at, y + 9, at, y + 12);
      canvas.text(label, "quiet mid", at, y + 25);
    }
    if (undefined > 0) {
      drawHatch(x, y + 36, hatch);
      return y + 56;
    }
    return y + 34;
  }

  private int decimals() {
    return shade.most() == 1 && !shade.diverging() ? 1 : shade.decimals();
  }

  private void drawHatch(double x, double y, String hatch) {
    canvas
        .body()
        .leaf(
            "rect",
            "style",
            "fill:url(#" + hatch + ")",
            "x",
            px(x),
            "y",
            px(y),
            "width",
            "14",
            "height",
            "12");
    canvas.text("undefined", "quiet", x + 20, y + 10);
  }

  private void defineGradient() {
    Markup body = canvas.body();
    body.open("defs").open("linearGradient", "id", canvas.id("bar"));
    if (shade.diverging()) {
      body.leaf("stop", "class", "less", "offset", "0");
      body.leaf("stop", "class", "less", "offset", "0.5", "stop-opacity", "0");
      body.leaf("stop", "class", "more", "offset", "0.5", "stop-opacity", "0");
    } else {
      body.leaf("stop", "class", "more", "offset", "0", "stop-opacity", "0");
    }
    body.leaf("stop", "class", "more", "offset", "1").close().close().line();
  }
}
