package org.taskaffinity.runtime.figure;

/**
 * A plot's axes: a horizontal ruler below, a vertical one at the left, and grid lines at the
 * vertical one's ticks.
 */
record Frame(Ruler x, Ruler y) {
  /** Width of every plot: one column of a paper, or a phone. */
  static final double WIDTH = 440;

  static final double LEFT = 58;
  static final double RIGHT = WIDTH - 14;

  void drawGrid(Canvas canvas) {
    for (double tick : y.ticks()) {
      canvas.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
      canvas.text(y.label(tick), "quiet end", LEFT - 7, y.at(tick) + 4);
    }
  }

  void drawX(Canvas canvas, String title) {
    double bottom = y.from();
    canvas.line("axis", LEFT, bottom, RIGHT, bottom);
    for (double tick : x.ticks()) {
      canvas.line("axis", x.at(tick), bottom, x.at(tick), bottom + 4);
      canvas.text(x.label(tick), "quiet mid", x.at(tick), bottom + 18);
    }
    canvas.text(title, "mid", (LEFT + RIGHT) / 2, bottom + 38);
  }

  void drawYTitle(Canvas canvas, String title) {
    canvas.label(title, title, "mid", 12, 14, (y.from() + y.to()) / 2, -90);
  }
}
