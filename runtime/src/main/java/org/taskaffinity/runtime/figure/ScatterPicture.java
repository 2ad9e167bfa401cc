package org.taskaffinity.runtime.figure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taskaffinity.dsl.Figure;

/** Points, the least-squares line through them, and its band. */
final class ScatterPicture {
  /** Beyond so many points they are drawn as bare dots. */
  private static final int WITH_LABELS = 2000;

  private static final double TOP = 34;
  private static final double BOTTOM = TOP + 270;

  private final Canvas canvas;
  private final Figure.Scatter figure;
  private final List<Figure.Point> points;
  private final Optional<FitLine> fit;
  private final Frame frame;

  private ScatterPicture(Figure.Scatter figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    points =
        figure.points().stream()
            .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
            .toList();
    fit = FitLine.through(points);
    frame =
        new Frame(
            Ruler.around(points.stream().mapToDouble(Figure.Point::x), Frame.LEFT, Frame.RIGHT),
            Ruler.around(points.stream().mapToDouble(Figure.Point::y), BOTTOM, TOP));
  }

  static Drawing draw(Figure.Scatter figure) {
    return new ScatterPicture(figure).drawn();
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    frame.drawGrid(canvas);
    frame.drawX(canvas, figure.x());
    frame.drawYTitle(canvas, figure.y());
    fit.filter(line -> !line.over().isEmpty()).ifPresent(this::drawBand);
    if (points.size() <= WITH_LABELS) {
      points.forEach(this::drawPoint);
    } else {
      drawDots(false);
      drawDots(true);
    }
    fit.ifPresent(this::drawLine);
    double bottom = drawKey();
    String words = fit.map(FitLine::words).orElse("");
    String said = points.size() + " points, " + figure.y() + " against " + figure.x() + words + ".";
    return canvas.drawing(Frame.WIDTH, bottom, said);
  }

  private void drawBand(FitLine line) {
    double[] x = line.places();
    double[] low = line.lower();
    double[] high = line.upper();
    Trace trace = new Trace();
    for (int i = 0; i < x.length; i++) {
      to(trace, x[i], high[i]);
    }
    for (int i = x.length - 1; i >= 0; i--) {
      to(trace, x[i], low[i]);
    }
    canvas.line("s1 band", trace.shut(), "", "");
  }

  private void drawLine(FitLine line) {
    double[][] ends = line.ends();
    Trace trace = to(to(new Trace(), ends[0][0], ends[1][0]), ends[0][1], ends[1][1]);
    canvas.line("s1 fit", trace, "", "");
    double x = line.falling() ? Frame.RIGHT - 6 : Frame.LEFT + 8;
    canvas.text(line.correlation(), line.falling() ? "end" : "", x, frame.y().to() + 14);
  }

  private Trace to(Trace trace, double x, double y) {
    return trace.to(frame.x().at(x), frame.y().at(frame.y().clamped(y)));
  }

  private void drawPoint(Figure.Point point) {
    double x = frame.x().at(point.x());
    double y = frame.y().at(point.y());
    String classes = point.faint() ? "plain faint" : "s0";
    double radius = points.size() > 200 ? 2.8 : 3.8;
    String place = " (" + Numbers.shown(point.x(), 3) + ", " + Numbers.shown(point.y(), 3) + ")";
    double opacity = point.faint() ? 1 : 0.7;
    canvas.add(new Mark.Dot(classes, opacity, x, y, radius, point.label() + place));
  }

  /** Dots that would cover one another to the pixel are drawn once. */
  private void drawDots(boolean faint) {
    Set<List<Long>> places = new LinkedHashSet<>();
    for (Figure.Point point : points) {
      if (point.faint() == faint) {
        long x = Math.round(frame.x().at(point.x()));
        long y = Math.round(frame.y().at(point.y()));
        places.add(List.of(x, y));
      }
    }
    Trace dots = new Trace();
    places.forEach(at -> dots.dot(at.get(0), at.get(1)));
    canvas.line((faint ? "plain" : "s0") + " dots", dots, "", "");
  }

  /** Says what faint points and the band are, where there are any; the height of the figure. */
  private double drawKey() {
    double y = BOTTOM + 60;
    double bottom = BOTTOM + 46;
    if (points.stream().anyMatch(Figure.Point::faint)) {
      canvas.add(new Mark.Dot("s0", 1, Frame.LEFT + 4, y - 4, 3.8, ""));
      canvas.text("can be read", "quiet", Frame.LEFT + 14, y);
      canvas.add(new Mark.Dot("plain faint", 1, Frame.LEFT + 114, y - 4, 3.8, ""));
      canvas.text("cannot be read", "quiet", Frame.LEFT + 124, y);
      bottom = y + 12;
      y += 18;
    }
    String over = fit.map(FitLine::over).orElse("");
    if (!over.isEmpty()) {
      Trace swatch = new Trace().to(Frame.LEFT, y - 9).to(Frame.LEFT + 10, y - 9);
      swatch.to(Frame.LEFT + 10, y + 1).to(Frame.LEFT, y + 1).shut();
      canvas.line("s1 band", swatch, "", "");
      canvas.text(over, "quiet", Frame.LEFT + 14, y);
      bottom = y + 12;
    }
    return bottom;
  }
}
