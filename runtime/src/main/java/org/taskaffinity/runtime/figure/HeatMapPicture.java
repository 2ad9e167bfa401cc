package org.taskaffinity.runtime.figure;

import static org.taskaffinity.runtime.figure.Numbers.px;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/** A matrix as a grid of shades. */
final class HeatMapPicture {
  /** Longest task name that is written out, in user units. */
  private static final double NAME_ROOM = 170;

  private static final double HEADING = 38;

  /** Up to so many tasks have values in their cells. */
  private static final int WITH_VALUES = 30;

  /** Up to so many tasks have names, and a tooltip on each cell. */
  private static final int WITH_NAMES = 60;

  private final Canvas canvas;
  private final String title;
  private final TaskMatrix matrix;
  private final Shade shade;
  private final double cell;
  private final double nameSize;
  private final double left;
  private final double top;

  private HeatMapPicture(String id, Figure.HeatMap figure) {
    canvas = new Canvas(id, figure.title());
    title = figure.title();
    matrix = figure.order().isEmpty() ? figure.matrix() : figure.matrix().select(figure.order());
    shade = Shade.of(matrix, figure.scale());
    cell = cellSize(matrix.size());
    nameSize = Math.min(12, Math.max(9, cell * 0.42));
    double longest = Math.min(NAME_ROOM, Text.widest(matrix.tasks(), nameSize));
    left = named() ? longest + 12 : 26;
    top = HEADING + (named() ? longest * Math.sin(Math.toRadians(-turn())) + 6 : 0);
  }

  static Drawing draw(String id, Figure.HeatMap figure) {
    return new HeatMapPicture(id, figure).drawn();
  }

  private static double cellSize(int tasks) {
    return tasks <= 6
        ? 46
        : tasks <= 14 ? 32 : tasks <= WITH_VALUES ? 26 : tasks <= WITH_NAMES ? 13 : 640.0 / tasks;
  }

  private Drawing drawn() {
    double overhang = turn() == -45 ? top - HEADING - cell / 2 : 0;
    double width = Math.max(left + Math.max(side() + Math.max(10, overhang), 200), heading());
    canvas.heading(width);
    if (named()) {
      drawNames();
    }
    String hatch = new Hatch(canvas).define();
    if (named()) {
      drawCells(hatch);
    } else {
      new Raster(canvas, matrix, shade).draw(left, top, side(), hatch);
    }
    double bottom = new ColourBar(canvas, shade).draw(left, top + side() + 16, undefined(), hatch);
    return canvas.drawing(width, bottom, description());
  }

  private double heading() {
    return Math.min(400, Text.width(title, 14) * 1.08 + 10);
  }

  private void drawNames() {
    List<String> tasks = matrix.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      String name = Text.fitted(tasks.get(i), NAME_ROOM, nameSize);
      double middle = (i + 0.5) * cell;
      double below = nameSize * 0.35;
      canvas.label(name, tasks.get(i), "end", nameSize, left - 6, top + middle + below, 0);
      double x = left + middle + (turn() == -90 ? below : 0);
      canvas.label(name, tasks.get(i), "", nameSize, x, top - 6, turn());
    }
  }

  private void drawCells(String hatch) {
    double size = valueSize();
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        drawCell(i, j, hatch);
        if (size > 0) {
          drawValue(i, j, size);
        }
      }
    }
  }

  private void drawCell(int i, int j, String hatch) {
    double value = matrix.at(i, j);
    boolean undefined = Double.isNaN(value);
    boolean neutral = i == j || undefined;
    canvas
        .body()
        .open(
            "rect",
            "class",
            neutral ? "blank" : shade.hue(value),
            "fill-opacity",
            neutral ? null : px(shade.depth(value)),
            "style",
            undefined ? "fill:url(#" + hatch + ")" : null,
            "x",
            px(left + j * cell),
            "y",
            px(top + i * cell),
            "width",
            px(cell),
            "height",
            px(cell));
    String pair =
        i == j ? matrix.tasks().get(i) : matrix.tasks().get(i) + " – " + matrix.tasks().get(j);
    String number = undefined ? "undefined" : Numbers.shown(value, shade.decimals() + 1);
    canvas.tooltip(pair + ": " + number).close();
  }

  /** The diagonal shows its value only where that is a count. */
  private void drawValue(int i, int j, double size) {
    double value = matrix.at(i, j);
    if (Double.isNaN(value) || i == j && !shade.whole()) {
      return;
    }
    String classes = i != j && shade.depth(value) > Shade.DEEP ? "mid on" : "mid";
    double x = left + (j + 0.5) * cell;
    double y = top + (i + 0.5) * cell + size * 0.35;
    String style = "font-size:" + px(size) + "px;pointer-events:none";
    canvas
        .body()
        .element("text", brief(value), "class", classes, "x", px(x), "y", px(y), "style", style);
  }

  private String brief(double value) {
    return Numbers.brief(value, shade.decimals());
  }

  /** The largest size at which the longest value fits its cell; 0 if none can be read. */
  private double valueSize() {
    double longest = 1;
    for (double[] row : matrix.values()) {
      for (double value : row) {
        longest = Math.max(longest, Text.width(brief(value), 1));
      }
    }
    double size = Math.min(cell * 0.36, 0.9 * cell / longest);
    return matrix.size() <= WITH_VALUES && size >= 6 ? Math.min(size, 13) : 0;
  }

  private boolean named() {
    return matrix.size() <= WITH_NAMES;
  }

  private int turn() {
    return matrix.size() <= 14 ? -45 : -90;
  }

  private double side() {
    return cell * matrix.size();
  }

  private long undefined() {
    return Arrays.stream(matrix.pairs()).filter(Double::isNaN).count();
  }

  private String description() {
    var stats = Arrays.stream(matrix.pairs()).filter(Double::isFinite).summaryStatistics();
    String range =
        stats.getCount() == 0
            ? "no pair is defined"
            : "pairs lie between "
                + Numbers.shown(stats.getMin(), 3)
                + " and "
                + Numbers.shown(stats.getMax(), 3);
    return "A matrix of "
        + matrix.size()
        + " tasks; "
        + range
        + "; "
        + undefined()
        + " pairs are undefined.";
  }
}
