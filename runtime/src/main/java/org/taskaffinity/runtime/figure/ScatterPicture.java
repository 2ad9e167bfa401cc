package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.LinkedHashSet;
import java.util.List;
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
  private final Frame frame;

  private ScatterPicture(String id, Figure.Scatter figure) {
    canvas = new Canvas(id, figure.title());
    this.figure = figure;
    points =
        figure.points().stream()
            .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
            .toList();
    frame =
        new Frame(
            Ruler.around(points.stream().mapToDouble(Figure.Point::x), Frame.LEFT, Frame.RIGHT),
            Ruler.around(points.stream().mapToDouble(Figure.Point::y), BOTTOM, TOP));
  }

  static Drawing draw(String id, Figure.Scatter figure) {
    return new ScatterPicture(id, figure).drawn();
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    frame.drawGrid(canvas);
    frame.drawX(canvas, figure.x());
    frame.drawYTitle(canvas, figure.y());
    FitLine fit = FitLine.through(points, canvas, frame);
    fit.drawBand();
    if (points.size() <= WITH_LABELS) {
      points.forEach(this::drawPoint);
    } else {
      drawDots(false);
      drawDots(true);
    }
    fit.drawLine();
    double bottom = drawKey();
    String said = points.size() + " points, " + figure.y() + " against " + figure.x() + fit.words();
    return canvas.drawing(Frame.WIDTH, bottom, said);
  }

  private void drawPoint(Figure.Point point) {
    double x = frame.x().at(point.x());
    double y = frame.y().at(point.y());
    String classes = point.faint() ? "plain faint" : "s0";
    canvas
        .body()
        .open(
            "circle",
            "class",
            classes,
            "fill-opacity",
            point.faint() ? null : "0.7",
            "r",
            points.size() > 200 ? "2.8" : "3.8",
            "cx",
            px(x),
            "cy",
            px(y));
    String place = " (" + Numbers.shown(point.x(), 3) + ", " + Numbers.shown(point.y(), 3) + ")";
    canvas.tooltip(point.label() + place).close().line();
  }

  /** Dots that would cover one another to the pixel are drawn once. */
  private void drawDots(boolean faint) {
    Set<String> dots = new LinkedHashSet<>();
    for (Figure.Point point : points) {
      if (point.faint() == faint) {
        long x = Math.round(frame.x().at(point.x()));
        long y = Math.round(frame.y().at(point.y()));
        dots.add("M" + x + " " + y + "h0");
      }
    }
    String classes = (faint ? "plain" : "s0") + " dots";
    canvas
        .body()
        .leaf("path", "class", classes, "stroke-opacity", "0.6", "d", String.join("", dots));
  }

  /** Says what faint points are, where there are any; the height of the figure. */
  private double drawKey() {
    if (points.stream().noneMatch(Figure.Point::faint)) {
      return BOTTOM + 46;
    }
    double y = BOTTOM + 60;
    canvas
        .body()
        .leaf("circle", "class", "s0", "r", "3.8", "cx", px(Frame.LEFT + 4), "cy", px(y - 4));
    canvas.text("can be read", "quiet", Frame.LEFT + 14, y);
    canvas
        .body()
        .leaf(
            "circle",
            "class",
            "plain faint",
            "r",
            "3.8",
            "cx",
            px(Frame.LEFT + 114),
            "cy",
            px(y - 4));
    canvas.text("cannot be read", "quiet", Frame.LEFT + 124, y);
    return y + 12;
  }
}
