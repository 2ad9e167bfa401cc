package org.taskaffinity.dsl;

import java.util.List;
import java.util.stream.Collectors;

/** The statements that build figures. */
final class FigureStatements {
  private FigureStatements() {}

  /** A setting is written only where it is not the default. */
  static String of(Figure.HeatMap map) {
    return "heatMap("
        + Say.quoted(map.title())
        + ", "
        + map.matrix().statement()
        + ")"
        + arranged(map)
        + ".scale("
        + Say.constant(map.scale())
        + ")"
        + map.range().map(range -> "." + range).orElse("")
        + map.faint().map(faint -> "." + faint).orElse("")
        + (map.narrow() ? ".column()" : "");
  }

  private static String arranged(Figure.HeatMap map) {
    return map.tree()
        .map(groups -> ".dendrogram(" + groups.statement() + ")")
        .orElse(map.order().isEmpty() ? "" : ".order(List.of" + Say.quotedList(map.order()) + ")");
  }

  static void checkLine(String name, int x, int y, int low, int high) {
    boolean banded = low == y && high == y;
    if (x != y || !(banded || low == 0 && high == 0)) {
      throw new DescriptionException(
          "line(\"" + name + "\", …) needs as many y (and low and high) as x.");
    }
  }

  static void checkGrouped(Figure.HeatMap map, TaskGroups groups) {
    TaskMatrix matrix = map.matrix();
    if (groups.order().size() != matrix.size() || !matrix.tasks().containsAll(groups.order())) {
      throw new DescriptionException(
          "dendrogram(…) groups other tasks than heatMap("
              + Say.quoted(map.title())
              + ", …) shows.\n  grouped: "
              + String.join(", ", groups.order())
              + "\n  shown: "
              + String.join(", ", matrix.tasks()));
    }
  }

  static String of(Figure.Bars bars) {
    return "bars("
        + Say.quoted(bars.title())
        + ", "
        + Say.quoted(bars.y())
        + joined(bars.bars())
        + ")";
  }

  static String of(Figure.Bar bar) {
    return "bar("
        + Say.quoted(bar.label())
        + ", "
        + Say.number(bar.value())
        + ", "
        + Say.number(bar.low())
        + ", "
        + Say.number(bar.high())
        + ")";
  }

  static String of(Figure.Point point) {
    return (point.faint() ? "faintPoint(" : "point(")
        + point.pair().map(TaskPair::toString).orElse(Say.quoted(point.label()))
        + ", "
        + Say.number(point.x())
        + ", "
        + Say.number(point.y())
        + ")";
  }

  static String of(Figure.Line line) {
    return "line("
        + Say.quoted(line.name())
        + ", "
        + array(line.x())
        + ", "
        + array(line.y())
        + ")"
        + (line.low().isEmpty()
            ? ""
            : ".band(" + array(line.low()) + ", " + array(line.high()) + ")")
        + line.manner().word;
  }

  static String of(Figure.Network network) {
    return "network("
        + Say.quoted(network.title())
        + ", "
        + network.weights().statement()
        + network.sizes().stream().map(s -> ", " + Say.number(s)).collect(Collectors.joining())
        + ").atLeast("
        + Say.number(network.least())
        + ")";
  }

  /** Title, names of both axes, and the parts. */
  static String heading(String title, String x, String y, List<?> parts) {
    return Say.quoted(title) + ", " + Say.quoted(x) + ", " + Say.quoted(y) + joined(parts);
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(p -> ",\n    " + p).collect(Collectors.joining());
  }

  private static String array(List<Double> values) {
    return "new double[] " + Say.row(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
