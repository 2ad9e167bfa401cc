package org.taskaffinity.runtime.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Scatters, curves and bars for Plotly. */
final class LinePlots {
  static final List<String> DASHES = List.of("solid", "dash", "dot", "longdashdot");

  private LinePlots() {}

  static Plot scatter(Figure.Scatter figure) {
    Plot plot = new Plot(figure.title());
    plot.axis("xaxis", figure.x());
    plot.axis("yaxis", figure.y());
    List<Figure.Point> points =
        figure.points().stream()
            .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
            .toList();
    Optional<FitLine> fit = FitLine.through(points);
    boolean banded = fit.filter(line -> !line.over().isEmpty()).isPresent();
    if (banded) {
      FitLine line = fit.orElseThrow();
      ObjectNode band = addBand(plot, line.places(), line.lower(), line.upper(), 1);
      Plot.named(band, line.over()).put("showlegend", true);
    }
    addPoints(plot, points.stream().filter(p -> !p.faint()).toList(), false);
    List<Figure.Point> faint = points.stream().filter(Figure.Point::faint).toList();
    if (!faint.isEmpty()) {
      addPoints(plot, faint, true);
    }
    if (banded || !faint.isEmpty()) {
      plot.legend();
    }
    fit.ifPresent(line -> addLine(plot, line));
    return plot;
  }

  private static void addPoints(Plot plot, List<Figure.Point> points, boolean faint) {
    double[] x = points.stream().mapToDouble(Figure.Point::x).toArray();
    double[] y = points.stream().mapToDouble(Figure.Point::y).toArray();
    ObjectNode trace = plot.add(Jsplot.scatter(ScatterTrace.Mode.MARKERS, x, y));
    Plot.named(trace, faint ? "cannot be read" : "can be read");
    ObjectNode marker = trace.putObject("marker");
    marker.put("size", points.size() > 200 ? 6 : 8).put("symbol", faint ? "circle-open" : "circle");
    marker.put("color", faint ? Colours.named("quiet") : Colours.named("s0", 0.75));
    Plot.hover(trace, points.stream().map(Figure.Point::label).toList());
    trace.put("hovertemplate", "%{customdata}<br>(%{x:.3f}, %{y:.3f})<extra></extra>");
  }

  private static void addLine(Plot plot, FitLine fit) {
    double[][] ends = fit.ends();
    ObjectNode trace = plot.add(Jsplot.scatter(ScatterTrace.Mode.LINE, ends[0], ends[1]));
    String said = fit.correlation();
    Plot.named(trace, said).put("hovertemplate", said + "<extra></extra>");
    trace.putObject("line").put("color", Colours.series(1)).put("width", 2);
    ObjectNode note = plot.layout().putArray("annotations").addObject();
    note.put("text", said).put("xref", "paper").put("yref", "paper").put("showarrow", false);
    note.put("x", fit.falling() ? 0.99 : 0.01).put("y", 0.99);
    note.put("xanchor", fit.falling() ? "right" : "left").put("yanchor", "top");
  }

  static Plot curve(Figure.Curve figure) {
    Plot plot = new Plot(figure.title());
    plot.axis("xaxis", figure.x());
    plot.axis("yaxis", figure.y());
    for (int i = 0; i < figure.lines().size(); i++) {
      Figure.Line line = figure.lines().get(i);
      if (!line.low().isEmpty() && line.manner() != Figure.Manner.DOTS) {
        addBand(plot, array(line.x()), array(line.low()), array(line.high()), i);
      }
    }
    for (int i = 0; i < figure.lines().size(); i++) {
      addLine(plot, figure, i);
    }
    plot.legend();
    return plot;
  }

  private static void addLine(Plot plot, Figure.Curve figure, int i) {
    Figure.Line line = figure.lines().get(i);
    boolean dots = line.manner() == Figure.Manner.DOTS;
    ScatterTrace.Mode mode = dots ? ScatterTrace.Mode.MARKERS : ScatterTrace.Mode.LINE;
    ObjectNode trace = plot.add(Jsplot.scatter(mode, array(line.x()), array(line.y())));
    Plot.named(trace, line.name());
    String dash = DASHES.get(CurvePicture.dashes(figure.lines(), i));
    ObjectNode drawn = trace.putObject("line").put("color", Colours.series(i));
    drawn.put("width", 2).put("dash", dash);
    trace.putObject("marker").put("color", Colours.series(i)).put("size", 7);
    if (dots && !line.low().isEmpty()) {
      addErrors(trace, array(line.y()), array(line.low()), array(line.high()), Colours.series(i));
    }
  }

  /** One closed area for each piece that is defined. */
  private static ObjectNode addBand(
      Plot plot, double[] x, double[] low, double[] high, int series) {
    ObjectNode trace = plot.add(Jsplot.object());
    ArrayNode xs = trace.putArray("x");
    ArrayNode ys = trace.putArray("y");
    int start = 0;
    for (int n = 0; n <= x.length; n++) {
      if (n == x.length || !Double.isFinite(x[n] + low[n] + high[n])) {
        addPiece(xs, ys, x, high, start, n, 1);
        addPiece(xs, ys, x, low, start, n, -1);
        if (n > start) {
          xs.addNull();
          ys.addNull();
        }
        start = n + 1;
      }
    }
    trace.put("type", "scatter").put("mode", "lines").put("fill", "toself");
    trace.put("fillcolor", Colours.named(Colours.seriesName(series), 0.16));
    trace.putObject("line").put("width", 0);
    return trace.put("hoverinfo", "skip").put("showlegend", false);
  }

  private static void addPiece(
      ArrayNode xs, ArrayNode ys, double[] x, double[] y, int from, int to, int step) {
    for (int n = step > 0 ? from : to - 1; n >= from && n < to; n += step) {
      xs.add(x[n]);
      ys.add(y[n]);
    }
  }

  static Plot bars(Figure.Bars figure) {
    Plot plot = new Plot(figure.title());
    plot.axis("xaxis", "").put("type", "category").put("showgrid", false);
    plot.axis("yaxis", figure.y()).put("zeroline", true);
    double[] values = figure.bars().stream().mapToDouble(Figure.Bar::value).toArray();
    List<String> labels = Plot.words(figure.bars().stream().map(Figure.Bar::label).toList());
    ObjectNode trace = plot.add(Jsplot.bars(labels, values));
    trace.putObject("marker").put("color", Colours.named("s0", 0.75));
    Plot.hover(trace, figure.bars().stream().map(BarsPicture::said).toList());
    addErrors(
        trace,
        values,
        figure.bars().stream().mapToDouble(Figure.Bar::low).toArray(),
        figure.bars().stream().mapToDouble(Figure.Bar::high).toArray(),
        Colours.named("ink"));
    return plot;
  }

  private static void addErrors(
      ObjectNode trace, double[] values, double[] low, double[] high, String colour) {
    ObjectNode errors = trace.putObject("error_y").put("type", "data").put("symmetric", false);
    ArrayNode up = errors.putArray("array");
    ArrayNode down = errors.putArray("arrayminus");
    for (int i = 0; i < values.length; i++) {
      Jsplot.number(up, Math.max(0, high[i] - values[i]));
      Jsplot.number(down, Math.max(0, values[i] - low[i]));
    }
    errors.put("color", colour).put("thickness", 1.4).put("width", 4);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
