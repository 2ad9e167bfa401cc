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
  private final FaintCells faint;
  private final CellValues values;
  private final HeatMapLayout layout;

  private HeatMapPicture(Figure.HeatMap figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    matrix = figure.order().isEmpty() ? figure.matrix() : figure.matrix().select(figure.order());
    shade = Shade.of(figure, matrix);
    faint = FaintCells.of(figure, matrix);
    values = new CellValues(matrix, shade);
    layout = HeatMapLayout.of(matrix.tasks(), values.longest(), figure.narrow(), hasTree());
  }

  static Drawing draw(Figure.HeatMap figure) {
    return new HeatMapPicture(figure).drawn();
  }

  private Drawing drawn() {
    double width = Math.max(layout.width(), Math.max(heading(), legend()));
    canvas.heading(width);
    double bottom = top() + layout.side();
    if (layout.named()) {
      drawNames();
    }
    if (cells()) {
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
      end = bar.drawUndefined(layout.left(), end, !cells());
    }
    if (faint.any()) {
      double words = width - layout.left();
      end = bar.drawFaint(layout.left(), end, faint.meaning(), !cells(), words);
    }
    return canvas.drawing(width, end, description());
  }

  private boolean cells() {
    return matrix.size() <= HeatMapLayout.WITH_CELLS;
  }

  private double top() {
    return HEADING + layout.above();
  }

  private double heading() {
    double most = figure.narrow() ? Frame.WIDTH : 400;
    return Math.min(most, Text.width(figure.title(), 14) * 1.08 + 10);
  }

  private double legend() {
    double words = layout.left() + ColourBar.faintWidth(faint.meaning());
    return faint.any() ? Math.min(figure.narrow() ? Frame.WIDTH : 560, words) : 0;
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
        if (layout.values().size() > 0 && values.shown(i, j)) {
          drawValue(i, j);
        }
        if (faint.at()[i][j]) {
          drawMark(i, j);
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
      canvas.add(new Mark.Cell(shade.hue(value), depth(i, j), place, said(i, j)));
    }
  }

  private String said(int i, int j) {
    double value = matrix.at(i, j);
    String task = matrix.tasks().get(i);
    String pair = i == j ? task : task + " – " + matrix.tasks().get(j);
    return pair
        + ": "
        + (Double.isNaN(value) ? "undefined" : Numbers.shown(value, shade.decimals() + 1))
        + (faint.at()[i][j] ? ", " + faint.meaning() : "");
  }

  private double depth(int i, int j) {
    return shade.depth(matrix.at(i, j)) * faint.share(i, j);
  }

  /** In the corner of a cell that holds a value, else in its middle. */
  private void drawMark(int i, int j) {
    boolean corner = layout.values().size() > 0;
    double cell = layout.cell();
    double x = layout.left() + (corner ? (j + 1) * cell - 5 : (j + 0.5) * cell);
    double y = top() + (corner ? i * cell + 5 : (i + 0.5) * cell);
    canvas.add(new Mark.Dot(FaintCells.MARK, 1, x, y, FaintCells.RADIUS, ""));
  }

  private void drawValue(int i, int j) {
    double size = layout.values().size();
    double x = layout.left() + (j + 0.5) * layout.cell();
    double y = top() + (i + 0.5) * layout.cell() + size * 0.35;
    String text = values.text(i, j, layout.values().shortened());
    double value = matrix.at(i, j);
    String classes = i == j ? "value" : Theme.valueOn(shade.hue(value), depth(i, j));
    canvas.label(text, text, "mid " + classes, size, x, y, 0);
  }

  private void drawPixels(double bottom) {
    double side = layout.side();
    double left = layout.left();
    canvas.add(new Mark.Pixels(new Mark.Place(left, top(), side, side), matrix, shade, faint));
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
        + " pairs are undefined"
        + (faint.any() ? "; " + faint.count() + " pairs are pale: " + faint.meaning() : "")
        + ".";
  }
}
