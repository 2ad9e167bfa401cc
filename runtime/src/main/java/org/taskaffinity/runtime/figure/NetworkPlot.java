package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A network for Plotly, laid out as its picture is. */
final class NetworkPlot {
  private NetworkPlot() {}

  static Plot of(Figure.Network figure) {
    Plot plot = new Plot(figure.title());
    NetworkPicture.Parts parts = NetworkPicture.parts(figure);
    Map<Double, List<NetworkPicture.Join>> byThickness =
        parts.joins().stream()
            .collect(
                Collectors.groupingBy(
                    j -> Math.ceil(NetworkPicture.thickness(j.weight())),
                    TreeMap::new,
                    Collectors.toList()));
    byThickness.forEach((thickness, joins) -> addJoins(plot, parts, thickness, joins));
    addMiddles(plot, parts, figure);
    addTasks(plot, parts, figure);
    for (String axis : List.of("xaxis", "yaxis")) {
      plot.axis(axis, "").put("visible", false);
    }
    ((ObjectNode) plot.layout().get("yaxis")).put("autorange", "reversed");
    plot.layout().put("height", 520);
    return plot;
  }

  /** Joins of about the same thickness in one trace, with gaps between them. */
  private static void addJoins(
      Plot plot, NetworkPicture.Parts parts, double thickness, List<NetworkPicture.Join> joins) {
    ObjectNode trace = plot.add(Jsplot.object());
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (NetworkPicture.Join join : joins) {
      x.add(parts.places()[join.a()][0]).add(parts.places()[join.b()][0]).addNull();
      y.add(parts.places()[join.a()][1]).add(parts.places()[join.b()][1]).addNull();
    }
    trace.put("type", "scatter").put("mode", "lines").put("hoverinfo", "skip");
    trace.putObject("line").put("width", thickness).put("color", Colours.named("quiet", 0.4));
  }

  /** A join is pointed at where it is halfway. */
  private static void addMiddles(Plot plot, NetworkPicture.Parts parts, Figure.Network figure) {
    ObjectNode trace = plot.add(Jsplot.object());
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    for (NetworkPicture.Join join : parts.joins()) {
      x.add((parts.places()[join.a()][0] + parts.places()[join.b()][0]) / 2);
      y.add((parts.places()[join.a()][1] + parts.places()[join.b()][1]) / 2);
    }
    trace.put("type", "scatter").put("mode", "markers");
    trace.putObject("marker").put("size", 8).put("color", Colours.named("quiet", 0));
    Plot.hover(trace, parts.joins().stream().map(j -> j.said(figure.weights().tasks())).toList());
  }

  private static void addTasks(Plot plot, NetworkPicture.Parts parts, Figure.Network figure) {
    double[] x = Arrays.stream(parts.places()).mapToDouble(p -> p[0]).toArray();
    double[] y = Arrays.stream(parts.places()).mapToDouble(p -> p[1]).toArray();
    boolean named = x.length <= NetworkPicture.WITH_NAMES;
    ScatterTrace.Mode mode = named ? ScatterTrace.Mode.TEXT_AND_MARKERS : ScatterTrace.Mode.MARKERS;
    ObjectNode trace = plot.add(Jsplot.scatter(mode, x, y));
    if (named) {
      ArrayNode names = trace.putArray("text");
      Plot.words(figure.weights().tasks()).forEach(names::add);
      trace.put("textposition", "top center").put("cliponaxis", false);
    }
    ObjectNode marker = trace.putObject("marker").put("color", Colours.series(0)).put("opacity", 1);
    double[] sizes = IntStream.range(0, x.length).mapToDouble(t -> 2 * parts.radius(t)).toArray();
    marker.set("size", Jsplot.numbers(sizes));
    Plot.hover(trace, IntStream.range(0, x.length).mapToObj(parts::said).toList());
  }
}
