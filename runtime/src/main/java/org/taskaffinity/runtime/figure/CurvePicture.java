package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figure;

/** Lines over a common x-axis, told apart by colour and by dashes. */
final class CurvePicture {
  private static final List<String> DASHES = List.of("", "7 4", "2 3", "9 3 2 3");
  private static final double BOTTOM_ROOM = 46;

  private final Canvas canvas;
  private final Figure.Curve figure;
  private final Frame frame;
  private final double top;

  private CurvePicture(String id, Figure.Curve figure) {
    canvas = new Canvas(id, figure.title());
    this.figure = figure;
    top = 34 + 18.0 * legendRows(figure.lines());
    double bottom = top + 220;
    Ruler x = Ruler.within(values(figure, Figure.Line::x), Frame.LEFT, Frame.RIGHT);
    DoubleStream ys =
        Stream.<Function<Figure.Line, List<Double>>>of(
                Figure.Line::y, Figure.Line::low, Figure.Line::high)
            .flatMapToDouble(part -> values(figure, part));
    frame = new Frame(x, Ruler.around(ys, bottom, top));
  }

  static Drawing draw(String id, Figure.Curve figure) {
    return new CurvePicture(id, figure).drawn();
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
      drawBand(figure.lines().get(i), i);
    }
    for (int i = 0; i < figure.lines().size(); i++) {
      drawLine(figure.lines().get(i), i);
    }
    String names = figure.lines().stream().map(Figure.Line::name).collect(Collectors.joining(", "));
    String said = figure.y() + " against " + figure.x() + ": " + names + ".";
    return canvas.drawing(Frame.WIDTH, frame.y().from() + BOTTOM_ROOM, said);
  }

  private void drawLine(Figure.Line line, int i) {
    Trace trace = new Trace();
    for (int n = 0; n < line.x().size(); n++) {
      double y = line.y().get(n);
      if (Double.isFinite(y) && Double.isFinite(line.x().get(n))) {
        trace.to(frame.x().at(line.x().get(n)), frame.y().at(y));
      } else {
        trace.lift();
      }
    }
    if (alone(line)) {
      drawAlone(line, i);
    }
    canvas
        .body()
        .open(
            "path",
            "class",
            series(i) + " line",
            "d",
            trace.toString(),
            "stroke-dasharray",
            dashes(i));
    canvas.tooltip(line.name()).close().line();
  }

  /** A value without a neighbour would leave no mark as a line. */
  private void drawAlone(Figure.Line line, int i) {
    for (int n = 0; n < line.x().size(); n++) {
      if (defined(line, n) && !defined(line, n - 1) && !defined(line, n + 1)) {
        canvas
            .body()
            .leaf(
                "circle",
                "class",
                series(i),
                "r",
                "2.5",
                "cx",
                px(frame.x().at(line.x().get(n))),
                "cy",
                px(frame.y().at(line.y().get(n))));
      }
    }
  }

  private static boolean alone(Figure.Line line) {
    return IntStream.range(0, line.x().size())
        .anyMatch(n -> defined(line, n) && !defined(line, n - 1) && !defined(line, n + 1));
  }

  private static boolean defined(Figure.Line line, int n) {
    return n >= 0 && n < line.y().size() && Double.isFinite(line.y().get(n));
  }

  private void drawBand(Figure.Line line, int i) {
    if (line.low().isEmpty()) {
      return;
    }
    Trace trace = new Trace();
    int start = 0;
    for (int n = 0; n <= line.x().size(); n++) {
      if (n == line.x().size() || Double.isNaN(line.low().get(n) + line.high().get(n))) {
        drawPiece(trace, line, start, n);
        start = n + 1;
      }
    }
    canvas.body().leaf("path", "class", series(i) + " band", "d", trace.toString());
  }

  private void drawPiece(Trace trace, Figure.Line line, int from, int to) {
    for (int n = from; n < to; n++) {
      trace.to(frame.x().at(line.x().get(n)), frame.y().at(line.high().get(n)));
    }
    for (int n = to - 1; n >= from; n--) {
      trace.to(frame.x().at(line.x().get(n)), frame.y().at(line.low().get(n)));
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
      canvas
          .body()
          .leaf(
              "path",
              "class",
              series(i) + " line",
              "d",
              new Trace().to(x, y - 4).to(x + 22, y - 4).toString(),
              "stroke-dasharray",
              dashes(i));
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

  private static String dashes(int i) {
    String dashes = DASHES.get((i + i / Theme.LIGHT.series().size()) % DASHES.size());
    return dashes.isEmpty() ? null : dashes;
  }
}
