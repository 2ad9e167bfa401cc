package org.taskaffinity.runtime.figure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figure;

/** Lines over a common x-axis, told apart by colour and by dashes. */
final class CurvePicture {
  static final List<String> DASHES = List.of("", "7 4", "2 3", "9 3 2 3");
  private static final double BOTTOM_ROOM = 46;
  private static final double DOT = 3.2;

  private final Canvas canvas;
  private final Figure.Curve figure;
  private final Frame frame;

  private CurvePicture(Figure.Curve figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    double top = 34 + 18.0 * legendRows(figure.lines());
    double bottom = top + 220;
    boolean dots = figure.lines().stream().anyMatch(l -> l.manner() == Figure.Manner.DOTS);
    double inset = dots ? DOT + 4 : 0;
    Ruler x = Ruler.within(values(figure, Figure.Line::x), Frame.LEFT + inset, Frame.RIGHT - inset);
    DoubleStream ys =
        Stream.<Function<Figure.Line, List<Double>>>of(
                Figure.Line::y, Figure.Line::low, Figure.Line::high)
            .flatMapToDouble(part -> values(figure, part));
    frame = new Frame(x, Ruler.around(ys, bottom, top));
  }

  static Drawing draw(Figure.Curve figure) {
    return new CurvePicture(figure).drawn();
  }

  private static DoubleStream values(
      Figure.Curve figure, Function<Figure.Line, List<Double>> part) {
    return figure.lines().stream().flatMap(l -> part.apply(l).stream()).mapToDouble(v -> v);
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    frame.drawGrid(canvas);
    frame.drawX(canvas, figure.x());
    frame.drawYTitle(canvas, figure.y());
    drawLegend();
    for (int i = 0; i < figure.lines().size(); i++) {
      drawInterval(figure.lines().get(i), i);
    }
    for (int i = 0; i < figure.lines().size(); i++) {
      drawLine(figure.lines().get(i), i);
    }
    String names = figure.lines().stream().map(Figure.Line::name).collect(Collectors.joining(", "));
    String said = figure.y() + " against " + figure.x() + ": " + names + ".";
    return canvas.drawing(Frame.WIDTH, frame.y().from() + BOTTOM_ROOM, said);
  }

  private void drawLine(Figure.Line line, int i) {
    if (line.manner() == Figure.Manner.DOTS) {
      drawDots(line, i);
      return;
    }
    Trace trace = new Trace();
    for (int n = 0; n < line.x().size(); n++) {
      if (defined(line, n)) {
        trace.to(x(line, n), frame.y().at(line.y().get(n)));
      } else {
        trace.lift();
      }
    }
    drawAlone(line, i);
    canvas.line(series(i) + " line", trace, dashes(i), line.name());
  }

  private void drawDots(Figure.Line line, int i) {
    for (int n = 0; n < line.x().size(); n++) {
      if (defined(line, n)) {
        String said = line.name() + " (" + shown(line.x().get(n)) + ", " + shown(line.y().get(n));
        canvas.add(
            new Mark.Dot(series(i), 1, x(line, n), frame.y().at(line.y().get(n)), DOT, said + ")"));
      }
    }
  }

  private static String shown(double value) {
    return Numbers.shown(value, value == Math.rint(value) ? 0 : 3);
  }

  private double x(Figure.Line line, int n) {
    return frame.x().at(line.x().get(n));
  }

  /** A value without a neighbour would leave no mark as a line. */
  private void drawAlone(Figure.Line line, int i) {
    IntStream.range(0, line.x().size())
        .filter(n -> defined(line, n) && !defined(line, n - 1) && !defined(line, n + 1))
        .mapToObj(
            n -> new Mark.Dot(series(i), 1, x(line, n), frame.y().at(line.y().get(n)), 2.5, ""))
        .forEach(canvas::add);
  }

  private static boolean defined(Figure.Line line, int n) {
    return n >= 0
        && n < line.y().size()
        && Double.isFinite(line.y().get(n))
        && Double.isFinite(line.x().get(n));
  }

  private static boolean bounded(Figure.Line line, int n) {
    return n < line.x().size()
        && Double.isFinite(line.low().get(n) + line.high().get(n))
        && Double.isFinite(line.x().get(n));
  }

  /** A band around a line, error bars through dots. */
  private void drawInterval(Figure.Line line, int i) {
    if (line.low().isEmpty()) {
      return;
    }
    if (line.manner() == Figure.Manner.DOTS) {
      drawErrors(line, i);
    } else {
      drawBand(line, i);
    }
  }

  private void drawErrors(Figure.Line line, int i) {
    for (int n = 0; n < line.x().size(); n++) {
      if (bounded(line, n)) {
        double x = x(line, n);
        double low = frame.y().at(line.low().get(n));
        double high = frame.y().at(line.high().get(n));
        Trace trace = new Trace().to(x, low).to(x, high).lift();
        trace.to(x - 3, low).to(x + 3, low).lift().to(x - 3, high).to(x + 3, high);
        canvas.line(series(i) + " fit", trace, "", "");
      }
    }
  }

  private void drawBand(Figure.Line line, int i) {
    Trace trace = new Trace();
    int start = 0;
    for (int n = 0; n <= line.x().size(); n++) {
      if (!bounded(line, n)) {
        drawPiece(trace, line, start, n);
        start = n + 1;
      }
    }
    canvas.line(series(i) + " band", trace, "", "");
  }

  private void drawPiece(Trace trace, Figure.Line line, int from, int to) {
    for (int n = from; n < to; n++) {
      trace.to(x(line, n), frame.y().at(line.high().get(n)));
    }
    for (int n = to - 1; n >= from; n--) {
      trace.to(x(line, n), frame.y().at(line.low().get(n)));
    }
    if (to > from) {
      trace.shut();
    }
  }

  private void drawLegend() {
    double x = Frame.LEFT;
    double y = 38;
    for (int i = 0; i < figure.lines().size(); i++) {
      String name = shortName(figure.lines().get(i));
      double room = room(name);
      if (x + room > Frame.RIGHT && x > Frame.LEFT) {
        x = Frame.LEFT;
        y += 18;
      }
      if (figure.lines().get(i).manner() == Figure.Manner.DOTS) {
        canvas.add(new Mark.Dot(series(i), 1, x + 11, y - 4, DOT, ""));
      } else {
        canvas.line(series(i) + " line", new Trace().to(x, y - 4).to(x + 22, y - 4), dashes(i), "");
      }
      canvas.text(name, "", x + 28, y);
      x += room;
    }
  }

  private static int legendRows(List<Figure.Line> lines) {
    double x = Frame.LEFT;
    int rows = 1;
    for (Figure.Line line : lines) {
      double room = room(shortName(line));
      if (x + room > Frame.RIGHT && x > Frame.LEFT) {
        x = Frame.LEFT;
        rows++;
      }
      x += room;
    }
    return rows;
  }

  private static String shortName(Figure.Line line) {
    return Text.fitted(line.name(), 300, 12);
  }

  private static double room(String name) {
    return 28 + Text.width(name, 12) + 16;
  }

  private static String series(int i) {
    return "s" + i % Theme.LIGHT.series().size();
  }

  private String dashes(int i) {
    return DASHES.get(dashes(figure.lines(), i));
  }

  /**
   * Which dashes a line has, 0 for none: those that ask for dashes, or all where none asks for
   * anything, each have their own.
   */
  static int dashes(List<Figure.Line> lines, int i) {
    if (lines.stream().allMatch(l -> l.manner() == Figure.Manner.LINE)) {
      return (i + i / Theme.LIGHT.series().size()) % DASHES.size();
    }
    long before =
        lines.subList(0, i).stream().filter(l -> l.manner() == Figure.Manner.DASHED).count();
    boolean dashed = lines.get(i).manner() == Figure.Manner.DASHED;
    return dashed ? 1 + (int) (before % (DASHES.size() - 1)) : 0;
  }
}
