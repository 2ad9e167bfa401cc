package org.taskaffinity.runtime.figure;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import org.taskaffinity.dsl.Figure;

/**
 * The least-squares line of a scatter, with the 95 % band of the mean: ŷ(x) ± t(n − 2) s √(1/n + (x
 * − x̄)² / Sxx).
 */
final class FitLine {
  private static final double LEVEL = 0.95;
  private static final int PIECES = 40;

  private final Canvas canvas;
  private final Frame frame;
  private final SimpleRegression fit = new SimpleRegression();
  private final double low;
  private final double high;
  private final double mean;

  FitLine(Canvas canvas, Frame frame, List<Figure.Point> points) {
    this.canvas = canvas;
    this.frame = frame;
    points.forEach(p -> fit.addData(p.x(), p.y()));
    var x = points.stream().mapToDouble(Figure.Point::x).summaryStatistics();
    low = x.getMin();
    high = x.getMax();
    mean = x.getAverage();
  }

  /** A band needs three points, and two different x. */
  private boolean defined() {
    return fit.getN() > 2 && fit.getXSumSquares() > 0;
  }

  void drawBand() {
    if (!defined()) {
      return;
    }
    Trace trace = new Trace();
    for (int i = 0; i <= PIECES; i++) {
      to(trace, i, 1);
    }
    for (int i = PIECES; i >= 0; i--) {
      to(trace, i, -1);
    }
    canvas.body().leaf("path", "class", "s1 band", "d", trace.shut().toString());
  }

  void drawLine() {
    if (!defined()) {
      return;
    }
    String trace = to(to(new Trace(), 0, 0), PIECES, 0).toString();
    canvas.body().leaf("path", "class", "s1 fit", "d", trace);
    boolean falling = fit.getSlope() < 0;
    String r = "r = " + Numbers.shown(fit.getR(), 3);
    double y = frame.y().to() + 14;
    canvas.text(r, falling ? "end" : "", falling ? Frame.RIGHT - 6 : Frame.LEFT + 8, y);
  }

  private Trace to(Trace trace, int piece, int side) {
    double x = low + (high - low) * piece / PIECES;
    double y = fit.predict(x) + side * halfBand(x);
    return trace.to(frame.x().at(x), frame.y().at(frame.y().clamped(y)));
  }

  private double halfBand(double x) {
    double t = new TDistribution(fit.getN() - 2.0).inverseCumulativeProbability((1 + LEVEL) / 2);
    double leverage = 1.0 / fit.getN() + (x - mean) * (x - mean) / fit.getXSumSquares();
    return t * Math.sqrt(fit.getMeanSquareError() * leverage);
  }

  /** For the description. */
  String words() {
    return defined()
        ? "; r = "
            + Numbers.shown(fit.getR(), 3)
            + ", the line through them has slope "
            + Numbers.shown(fit.getSlope(), 3)
            + "."
        : ".";
  }
}
