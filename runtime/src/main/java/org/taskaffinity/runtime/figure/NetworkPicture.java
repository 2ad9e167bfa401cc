package org.taskaffinity.runtime.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figure;

/** Tasks as dots, the more alike the nearer, joined by lines. */
final class NetworkPicture {
  /** Beyond so many tasks their names are left out. */
  static final int WITH_NAMES = 60;

  private static final double TOP = 40;
  private static final double HEIGHT = 330;
  private static final double SIDE = 70;

  /** Radius of the largest dot among few. */
  private static final double LARGEST = 15;

  private static final double THICKEST = 7;

  /** Beyond so many joins the weakest are left out. */
  private static final int MOST_JOINS = 4000;

  private final Canvas canvas;
  private final Figure.Network figure;
  private final List<String> tasks;
  private final Parts parts;

  /** Two tasks and their weight. */
  record Join(int a, int b, double weight) {
    String said(List<String> tasks) {
      return tasks.get(a) + " – " + tasks.get(b) + ": " + Numbers.shown(weight, 3);
    }
  }

  /**
   * What is drawn, and where.
   *
   * @param places [K][2], the middle of each task
   * @param joins from the weakest, so that strong ones lie above
   * @param left joins that are too many to be drawn
   */
  record Parts(Figure.Network figure, double[][] places, List<Join> joins, int left) {
    double largestSize() {
      return figure.sizes().stream().filter(Double::isFinite).reduce(0.0, Math::max);
    }

    double largestRadius() {
      return Math.min(LARGEST, 55 / Math.sqrt(Math.max(1, places.length)));
    }

    double radius(int task) {
      double size = figure.sizes().get(task);
      boolean sized = size > 0 && Double.isFinite(size);
      return Math.max(2.5, sized ? largestRadius() * Math.sqrt(size / largestSize()) : 0);
    }

    String said(int task) {
      return figure.weights().tasks().get(task) + ": " + number(figure.sizes().get(task));
    }

    String number(double size) {
      return Numbers.shown(size, size == Math.rint(size) ? 0 : 3);
    }
  }

  private NetworkPicture(Figure.Network figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    tasks = figure.weights().tasks();
    parts = parts(figure);
  }

  static Drawing draw(Figure.Network figure) {
    return new NetworkPicture(figure).drawn();
  }

  static Parts parts(Figure.Network figure) {
    List<Join> joins = joins(figure);
    int left = Math.max(0, joins.size() - MOST_JOINS);
    double[][] places = spread(NetworkLayout.of(figure.weights()));
    return new Parts(figure, places, joins.subList(left, joins.size()), left);
  }

  private static List<Join> joins(Figure.Network figure) {
    int k = figure.weights().size();
    return IntStream.range(0, k)
        .boxed()
        .flatMap(
            a -> IntStream.range(a + 1, k).mapToObj(b -> new Join(a, b, figure.weights().at(a, b))))
        .filter(j -> j.weight() > 0 && j.weight() >= figure.least())
        .sorted(Comparator.comparingDouble(Join::weight))
        .toList();
  }

  /** The places, stretched to fill the picture. */
  private static double[][] spread(double[][] raw) {
    Ruler x = filled(raw, 0, SIDE, Frame.WIDTH - SIDE);
    Ruler y = filled(raw, 1, TOP + LARGEST, TOP + HEIGHT - LARGEST);
    return Stream.of(raw).map(p -> new double[] {x.at(p[0]), y.at(p[1])}).toArray(double[][]::new);
  }

  private static Ruler filled(double[][] raw, int axis, double from, double to) {
    var range = Stream.of(raw).mapToDouble(p -> p[axis]).summaryStatistics();
    return range.getCount() < 2 || range.getMax() - range.getMin() < 1e-6
        ? Ruler.around(Stream.of(raw).mapToDouble(p -> p[axis]), from, to)
        : new Ruler(range.getMin(), range.getMax(), 1, from, to);
  }

  static double thickness(double weight) {
    return Math.max(0.4, THICKEST * Math.min(1, weight) * Math.min(1, weight));
  }

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    parts.joins().forEach(this::drawJoin);
    for (int i = 0; i < tasks.size(); i++) {
      double[] at = parts.places()[i];
      canvas.add(new Mark.Dot("s0", 1, at[0], at[1], parts.radius(i), parts.said(i)));
    }
    if (tasks.size() <= WITH_NAMES) {
      drawNames();
    }
    double bottom = drawKey();
    String left = parts.left() > 0 ? "; " + parts.left() + " weaker ones are left out" : "";
    String said = tasks.size() + " tasks, " + parts.joins().size() + " joins" + left + ".";
    return canvas.drawing(Frame.WIDTH, bottom, said);
  }

  private void drawJoin(Join join) {
    double[] a = parts.places()[join.a()];
    double[] b = parts.places()[join.b()];
    Trace trace = new Trace().to(a[0], a[1]).to(b[0], b[1]);
    canvas.add(new Mark.Line("join", trace, "", thickness(join.weight()), join.said(tasks)));
  }

  private void drawNames() {
    NamePlaces names = new NamePlaces(Frame.WIDTH, TOP - 14, TOP + HEIGHT + 14);
    for (int i = 0; i < tasks.size(); i++) {
      names.takeDot(parts.places()[i][0], parts.places()[i][1], parts.radius(i));
    }
    List<String> shown = Text.fitted(tasks, 120, 11);
    for (int i = 0; i < tasks.size(); i++) {
      double middle = parts.places()[i][0];
      String name = shown.get(i);
      double width = Text.width(name, 11);
      Mark.Place at = names.find(middle, parts.places()[i][1], parts.radius(i), width, 13);
      boolean left = at.x() + width < middle;
      boolean right = at.x() > middle;
      String anchor = left ? "name end" : right ? "name" : "name mid";
      double x = left ? at.x() + width : right ? at.x() : at.x() + width / 2;
      canvas.label(name, tasks.get(i), anchor, 11, x, at.y() + 10.5, 0);
    }
  }

  /** What thickness and size mean; the height of the figure. */
  private double drawKey() {
    double y = TOP + HEIGHT + 30;
    double x = 14;
    for (double weight : new double[] {0.25, 0.5, 1}) {
      Trace sample = new Trace().to(x, y - 4).to(x + 26, y - 4);
      canvas.add(new Mark.Line("join", sample, "", thickness(weight), ""));
      canvas.text(Numbers.shown(weight, 2), "quiet", x + 32, y);
      x += 74;
    }
    if (parts.largestSize() > 0) {
      double radius = parts.largestRadius();
      canvas.add(new Mark.Dot("s0", 1, x + radius, y - 4, radius, ""));
      canvas.text(parts.number(parts.largestSize()), "quiet", x + 2 * radius + 6, y);
    }
    return y + 16;
  }
}
