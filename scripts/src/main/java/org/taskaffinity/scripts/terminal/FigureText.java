package org.taskaffinity.scripts.terminal;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.PlainText;

/** What a figure shows, in words; a heat map as one. */
final class FigureText {
  private FigureText() {}

  static String of(Figure figure, Look look) {
    return look.colours().bold(figure.title())
        + "\n"
        + body(figure, look)
        + "\n"
        + look.colours().quiet("draw it with runner.draw(…, Path.of(\"figure.svg\"))");
  }

  private static String body(Figure figure, Look look) {
    if (figure instanceof Figure.HeatMap map) {
      return HeatMapText.of(map, look);
    } else if (figure instanceof Figure.Scatter scatter) {
      return scatter.points().size()
          + " points\n"
          + range(scatter.x(), scatter.points().stream().map(Figure.Point::x))
          + "\n"
          + range(scatter.y(), scatter.points().stream().map(Figure.Point::y));
    } else if (figure instanceof Figure.Curve curve) {
      return curve.lines().stream().map(FigureText::line).collect(Collectors.joining("\n"));
    } else if (figure instanceof Figure.Bars bars) {
      return bars.bars().stream().map(FigureText::bar).collect(Collectors.joining("\n"));
    }
    return figure.getClass().getSimpleName();
  }

  private static String line(Figure.Line line) {
    return range(PlainText.line(line.name()), line.y().stream())
        + " at "
        + line.x().size()
        + " places";
  }

  private static String bar(Figure.Bar bar) {
    String error =
        bar.low() == bar.high()
            ? ""
            : String.format(Locale.ROOT, "  [%.3f, %.3f]", bar.low(), bar.high());
    return String.format(
        Locale.ROOT, "  %-24s %.3f%s", PlainText.line(bar.label()), bar.value(), error);
  }

  private static String range(String what, Stream<Double> values) {
    DoubleSummaryStatistics s =
        values.mapToDouble(Double::doubleValue).filter(v -> !Double.isNaN(v)).summaryStatistics();
    return s.getCount() == 0
        ? "  " + what + ": no number"
        : String.format(Locale.ROOT, "  %s: from %.3f to %.3f", what, s.getMin(), s.getMax());
  }
}
