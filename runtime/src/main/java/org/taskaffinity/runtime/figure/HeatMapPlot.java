package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A heat map for Plotly. */
final class HeatMapPlot {
  /** Up to so many tasks have values in their cells. */
  private static final int WITH_VALUES = 30;

  /** Height of the bar that says what the colours mean. */
  private static final int BAR = 40;

  /** By so much Plotly moves a title up that stands above such a bar. */
  private static final int LIFTED = 22;

  /** Longest name beside the axes, in pixels. */
  private static final double NAME_ROOM = 150;

  private final Plot plot;
  private final Figure.HeatMap figure;
  private final TaskMatrix matrix;
  private final Shade shade;
  private final List<String> names;

  private HeatMapPlot(Figure.HeatMap figure) {
    plot = new Plot(figure.title(), BAR, LIFTED);
    this.figure = figure;
    matrix = figure.order().isEmpty() ? figure.matrix() : figure.matrix().select(figure.order());
    shade = Shade.of(matrix, figure.scale());
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
    addValues();
    addFlat("blank", (i, j) -> i == j && !Double.isNaN(matrix.at(i, j)), "%{y}: %{text}");
    addFlat("quiet 0.45", (i, j) -> Double.isNaN(matrix.at(i, j)), "%{y} – %{x}: undefined");
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
    meta.put("side", tree ? 0.8 : 0.9).put("tasks", matrix.size());
    plot.layout().put("height", 640);
    return plot;
  }

  /** Names that are cut short are ticks only: the categories stay whole, and apart. */
  private void nameTicks(ObjectNode axis) {
    if (matrix.size() > HeatMapLayout.WITH_CELLS) {
      axis.put("showticklabels", false);
      return;
    }
    int size = matrix.size() > WITH_VALUES / 2 ? 10 : 12;
    axis.putObject("tickfont").put("size", size);
    axis.put("tickmode", "array");
    ArrayNode places = axis.putArray("tickvals");
    ArrayNode texts = axis.putArray("ticktext");
    names.forEach(places::add);
    Plot.words(Text.fitted(matrix.tasks(), NAME_ROOM, size)).forEach(texts::add);
  }

  private void addValues() {
    double[][] values = matrix.values();
    for (int i = 0; i < values.length; i++) {
      values[i][i] = Double.NaN;
    }
    ObjectNode trace = plot.add(Jsplot.heatMap(names, names, values));
    trace.put("zmin", shade.diverging() ? -shade.most() : 0).put("zmax", shade.most());
    trace.set("colorscale", scale());
    trace.put("hoverongaps", false);
    trace.put("hovertemplate", "%{y} – %{x}: %{z:." + (shade.decimals() + 1) + "f}<extra></extra>");
    ObjectNode bar = trace.putObject("colorbar");
    bar.put("orientation", "h").put("thickness", 9).put("len", 0.5).put("outlinewidth", 0);
    bar.put("x", 0).put("xanchor", "left").put("y", 1).put("yanchor", "bottom").put("nticks", 5);
    if (matrix.size() <= WITH_VALUES) {
      trace.set("text", texts(false));
      trace.put("texttemplate", "%{text}");
    }
  }

  private ArrayNode scale() {
    ArrayNode scale = plot.layout().arrayNode();
    if (shade.diverging()) {
      stop(scale, 0, "less");
    }
    stop(scale, shade.diverging() ? 0.5 : 0, "ground");
    stop(scale, 1, "more");
    return scale;
  }

  private static void stop(ArrayNode scale, double at, String colour) {
    scale.addArray().add(at).add(Colours.named(colour));
  }

  private ArrayNode texts(boolean diagonal) {
    ArrayNode rows = plot.layout().arrayNode();
    for (int i = 0; i < matrix.size(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < matrix.size(); j++) {
        boolean shown = (i == j) == diagonal && !Double.isNaN(matrix.at(i, j));
        row.add(shown ? Numbers.brief(matrix.at(i, j), shade.decimals()) : "");
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
      stop(scale, 0, colour);
      stop(scale, 1, colour);
      trace.put("showscale", false).put("hoverongaps", false);
      trace.put("hovertemplate", hover + "<extra></extra>");
      if (hover.contains("%{text}") && k <= HeatMapLayout.WITH_CELLS) {
        trace.set("text", texts(true));
        trace.put("texttemplate", shade.whole() && k <= WITH_VALUES ? "%{text}" : "");
      }
    }
  }

  /** The merges at the right, on axes of their own that share the rows. */
  private void addTree(TaskGroups groups) {
    Map<String, List<Tree.Branch>> bySeries =
        Tree.of(figure.matrix().tasks(), groups).branches().stream()
            .collect(
                Collectors.groupingBy(
                    Tree.Branch::series, LinkedHashMap::new, Collectors.toList()));
    bySeries.forEach(this::addBranches);
    ObjectNode x = plot.axis("xaxis2", "distance").put("anchor", "y2").put("nticks", 3);
    x.set("domain", Jsplot.numbers(0.87, 1));
    x.put("showgrid", false);
    ObjectNode y = plot.axis("yaxis2", "").put("anchor", "x2").put("visible", false);
    y.set("range", Jsplot.numbers(matrix.size() - 0.5, -0.5));
  }

  /** Branches of one colour, in one trace with gaps between them. */
  private void addBranches(String series, List<Tree.Branch> branches) {
    double[] heights = branches.stream().flatMapToDouble(b -> withGap(b.heights())).toArray();
    double[] rows = branches.stream().flatMapToDouble(b -> withGap(b.rows())).toArray();
    ObjectNode trace = plot.add(Jsplot.scatter(ScatterTrace.Mode.LINE, heights, rows));
    String colour = series.equals("plain") ? "quiet" : series;
    trace.putObject("line").put("color", Colours.named(colour)).put("width", 1.5);
    Plot.hover(
        trace, branches.stream().flatMap(b -> Collections.nCopies(5, b.said()).stream()).toList());
    trace.put("xaxis", "x2").put("yaxis", "y2");
  }

  private static DoubleStream withGap(double[] corners) {
    return DoubleStream.concat(Arrays.stream(corners), DoubleStream.of(Double.NaN));
  }
}
