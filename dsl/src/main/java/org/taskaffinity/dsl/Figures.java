package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The verbs that describe figures. */
public final class Figures {
  private Figures() {}

  /**
   * A matrix as colours, by default diverging around 0 from at least −0.1 to 0.1; {@link
   * Figure.HeatMap#scale(double, double)} sets the range.
   */
  public static Figure.HeatMap heatMap(String title, TaskMatrix matrix) {
    return new Figure.HeatMap(
        title,
        matrix,
        List.of(),
        Figure.Scale.DIVERGING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Two tasks, in either order. */
  public static TaskPair pair(String first, String second) {
    return new TaskPair(first, second);
  }

  /**
   * Points with the least-squares line through them. The band around it is a 95 % interval for the
   * line: over tasks (jackknife) where every point is a pair of tasks, else over independent
   * points.
   */
  public static Figure.Scatter scatter(String title, String x, String y, Figure.Point... points) {
    return new Figure.Scatter(title, x, y, List.of(points));
  }

  /** Lines over a common x-axis. */
  public static Figure.Curve curve(String title, String x, String y, Figure.Line... lines) {
    return new Figure.Curve(title, x, y, List.of(lines));
  }

  /** Bars with error bars. */
  public static Figure.Bars bars(String title, String y, Figure.Bar... bars) {
    return new Figure.Bars(title, y, List.of(bars));
  }

  /** A point of a scatter that is independent of the others. */
  public static Figure.Point point(String label, double x, double y) {
    return new Figure.Point(label, x, y, false, Optional.empty());
  }

  /** A point that is about two tasks, and depends on other points that share one of them. */
  public static Figure.Point point(TaskPair tasks, double x, double y) {
    return new Figure.Point(tasks.label(), x, y, false, Optional.of(tasks));
  }

  /** A point drawn faintly, as a number that cannot be read. */
  public static Figure.Point faintPoint(String label, double x, double y) {
    return new Figure.Point(label, x, y, true, Optional.empty());
  }

  /** A point about two tasks drawn faintly, as a number that cannot be read. */
  public static Figure.Point faintPoint(TaskPair tasks, double x, double y) {
    return new Figure.Point(tasks.label(), x, y, true, Optional.of(tasks));
  }

  /** A line of a curve; {@link Figure.Line#band} adds a band. */
  public static Figure.Line line(String name, double[] x, double[] y) {
    return new Figure.Line(
        name,
        Arrays.stream(x).boxed().toList(),
        Arrays.stream(y).boxed().toList(),
        List.of(),
        List.of(),
        Figure.Manner.LINE);
  }

  /**
   * Tasks as dots joined by lines; {@link Figure.Network#atLeast} leaves out weak joins.
   *
   * @param weights a number in [0, 1] for every two tasks
   * @param sizes one number a task
   */
  public static Figure.Network network(String title, TaskMatrix weights, double... sizes) {
    return new Figure.Network(title, weights, Arrays.stream(sizes).boxed().toList(), 0);
  }

  /**
   * Cosines of task gradients while training goes on.
   *
   * @param x what the x-axis counts: step or epoch
   * @param pairs a line for each pair of tasks, as {@link #line} or {@link #runningMean} make them
   */
  public static Figure.Curve dynamics(String title, String x, Figure.Line... pairs) {
    return curve(title, x, "cosine of task gradients", pairs);
  }

  /**
   * A line through the means of windows that begin one value apart, with a band of one standard
   * deviation to each side, but no further than the values go: no cosine is above 1. Each mean
   * stands at the middle of its window.
   *
   * @param y values; NaN is left out of the means
   * @param window values each, at least 1; longer than {@code y} means all of them
   */
  public static Figure.Line runningMean(String name, double[] x, double[] y, int window) {
    Check.atLeast(1, "runningMean", window, "Write how many values make a mean");
    return RunningMean.of(line(name, x, y), window);
  }

  /** A bar with an error bar from low to high. */
  public static Figure.Bar bar(String label, double value, double low, double high) {
    return new Figure.Bar(label, value, low, high);
  }

  /**
   * The affinities G, in the order of the groups. Pairs that cannot be read ({@link Reading}) are
   * pale and marked. By default the colours reach to the largest affinity, at least to ±0.1 and to
   * three standard errors; {@link Figure.HeatMap#scale(double, double)} sets the range.
   */
  public static Figure.HeatMap affinityMap(Result result) {
    return AffinityMaps.of("Task affinity G", result).order(result.groups().order());
  }

  /** The mean affinities of several seeds, drawn in the same way. */
  public static Figure.HeatMap affinityMap(Pooled pooled) {
    return AffinityMaps.of("Mean affinity G", pooled).order(pooled.groups().order());
  }

  /** The label correlations E, in the order of the groups. */
  public static Figure.HeatMap labelCorrelationMap(Result result) {
    return heatMap("Label correlation E", result.labelCorrelation()).order(result.groups().order());
  }

  /** The overlap of training labels, in the order of the groups. */
  public static Figure.HeatMap overlapMap(Result result) {
    return heatMap("Overlap of training labels (Jaccard)", result.overlap())
        .order(result.groups().order())
        .scale(Figure.Scale.FRACTION);
  }

  /** G against E, pair by pair; pairs that cannot be read are faint. */
  public static Figure.Scatter relationScatter(Result result) {
    Figure.Point[] points =
        result.pairs().stream()
            .filter(p -> !Double.isNaN(p.affinity()) && !Double.isNaN(p.labelCorrelation()))
            .map(Figures::pairPoint)
            .toArray(Figure.Point[]::new);
    return scatter(
        "Affinity against label correlation", "label correlation E", "task affinity G", points);
  }

  private static Figure.Point pairPoint(Pair pair) {
    TaskPair tasks = pair(pair.first(), pair.second());
    return pair.reading().readable()
        ? point(tasks, pair.labelCorrelation(), pair.affinity())
        : faintPoint(tasks, pair.labelCorrelation(), pair.affinity());
  }

  /** The overlap of training labels: tasks sized by their labels, joined by their Jaccard index. */
  public static Figure.Network overlapNetwork(Result result) {
    double[] labels = new double[result.overlap().size()];
    Arrays.setAll(labels, t -> result.shared().at(t, t));
    return network("Overlap of training labels", result.overlap(), labels);
  }

  /** Each task's validation loss, epoch by epoch. */
  public static Figure.Curve taskLosses(Result result) {
    return perTask("Validation loss", "loss", result, Epoch::validationLoss);
  }

  /** Each task's own metric on the validation rows, epoch by epoch. */
  public static Figure.Curve taskMetrics(Result result) {
    return perTask("Validation metric", "metric", result, Epoch::metric);
  }

  private static Figure.Curve perTask(
      String title, String y, Result result, Function<Epoch, List<Double>> values) {
    double[] epochs = result.history().stream().mapToDouble(Epoch::number).toArray();
    Figure.Line[] lines = new Figure.Line[result.tasks().size()];
    for (int t = 0; t < lines.length; t++) {
      int task = t;
      double[] curve =
          result.history().stream().mapToDouble(e -> values.apply(e).get(task)).toArray();
      lines[t] = line(result.tasks().get(t).name(), epochs, curve);
    }
    return curve(title, "epoch", y, lines);
  }

  /** Mean training and validation loss, epoch by epoch. */
  public static Figure.Curve lossCurve(Result result) {
    double[] epochs = result.history().stream().mapToDouble(Epoch::number).toArray();
    return curve(
        "Loss, mean over tasks",
        "epoch",
        "loss",
        line(
            "training",
            epochs,
            result.history().stream().mapToDouble(e -> Epoch.mean(e.trainingLoss())).toArray()),
        line(
            "validation",
            epochs,
            result.history().stream().mapToDouble(e -> Epoch.mean(e.validationLoss())).toArray()));
  }
}
