package org.taskaffinity.runtime.figure;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.runtime.stats.LinearFit;

/** The least-squares line of a scatter, with the 95 % band of the mean. */
final class FitLine {
  private static final int PIECES = 40;

  private final Canvas canvas;
  private final Frame frame;
  private final LinearFit fit;
  private final double low;
  private final double high;

  private FitLine(Canvas canvas, Frame frame, LinearFit fit, double low, double high) {
    this.canvas = canvas;
    this.frame = frame;
    this.fit = fit;
    this.low = low;
    this.high = high;
  }

  /** A line needs three points and two different x; without them it draws nothing. */
  static FitLine through(List<Figure.Point> points, Canvas canvas, Frame frame) {
    var range = points.stream().mapToDouble(Figure.Point::x).summaryStatistics();
    return new FitLine(canvas, frame, fit(points), range.getMin(), range.getMax());
  }

  /** The fit; null for fewer than three points or a single x. */
  static LinearFit fit(List<Figure.Point> points) {
    double[] x = points.stream().mapToDouble(Figure.Point::x).toArray();
    double[] y = points.stream().mapToDouble(Figure.Point::y).toArray();
    var range = Arrays.stream(x).summaryStatistics();
    return x.length > 2 && range.getMin() < range.getMax() ? LinearFit.of(x, y) : null;
  }

  /** Pearson's r of the points, as it is shown. */
  static String correlation(LinearFit fit) {
    return Numbers.shown(Math.signum(fit.slope()) * Math.sqrt(Math.max(0, fit.r2())), 3);
  }

  void drawBand() {
    if (fit == null) {
      return;
    }
    Trace trace = new Trace();
    for (int i = 0; i <= PIECES; i++) {
      to(trace, place(i), fit.band(place(i)).high());
    }
    for (int i = PIECES; i >= 0; i--) {
      to(trace, place(i), fit.band(place(i)).low());
    }
    canvas.line("s1 band", trace.shut(), "", "");
  }

  void drawLine() {
    if (fit == null) {
      return;
    }
    Trace trace = to(to(new Trace(), low, fit.at(low)), high, fit.at(high));
    canvas.line("s1 fit", trace, "", "");
    boolean falling = fit.slope() < 0;
    double x = falling ? Frame.RIGHT - 6 : Frame.LEFT + 8;
    canvas.text("r = " + correlation(fit), falling ? "end" : "", x, frame.y().to() + 14);
  }

  /** For the description. */
  String words() {
    return fit == null
        ? "."
        : "; r = "
            + correlation(fit)
            + ", the line has slope "
            + Numbers.shown(fit.slope(), 3)
            + ".";
  }

  private double place(int piece) {
    return low + (high - low) * piece / PIECES;
  }

  private Trace to(Trace trace, double x, double y) {
    return trace.to(frame.x().at(x), frame.y().at(frame.y().clamped(y)));
  }
}
