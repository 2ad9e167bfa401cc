package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A heat map for Plotly. */
final class HeatMapPlot {
  /** Height of the bar that says what the colours mean. */
  private static final int BAR = 40;

  /** Height of each line that says what the mark of faint cells means, and of what is below it. */
  private static final int NOTE = 14;

  private static final int BELOW_NOTE = 6;

  private static final int NUMBER_SIZE = 11;

  /** Beyond so many tasks values are shortened. */
  private static final int SHORTENED = 14;

  /** By so much Plotly moves a title up that stands above such a bar. */
  private static final int LIFTED = 22;

  /** Longest name beside the axes, in pixels. */
  private static final double NAME_ROOM = 240;

  private final Plot plot;
  private final Figure.HeatMap figure;
  private final TaskMatrix matrix;
  private final Shade shade;
  private final FaintCells faint;
  private final String note;
  private final CellValues values;
  private final List<String> names;

  private HeatMapPlot(Figure.HeatMap figure) {
    this.figure = figure;
    matrix = figure.order().isEmpty() ? figure.matrix() : figure.matrix().select(figure.order());
    shade = Shade.of(figure, matrix);
    faint = FaintCells.of(figure, matrix);
    values = new CellValues(matrix, shade);
    note = faint.any() ? Plot.broken("◆ pale: " + faint.meaning()) : "";
    int above = faint.any() ? NOTE * Plot.lines(note) + BELOW_NOTE : 0;
    plot = new Plot(figure.title(), BAR + above, LIFTED);
    names = Plot.words(matrix.tasks());
  }

  static Plot of(Figure.HeatMap figure) {
    return new HeatMapPlot(figure).drawn();
  }

  private interface Entries {
    boolean shown(int i, int j);
  }

  private Plot drawn() {
    boolean tree = figure.tree().filter(groups -> !groups.merges().isEmpty()).isPresent();
    addValues(false);
    if (faint.any()) {
      addValues(true);
    }
    if (nothingFirm()) {
      addBarAlone();
    }
    addFlat("blank", (i, j) -> i == j && !Double.isNaN(matrix.at(i, j)), "%{y}: %{text}");
    addFlat("quiet 0.45", (i, j) -> Double.isNaN(matrix.at(i, j)), "%{y} – %{x}: undefined");
    if (matrix.size() <= HeatMapLayout.WITH_VALUES) {
      addNumbers();
    }
    if (faint.any() && matrix.size() <= HeatMapLayout.WITH_CELLS) {
      addMarks();
    }
    ObjectNode x = plot.axis("xaxis", "");
    x.put("type", "category").put("showgrid", false).put("tickangle", -90).put("side", "bottom");
    ObjectNode y = plot.axis("yaxis", "");
    y.put("type", "category").put("showgrid", false).put("autorange", "reversed");
    nameTicks(x);
    nameTicks(y);
    if (tree) {
      x.set("domain", Jsplot.numbers(0, 0.86));
      addTree(figure.tree().orElseThrow());
    }
    int most = matrix.size() > 6 ? 1000 : tree ? 520 : 420;
    ObjectNode meta = plot.layout().putObject("meta").put("most", most);
    meta.put("side", tree ? 0.8 : 0.9);
    plot.layout().put("height", 640);
    return plot;
  }

  /** Names that are cut short are ticks only: the categories stay whole, and apart. */
  private void nameTicks(ObjectNode axis) {
    if (matrix.size() > HeatMapLayout.WITH_CELLS) {
      axis.put("showticklabels", false);
      return;
    }
    int size = matrix.size() > HeatMapLayout.WITH_VALUES / 2 ? 10 : 12;
    axis.putObject("tickfont").put("size", size);
    axis.put("tickmode", "array");
    ArrayNode places = axis.putArray("tickvals");
    ArrayNode texts = axis.putArray("ticktext");
    names.forEach(places::add);
    Plot.words(Text.fitted(matrix.tasks(), NAME_ROOM, size)).forEach(texts::add);
  }

  private void addValues(boolean pale) {
    int k = matrix.size();
    double[][] shown = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        shown[i][j] = i != j && faint.at()[i][j] == pale ? matrix.at(i, j) : Double.NaN;
      }
    }
    ObjectNode trace = plot.add(Jsplot.heatMap(names, names, shown));
    trace.put("zmin", shade.low()).put("zmax", shade.high());
    addStops(trace, pale ? Shade.PALE : 1);
    trace.put("hoverongaps", false);
    String number = "%{y} – %{x}: %{z:." + (shade.decimals() + 1) + "f}";
    String said = pale ? ", " + Colours.words(faint.meaning()) : "";
    trace.put("hovertemplate", number + said + "<extra></extra>");
    if (pale) {
      trace.put("showscale", false);
    } else {
      addBar(trace);
    }
  }

  private void addStops(ObjectNode coloured, double share) {
    ArrayNode stops = coloured.putArray("colorscale");
    for (Shade.Stop stop : shade.stops()) {
      stops.addArray().add(stop.offset()).add(Colours.shade(stop.hue(), stop.depth() * share));
    }
  }

  /** Whether every entry off the diagonal is faint or undefined: Plotly draws no bar of those. */
  private boolean nothingFirm() {
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        if (i != j && !faint.at()[i][j] && !Double.isNaN(matrix.at(i, j))) {
          return false;
        }
      }
    }
    return faint.any();
  }

  /** The bar of the colours without a cell that has them: of a mark that cannot be seen. */
  private void addBarAlone() {
    ObjectNode trace = plot.add(Jsplot.object());
    trace.put("type", "scatter").put("mode", "markers").put("hoverinfo", "skip");
    trace.putArray("x").add(names.get(0));
    trace.putArray("y").add(names.get(0));
    ObjectNode marker = trace.putObject("marker").put("opacity", 0).put("size", 1);
    marker.putArray("color").add(shade.low());
    marker.put("cmin", shade.low()).put("cmax", shade.high()).put("showscale", true);
    addStops(marker, 1);
    addBar(marker);
  }

  /** Its ends are the values of the lightest and the deepest shade. */
  private void addBar(ObjectNode trace) {
    ObjectNode bar = trace.putObject("colorbar");
    bar.put("orientation", "h").put("thickness", 9).put("len", 0.5).put("outlinewidth", 0);
    bar.put("x", 0).put("xanchor", "left").put("y", 1).put("yanchor", "bottom");
    bar.put("tickmode", "array").set("tickvals", Jsplot.numbers(shade.ticks()));
    ArrayNode labels = bar.putArray("ticktext");
    Arrays.stream(shade.ticks()).mapToObj(Shade::label).forEach(labels::add);
  }

  /** The values as text, each in the colour that can be read on its cell. */
  private void addNumbers() {
    boolean shortened = matrix.size() > SHORTENED && values.canBeShortened();
    ObjectNode trace = plot.add(Jsplot.object());
    trace.put("type", "scatter").put("mode", "text").put("hoverinfo", "skip");
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    ArrayNode texts = trace.putArray("text");
    ObjectNode font = trace.putObject("textfont").put("size", NUMBER_SIZE);
    ArrayNode colours = font.putArray("color");
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        if (values.shown(i, j)) {
          x.add(names.get(j));
          y.add(names.get(i));
          texts.add(values.text(i, j, shortened));
          double depth = shade.depth(matrix.at(i, j)) * faint.share(i, j);
          colours.add(
              i == j ? Colours.named("value") : Colours.valueOn(shade.hue(matrix.at(i, j)), depth));
        }
      }
    }
    trace.put("meta", "numbers");
  }

  /** The marks of faint cells, all in one path; its coordinates count cells. */
  private void addMarks() {
    boolean corner = matrix.size() <= HeatMapLayout.WITH_VALUES;
    double away = corner ? 0.34 : 0;
    double half = corner ? 0.06 : 0.12;
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        if (faint.at()[i][j]) {
          double x = j + away;
          double y = i - away;
          path.append('M').append(at(x - half, y)).append('L').append(at(x, y - half));
          path.append('L').append(at(x + half, y)).append('L').append(at(x, y + half)).append('Z');
        }
      }
    }
    ObjectNode shape = plot.layout().putArray("shapes").addObject();
    shape.put("type", "path").put("path", path.toString()).put("fillcolor", Colours.named("quiet"));
    shape.put("xref", "x").put("yref", "y").putObject("line").put("width", 0);
    ObjectNode words = plot.layout().putArray("annotations").addObject();
    words.put("text", note).put("showarrow", false).put("align", "left");
    words.put("xref", "paper").put("yref", "paper").put("x", 0).put("y", 1);
    words.put("xanchor", "left").put("yanchor", "bottom").put("yshift", BAR - 2);
    words.putObject("font").put("size", NUMBER_SIZE).put("color", Colours.named("quiet"));
  }

  private static String at(double x, double y) {
    return Numbers.px(x) + "," + Numbers.px(y);
  }

  private ArrayNode diagonal() {
    ArrayNode rows = plot.layout().arrayNode();
    for (int i = 0; i < matrix.size(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < matrix.size(); j++) {
        boolean shown = i == j && !Double.isNaN(matrix.at(i, j));
        row.add(shown ? values.text(i, j, false) : "");
      }
    }
    return rows;
  }

  /** Cells of one colour, where there are any. */
  private void addFlat(String colour, Entries entries, String hover) {
    int k = matrix.size();
    double[][] flat = new double[k][k];
    boolean any = false;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        boolean shown = entries.shown(i, j);
        flat[i][j] = shown ? 0 : Double.NaN;
        any |= shown;
      }
    }
    if (any) {
      ObjectNode trace = plot.add(Jsplot.heatMap(names, names, flat));
      ArrayNode scale = trace.putArray("colorscale");
      scale.addArray().add(0).add(Colours.named(colour));
      scale.addArray().add(1).add(Colours.named(colour));
      trace.put("showscale", false).put("hoverongaps", false);
      trace.put("hovertemplate", hover + "<extra></extra>");
      if (hover.contains("%{text}") && k <= HeatMapLayout.WITH_CELLS) {
        trace.set("text", diagonal());
      }
    }
  }

  /** The merges at the right, on axes of their own that share the rows. */
  private void addTree(TaskGroups groups) {
    Tree tree = Tree.of(figure.matrix().tasks(), groups);
    tree.branches().stream()
        .collect(
            Collectors.groupingBy(
                branch -> List.of(branch.series(), branch.dashes()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .forEach(this::addBranches);
    ObjectNode x = plot.axis("xaxis2", "distance").put("anchor", "y2").put("tickmode", "array");
    x.set("domain", Jsplot.numbers(0.87, 1));
    Ruler heights = tree.ruler(0, 1);
    double[] ticks = heights.ticks();
    x.set("tickvals", Jsplot.numbers(ticks[0], ticks[ticks.length - 1]));
    x.putArray("ticktext").add(heights.label(ticks[0])).add(heights.label(ticks[ticks.length - 1]));
    double margin = 0.04 * (heights.high() - heights.low());
    x.set("range", Jsplot.numbers(heights.low(), heights.high() + margin));
    x.put("showgrid", false);
    ObjectNode y = plot.axis("yaxis2", "").put("anchor", "x2").put("visible", false);
    y.set("range", Jsplot.numbers(matrix.size() - 0.5, -0.5));
  }

  /** Branches of one look, in one trace with gaps between them. */
  private void addBranches(List<Tree.Branch> branches) {
    double[] heights = branches.stream().flatMapToDouble(b -> withGap(b.heights())).toArray();
    double[] rows = branches.stream().flatMapToDouble(b -> withGap(b.rows())).toArray();
    ObjectNode trace = plot.add(Jsplot.scatter(ScatterTrace.Mode.LINE, heights, rows));
    String series = branches.get(0).series();
    String colour = series.equals("plain") ? "quiet" : series;
    ObjectNode line = trace.putObject("line").put("color", Colours.named(colour));
    line.put("width", 1.5).put("dash", LinePlots.DASHES.get(branches.get(0).dashes()));
    Plot.hover(
        trace, branches.stream().flatMap(b -> Collections.nCopies(5, b.said()).stream()).toList());
    trace.put("xaxis", "x2").put("yaxis", "y2");
  }

  private static DoubleStream withGap(double[] corners) {
    return DoubleStream.concat(Arrays.stream(corners), DoubleStream.of(Double.NaN));
  }
}
