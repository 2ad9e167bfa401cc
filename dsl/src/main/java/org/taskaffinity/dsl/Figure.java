package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A picture of numbers, described; a runner draws it. */
public sealed interface Figure {

  /** What stands above it. */
  String title();

  /** One answer per kind of figure. */
  <R> R fold(Cases<R> cases);

  /**
   * One answer per kind of figure.
   *
   * @param <R> the answer
   */
  interface Cases<R> {
    R heatMap(HeatMap figure);

    R scatter(Scatter figure);

    R curve(Curve figure);

    R bars(Bars figure);
  }

  /**
   * A number for every two tasks as a colour.
   *
   * @param title what stands above it
   * @param matrix the numbers
   * @param order tasks in the order they are drawn; empty for the matrix's own
   * @param scale how numbers become colours
   */
  record HeatMap(String title, TaskMatrix matrix, List<String> order, Scale scale)
      implements Figure {
    public HeatMap {
      order = List.copyOf(order);
    }

    public HeatMap order(List<String> tasks) {
      return new HeatMap(title, matrix, tasks, scale);
    }

    public HeatMap scale(Scale chosen) {
      return new HeatMap(title, matrix, order, chosen);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.heatMap(this);
    }

    @Override
    public String toString() {
      return "heatMap("
          + Say.quoted(title)
          + ", "
          + matrix.statement()
          + ")"
          + (order.isEmpty() ? "" : ".order(List.of" + Say.quotedList(order) + ")")
          + ".scale("
          + Say.constant(scale)
          + ")";
    }
  }

  /** How numbers become colours. */
  enum Scale {
    /** Two hues that part at 0, symmetric to the largest entry off the diagonal. */
    DIVERGING,
    /** One hue from 0 to 1. */
    FRACTION,
    /** One hue from 0 to the largest entry. */
    COUNT
  }

  /**
   * Points with a line fitted through them.
   *
   * @param title what stands above it
   * @param x what the x-axis shows
   * @param y what the y-axis shows
   * @param points the points
   */
  record Scatter(String title, String x, String y, List<Point> points) implements Figure {
    public Scatter {
      points = List.copyOf(points);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.scatter(this);
    }

    @Override
    public String toString() {
      return "scatter(" + heading(title, x, y) + joined(points) + ")";
    }
  }

  /**
   * Lines over a common x-axis.
   *
   * @param title what stands above it
   * @param x what the x-axis shows
   * @param y what the y-axis shows
   * @param lines the lines
   */
  record Curve(String title, String x, String y, List<Line> lines) implements Figure {
    public Curve {
      lines = List.copyOf(lines);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.curve(this);
    }

    @Override
    public String toString() {
      return "curve(" + heading(title, x, y) + joined(lines) + ")";
    }
  }

  /**
   * Bars with error bars.
   *
   * @param title what stands above it
   * @param y what the bars measure
   * @param bars the bars
   */
  record Bars(String title, String y, List<Bar> bars) implements Figure {
    public Bars {
      bars = List.copyOf(bars);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.bars(this);
    }

    @Override
    public String toString() {
      return "bars(" + Say.quoted(title) + ", " + Say.quoted(y) + joined(bars) + ")";
    }
  }

  /**
   * @param label what is said when it is pointed at
   * @param x its place on the x-axis
   * @param y its place on the y-axis
   * @param faint whether it is drawn faintly, as a number that cannot be read
   */
  record Point(String label, double x, double y, boolean faint) {
    @Override
    public String toString() {
      return (faint ? "faintPoint(" : "point(")
          + Say.quoted(label)
          + ", "
          + Say.number(x)
          + ", "
          + Say.number(y)
          + ")";
    }
  }

  /**
   * A line, with a band around it if {@code low} and {@code high} are given.
   *
   * @param name what the legend says
   * @param x places on the x-axis
   * @param y values; NaN breaks the line
   * @param low lower edge of the band, or empty
   * @param high upper edge of the band, or empty
   */
  record Line(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
    public Line {
      boolean banded = low.size() == y.size() && high.size() == y.size();
      if (x.size() != y.size() || !(banded || low.isEmpty() && high.isEmpty())) {
        throw new DescriptionException(
            "line(\"" + name + "\", …) needs as many y (and low and high) as x.");
      }
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    /** The same with a band. */
    public Line band(double[] lower, double[] upper) {
      return new Line(
          name, x, y, Arrays.stream(lower).boxed().toList(), Arrays.stream(upper).boxed().toList());
    }

    @Override
    public String toString() {
      return "line("
          + Say.quoted(name)
          + ", "
          + array(x)
          + ", "
          + array(y)
          + ")"
          + (low.isEmpty() ? "" : ".band(" + array(low) + ", " + array(high) + ")");
    }
  }

  /**
   * @param label what stands below it
   * @param value its height
   * @param low lower end of the error bar; the value itself for none
   * @param high upper end of the error bar; the value itself for none
   */
  record Bar(String label, double value, double low, double high) {
    @Override
    public String toString() {
      return "bar("
          + Say.quoted(label)
          + ", "
          + Say.number(value)
          + ", "
          + Say.number(low)
          + ", "
          + Say.number(high)
          + ")";
    }
  }

  private static String heading(String title, String x, String y) {
    return Say.quoted(title) + ", " + Say.quoted(x) + ", " + Say.quoted(y);
  }

  private static String joined(List<?> parts) {
    return parts.stream().map(p -> ",\n    " + p).collect(Collectors.joining());
  }

  private static String array(List<Double> values) {
    return "new double[] " + Say.row(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
