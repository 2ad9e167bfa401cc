package org.taskaffinity.runtime.figure;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/** A matrix as a grid of shades. */
final class HeatMapPicture {
  private static final double HEADING = 38;

  private final Canvas canvas;
  private final Figure.HeatMap figure;
  private final TaskMatrix matrix;
  private final Shade shade;
  private final HeatMapLayout layout;

  private HeatMapPicture(Figure.HeatMap figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    matrix = figure.order().isEmpty() ? figure.matrix() : figure.matrix().select(figure.order());
    shade = Shade.of(matrix, figure.scale());
    layout = HeatMapLayout.of(matrix.tasks(), longestValue(), figure.narrow(), hasTree());
  }

  static Drawing draw(Figure.HeatMap figure) {
    return new HeatMapPicture(figure).drawn();
  }

  private Drawing drawn() {
    double width = Math.max(layout.width(), heading());
    canvas.heading(width);
    double bottom = top() + layout.side();
    if (layout.named()) {
      drawNames();
    }
    if (matrix.size() <= HeatMapLayout.WITH_CELLS) {
      drawCells();
    } else {
      drawPixels(bottom);
    }
    if (hasTree()) {
      drawTree(bottom);
    }
    double room = hasTree() ? 36 : 16;
    ColourBar bar = new ColourBar(canvas, shade);
    double end = bar.draw(layout.left(), bottom + room);
    if (undefined() > 0) {
      end = bar.drawUndefined(layout.left(), end, matrix.size() > HeatMapLayout.WITH_CELLS);
    }
    return canvas.drawing(width, end, description());
  }

  private double top() {
    return HEADING + layout.above();
  }

  private double heading() {
    double most = figure.narrow() ? Frame.WIDTH : 400;
    return Math.min(most, Text.width(figure.title(), 14) * 1.08 + 10);
  }

  private boolean hasTree() {
    return figure.tree().filter(groups -> !groups.merges().isEmpty()).isPresent();
  }

  private void drawNames() {
    List<String> tasks = matrix.tasks();
    double size = layout.nameSize();
    List<String> shown = Text.fitted(tasks, layout.nameRoom(), size);
    for (int i = 0; i < tasks.size(); i++) {
      String name = shown.get(i);
      double middle = (i + 0.5) * layout.cell();
      double below = size * 0.35;
      canvas.label(name, tasks.get(i), "end", size, layout.left() - 6, top() + middle + below, 0);
      double x = layout.left() + middle + (layout.turn() == -90 ? below : 0);
      canvas.label(name, tasks.get(i), "", size, x, top() - 6, layout.turn());
    }
  }

  private void drawCells() {
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        drawCell(i, j);
        if (layout.valueSize() > 0) {
          drawValue(i, j);
        }
      }
    }
  }

  private void drawCell(int i, int j) {
    double value = matrix.at(i, j);
    double cell = layout.cell();
    Mark.Place place = new Mark.Place(layout.left() + j * cell, top() + i * cell, cell, cell);
    if (Double.isNaN(value)) {
      canvas.add(new Mark.Hatched(place, said(i, j)));
    } else if (i == j) {
      canvas.add(new Mark.Cell("blank", 1, place, said(i, j)));
    } else {
      canvas.add(new Mark.Cell(shade.hue(value), shade.depth(value), place, said(i, j)));
    }
  }

  private String said(int i, int j) {
    double value = matrix.at(i, j);
    String task = matrix.tasks().get(i);
    String pair = i == j ? task : task + " – " + matrix.tasks().get(j);
    return pair
        + ": "
        + (Double.isNaN(value) ? "undefined" : Numbers.shown(value, shade.decimals() + 1));
  }

  /** The diagonal shows its value only where that is a count. */
  private void drawValue(int i, int j) {
    double value = matrix.at(i, j);
    if (Double.isNaN(value) || i == j && !shade.whole()) {
      return;
    }
    boolean deep = i != j && shade.depth(value) > Shade.DEEP;
    double x = layout.left() + (j + 0.5) * layout.cell();
    double y = top() + (i + 0.5) * layout.cell() + layout.valueSize() * 0.35;
    String classes = deep ? "mid value on" : "mid value";
    canvas.label(brief(value), brief(value), classes, layout.valueSize(), x, y, 0);
  }

  private String brief(double value) {
    return Numbers.brief(value, shade.decimals());
  }

  /** Width of the longest value in a font of size 1. */
  private double longestValue() {
    double longest = 1;
    for (double[] row : matrix.values()) {
      for (double value : row) {
        longest = Math.max(longest, Text.width(brief(value), 1));
      }
    }
    return longest;
  }

  private void drawPixels(double bottom) {
    double side = layout.side();
    double left = layout.left();
    canvas.add(new Mark.Pixels(new Mark.Place(left, top(), side, side), matrix, shade));
    Trace edge = new Trace().to(left, top()).to(left + side, top());
    canvas.line("grid", edge.to(left + side, bottom).to(left, bottom).shut(), "", "");
  }

  private void drawTree(double bottom) {
    double from = layout.left() + layout.side() + 3;
    Tree tree = Tree.of(figure.matrix().tasks(), figure.tree().orElseThrow());
    Ruler heights = tree.ruler(from, from + layout.tree() - 14);
    tree.draw(canvas, heights, top(), layout.cell());
    Tree.drawAxis(canvas, heights, 2, bottom + 2);
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
