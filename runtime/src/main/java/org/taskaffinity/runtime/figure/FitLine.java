package org.taskaffinity.runtime.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.TaskPair;
import org.taskaffinity.runtime.stats.LineOverTasks;
import org.taskaffinity.runtime.stats.LinearFit;

/**
 * The least-squares line of a scatter, with a 95 % band. Where every point is about two tasks the
 * band is over tasks, for pairs that share a task depend on one another; where none is, it treats
 * the points as independent; otherwise there is no band.
 */
final class FitLine {
  private static final int PIECES = 40;

  private final LinearFit fit;
  private final double low;
  private final double high;
  private final Band band;

  /**
   * @param over what the interval is over, as the legend says it; empty where there is no band
   */
  private record Band(String over, DoubleFunction<Interval> at) {
    static final Band NONE = new Band("", x -> null);
  }

  private FitLine(LinearFit fit, double low, double high, Band band) {
    this.fit = fit;
    this.low = low;
    this.high = high;
    this.band = band;
  }

  /** The line needs three points and two different x; without them it is empty. */
  static Optional<FitLine> through(List<Figure.Point> points) {
    double[] x = points.stream().mapToDouble(Figure.Point::x).toArray();
    double[] y = points.stream().mapToDouble(Figure.Point::y).toArray();
    var range = Arrays.stream(x).summaryStatistics();
    if (x.length < 3 || !(range.getMin() < range.getMax())) {
      return Optional.empty();
    }
    LinearFit fit = LinearFit.of(x, y);
    return Optional.of(new FitLine(fit, range.getMin(), range.getMax(), band(fit, points, x, y)));
  }

  private static Band band(LinearFit fit, List<Figure.Point> points, double[] x, double[] y) {
    List<TaskPair> pairs = points.stream().flatMap(p -> p.pair().stream()).toList();
    if (pairs.isEmpty()) {
      return new Band("95 % interval of the line, points independent", fit::band);
    }
    if (pairs.size() < points.size()) {
      return Band.NONE;
    }
    Map<String, Integer> tasks = new HashMap<>();
    int[] first = pairs.stream().mapToInt(p -> index(tasks, p.first())).toArray();
    int[] second = pairs.stream().mapToInt(p -> index(tasks, p.second())).toArray();
    return LineOverTasks.of(fit, x, y, first, second, tasks.size())
        .map(line -> new Band("95 % interval of the line over tasks (jackknife)", line::band))
        .orElse(Band.NONE);
  }

  private static int index(Map<String, Integer> tasks, String task) {
    return tasks.computeIfAbsent(task, t -> tasks.size());
  }

  /** What the band is an interval over; empty where there is none. */
  String over() {
    return band.over();
  }

  /** Places along x where the band is drawn, from the least to the largest x. */
  double[] places() {
    return IntStream.rangeClosed(0, PIECES)
        .mapToDouble(i -> low + (high - low) * i / PIECES)
        .toArray();
  }

  double[] lower() {
    return Arrays.stream(places()).map(x -> band.at().apply(x).low()).toArray();
  }

  double[] upper() {
    return Arrays.stream(places()).map(x -> band.at().apply(x).high()).toArray();
  }

  /** Both ends of the line: x, and y. */
  double[][] ends() {
    return new double[][] {{low, high}, {fit.at(low), fit.at(high)}};
  }

  boolean falling() {
    return fit.slope() < 0;
  }

  /** Pearson's r of the points, as it is shown. */
  String correlation() {
    return "r = " + Numbers.shown(Math.signum(fit.slope()) * Math.sqrt(Math.max(0, fit.r2())), 3);
  }

  /** For the description. */
  String words() {
    String slope = "; " + correlation() + ", the line has slope " + Numbers.shown(fit.slope(), 3);
    return slope + (over().isEmpty() ? "" : "; band: " + over());
  }
}
