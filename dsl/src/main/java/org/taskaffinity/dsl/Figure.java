package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A picture of numbers, described; what draws it is found on the class path. */
public sealed interface Figure {

  /** What stands above it; empty for none. */
  String title();

  /** The same without a title, as a figure in a paper has a caption instead. */
  Figure untitled();

  /**
   * Draws it into a file, which appears whole or not at all.
   *
   * @param file ends in {@code .svg}, {@code .pdf} or {@code .png} for a paper, {@code .html} for a
   *     page to explore without a network, {@code .json} for Plotly
   * @return the file
   * @throws DescriptionException if it ends in anything else
   * @throws RunException if nothing on the class path draws, or the file cannot be written
   */
  default Path save(String file) {
    return save(Path.of(file));
  }

  /** The same. */
  default Path save(Path file) {
    return Renderer.found().save(this, file);
  }

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

    R network(Network figure);
  }

  /**
   * A number for every two tasks as a colour.
   *
   * @param title what stands above it; empty for none
   * @param matrix the numbers
   * @param order tasks in the order they are drawn; empty for the matrix's own
   * @param scale how numbers become colours
   * @param range values between which colours change; empty for the default of the scale
   * @param faint pairs in a pale colour with a mark, and what the mark means
   * @param tree groups whose merges are drawn beside it, in whose order the tasks stand
   * @param narrow whether it is laid out for one column of a paper
   */
  record HeatMap(
      String title,
      TaskMatrix matrix,
      List<String> order,
      Scale scale,
      Optional<ColourRange> range,
      Optional<FaintPairs> faint,
      Optional<TaskGroups> tree,
      boolean narrow)
      implements Figure {
    public HeatMap {
      order = List.copyOf(order);
    }

    @Override
    public HeatMap untitled() {
      return titled("");
    }

    /** The same under another title. */
    public HeatMap titled(String other) {
      return new HeatMap(other, matrix, order, scale, range, faint, tree, narrow);
    }

    /** Draws these tasks, in this order, without a tree. */
    public HeatMap order(List<String> tasks) {
      return new HeatMap(title, matrix, tasks, scale, range, faint, Optional.empty(), narrow);
    }

    /** How numbers become colours; DIVERGING by default. */
    public HeatMap scale(Scale chosen) {
      return new HeatMap(title, matrix, order, chosen, range, faint, tree, narrow);
    }

    /**
     * The values between which the colours change; the colour bar shows exactly this range. By
     * default a DIVERGING scale is symmetric to the largest entry off the diagonal, but reaches at
     * least from −0.1 to 0.1; FRACTION reaches from 0 to 1, COUNT from 0 to the largest entry.
     *
     * @param low lower end, below {@code high}
     */
    public HeatMap scale(double low, double high) {
      return scale(new ColourRange(low, high));
    }

    /** The same, as several figures share it. */
    public HeatMap scale(ColourRange chosen) {
      return new HeatMap(title, matrix, order, scale, Optional.of(chosen), faint, tree, narrow);
    }

    /**
     * Draws these pairs in a pale colour with a small mark.
     *
     * @param meaning what the mark means, as the legend says it: {@code "not distinguishable from
     *     0"}
     * @throws DescriptionException if the matrix has no such task
     */
    public HeatMap faint(String meaning, TaskPair... pairs) {
      return faint(meaning, List.of(pairs));
    }

    /** The same. */
    public HeatMap faint(String meaning, List<TaskPair> pairs) {
      FaintPairs chosen = new FaintPairs(meaning, pairs).within(matrix);
      return new HeatMap(title, matrix, order, scale, range, Optional.of(chosen), tree, narrow);
    }

    /**
     * Draws the tasks in the order of these groups, and their merges beside it where there are any
     * (an agglomerative method has them).
     *
     * @throws DescriptionException if they group other tasks
     */
    public HeatMap dendrogram(TaskGroups groups) {
      FigureStatements.checkGrouped(this, groups);
      return new HeatMap(
          title, matrix, groups.order(), scale, range, faint, Optional.of(groups), narrow);
    }

    /** Laid out for one column of a paper, 85 mm: values give way to names that can be read. */
    public HeatMap column() {
      return new HeatMap(title, matrix, order, scale, range, faint, tree, true);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.heatMap(this);
    }

    @Override
    public String toString() {
      return FigureStatements.of(this);
    }
  }

  /** How numbers become colours. */
  enum Scale {
    /** Two hues that part at 0; symmetric, to the largest entry off the diagonal or to 0.1. */
    DIVERGING,
    /** One hue, from 0 to 1. */
    FRACTION,
    /** One hue, from 0 to the largest entry. */
    COUNT
  }

  /**
   * Points with a line fitted through them.
   *
   * @param title what stands above it; empty for none
   * @param x what the x-axis shows
   * @param y what the y-axis shows
   * @param points the points
   */
  record Scatter(String title, String x, String y, List<Point> points) implements Figure {
    public Scatter {
      points = List.copyOf(points);
    }

    @Override
    public Scatter untitled() {
      return new Scatter("", x, y, points);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.scatter(this);
    }

    @Override
    public String toString() {
      return "scatter(" + FigureStatements.heading(title, x, y, points) + ")";
    }
  }

  /**
   * Lines over a common x-axis.
   *
   * @param title what stands above it; empty for none
   * @param x what the x-axis shows
   * @param y what the y-axis shows
   * @param lines the lines
   */
  record Curve(String title, String x, String y, List<Line> lines) implements Figure {
    public Curve {
      lines = List.copyOf(lines);
    }

    @Override
    public Curve untitled() {
      return new Curve("", x, y, lines);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.curve(this);
    }

    @Override
    public String toString() {
      return "curve(" + FigureStatements.heading(title, x, y, lines) + ")";
    }
  }

  /**
   * Bars with error bars.
   *
   * @param title what stands above it; empty for none
   * @param y what the bars measure
   * @param bars the bars
   */
  record Bars(String title, String y, List<Bar> bars) implements Figure {
    public Bars {
      bars = List.copyOf(bars);
    }

    @Override
    public Bars untitled() {
      return new Bars("", y, bars);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.bars(this);
    }

    @Override
    public String toString() {
      return FigureStatements.of(this);
    }
  }

  /**
   * @param label what is said when it is pointed at
   * @param x its place on the x-axis
   * @param y its place on the y-axis
   * @param faint whether it is drawn faintly, as a number that cannot be read
   * @param pair the two tasks that it is about; empty for a point that is independent of the others
   */
  record Point(String label, double x, double y, boolean faint, Optional<TaskPair> pair) {

    @Override
    public String toString() {
      return FigureStatements.of(this);
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
   * @param manner how it is drawn
   */
  record Line(
      String name,
      List<Double> x,
      List<Double> y,
      List<Double> low,
      List<Double> high,
      Manner manner) {
    public Line {
      FigureStatements.checkLine(name, x.size(), y.size(), low.size(), high.size());
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    /** The same with a band; around dots, an error bar each. */
    public Line band(double[] lower, double[] upper) {
      return new Line(
          name,
          x,
          y,
          Arrays.stream(lower).boxed().toList(),
          Arrays.stream(upper).boxed().toList(),
          manner);
    }

    /** The same drawn with dashes, as a model's values are. */
    public Line dashed() {
      return new Line(name, x, y, low, high, Manner.DASHED);
    }

    /** The same drawn as dots, as what was measured is. */
    public Line dots() {
      return new Line(name, x, y, low, high, Manner.DOTS);
    }

    @Override
    public String toString() {
      return FigureStatements.of(this);
    }
  }

  /** How a line is drawn. */
  enum Manner {
    /** A line; where there are several, each has dashes of its own. */
    LINE(""),
    /** Dashes. */
    DASHED(".dashed()"),
    /** A dot for each value. */
    DOTS(".dots()");

    final String word;

    Manner(String word) {
      this.word = word;
    }
  }

  /**
   * Tasks as dots, joined by lines as thick as a number for the two is large.
   *
   * @param title what stands above it; empty for none
   * @param weights the numbers, in [0, 1]; an undefined one joins nothing
   * @param sizes one number a task, by which the areas of the dots go
   * @param least weights below it join nothing
   */
  record Network(String title, TaskMatrix weights, List<Double> sizes, double least)
      implements Figure {
    public Network {
      sizes = List.copyOf(sizes);
      Check.share("atLeast", least, "0.3 leaves out weaker joins");
      if (sizes.size() != weights.size()) {
        throw new DescriptionException(
            "network("
                + Say.quoted(title)
                + ", …) names "
                + sizes.size()
                + " sizes for "
                + weights.size()
                + " tasks. Write one for each.");
      }
    }

    /** Leaves out joins below this weight. */
    public Network atLeast(double weight) {
      return new Network(title, weights, sizes, weight);
    }

    @Override
    public Network untitled() {
      return new Network("", weights, sizes, least);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.network(this);
    }

    @Override
    public String toString() {
      return FigureStatements.of(this);
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
      return FigureStatements.of(this);
    }
  }
}
