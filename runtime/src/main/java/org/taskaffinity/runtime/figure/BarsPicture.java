package org.taskaffinity.runtime.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.Figure;

/** Bars that begin at 0, with error bars. */
final class BarsPicture {
  private static final double TOP = 36;
  private static final double BOTTOM = TOP + 220;
  private static final double NAME_ROOM = 170;

  private final Canvas canvas;
  private final Figure.Bars figure;
  private final Frame frame;
  private final double slot;

  private BarsPicture(Figure.Bars figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    slot = (Frame.RIGHT - Frame.LEFT) / Math.max(1, figure.bars().size());
    DoubleStream ends =
        figure.bars().stream()
            .flatMapToDouble(b -> DoubleStream.of(0, b.value(), b.low(), b.high()));
    Ruler unused = new Ruler(0, 1, 1, Frame.LEFT, Frame.RIGHT);
    frame = new Frame(unused, Ruler.around(ends, BOTTOM, TOP));
  }

  static Drawing draw(Figure.Bars figure) {
    return new BarsPicture(figure).drawn();
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    frame.drawGrid(canvas);
    frame.drawYTitle(canvas, figure.y());
    for (int i = 0; i < figure.bars().size(); i++) {
      drawBar(figure.bars().get(i), Frame.LEFT + i * slot);
    }
    canvas.line("axis", Frame.LEFT, frame.y().at(0), Frame.RIGHT, frame.y().at(0));
    double names = drawNames();
    String said = figure.y() + " of " + figure.bars().size() + " bars.";
    return canvas.drawing(Frame.WIDTH, BOTTOM + names + 14, said);
  }

  private void drawBar(Figure.Bar bar, double x) {
    if (Double.isNaN(bar.value())) {
      return;
    }
    double zero = frame.y().at(0);
    double end = frame.y().at(bar.value());
    Mark.Place place =
        new Mark.Place(x + slot * 0.15, Math.min(zero, end), slot * 0.7, Math.abs(zero - end));
    canvas.add(new Mark.Box("s0", 0.75, place, said(bar)));
    if (bar.high() > bar.low()) {
      drawError(bar, x + slot / 2);
    }
  }

  /** What is shown when it is pointed at. */
  static String said(Figure.Bar bar) {
    String value = bar.label() + ": " + Numbers.shown(bar.value(), 3);
    return bar.high() > bar.low()
        ? value + " (" + Numbers.shown(bar.low(), 3) + " to " + Numbers.shown(bar.high(), 3) + ")"
        : value;
  }

  private void drawError(Figure.Bar bar, double x) {
    double low = frame.y().at(bar.low());
    double high = frame.y().at(bar.high());
    double cap = Math.min(6, slot * 0.2);
    Trace trace = new Trace().to(x, low).to(x, high).lift();
    trace.to(x - cap, low).to(x + cap, low).lift().to(x - cap, high).to(x + cap, high);
    canvas.line("whisker", trace, "", "");
  }

  /** Names below the bars, turned where they do not fit side by side; their height. */
  private double drawNames() {
    List<String> names = figure.bars().stream().map(Figure.Bar::label).toList();
    double widest = Text.widest(names, 11);
    boolean turned = widest > slot - 4;
    for (int i = 0; i < names.size(); i++) {
      double x = Frame.LEFT + (i + 0.5) * slot;
      String name = Text.fitted(names.get(i), NAME_ROOM, 11);
      double shift = turned ? 4 : 0;
      canvas.label(
          name, names.get(i), turned ? "end" : "mid", 11, x + shift, BOTTOM + 16, turned ? -45 : 0);
    }
    return turned ? 12 + Math.min(widest, NAME_ROOM) * 0.71 : 18;
  }
}
