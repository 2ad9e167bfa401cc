package org.taskaffinity.runtime.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.TaskMatrix;

/** Tasks as dots, the more alike the nearer, joined by lines. */
final class NetworkPicture {
  private static final double TOP = 40;
  private static final double HEIGHT = 330;
  private static final double SIDE = 70;

  /** Radius of the largest dot among few. */
  private static final double LARGEST = 15;

  private static final double THICKEST = 7;

  /** Beyond so many tasks their names are left out. */
  private static final int WITH_NAMES = 60;

  /** Beyond so many joins the weakest are left out. */
  private static final int MOST_JOINS = 4000;

  private final Canvas canvas;
  private final Figure.Network figure;
  private final TaskMatrix weights;
  private final double[][] places;
  private final double largest;

  /** Two tasks and their weight. */
  private record Join(int a, int b, double weight) {}

  private NetworkPicture(Figure.Network figure) {
    canvas = new Canvas(figure.title());
    this.figure = figure;
    weights = figure.weights();
    places = spread(NetworkLayout.of(weights));
    largest = figure.sizes().stream().filter(Double::isFinite).reduce(0.0, Math::max);
  }

  static Drawing draw(Figure.Network figure) {
    return new NetworkPicture(figure).drawn();
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

  private Drawing drawn() {
    canvas.heading(Frame.WIDTH);
    List<Join> joins = joins();
    List<Join> shown = joins.subList(Math.max(0, joins.size() - MOST_JOINS), joins.size());
    shown.forEach(this::drawJoin);
    for (int i = 0; i < weights.size(); i++) {
      canvas.add(new Mark.Dot("s0", 1, places[i][0], places[i][1], radius(i), said(i)));
    }
    if (weights.size() <= WITH_NAMES) {
      drawNames();
    }
    double bottom = drawKey();
    String left = shown.size() < joins.size() ? ", the strongest of " + joins.size() : "";
    String said = weights.size() + " tasks, " + shown.size() + " joins" + left + ".";
    return canvas.drawing(Frame.WIDTH, bottom, said);
  }

  /** From the weakest, so that strong ones lie above. */
  private List<Join> joins() {
    return IntStream.range(0, weights.size())
        .boxed()
        .flatMap(
            a ->
                IntStream.range(a + 1, weights.size())
                    .mapToObj(b -> new Join(a, b, weights.at(a, b))))
        .filter(j -> j.weight() > 0 && j.weight() >= figure.least())
        .sorted(Comparator.comparingDouble(Join::weight))
        .toList();
  }

  private void drawJoin(Join join) {
    double[] a = places[join.a()];
    double[] b = places[join.b()];
    Trace trace = new Trace().to(a[0], a[1]).to(b[0], b[1]);
    String pair = weights.tasks().get(join.a()) + " – " + weights.tasks().get(join.b());
    String said = pair + ": " + Numbers.shown(join.weight(), 3);
    canvas.add(new Mark.Line("join", trace, "", thickness(join.weight()), said));
  }

  private static double thickness(double weight) {
    return Math.max(0.4, THICKEST * Math.min(1, weight) * Math.min(1, weight));
  }

  private double largestRadius() {
    return Math.min(LARGEST, 55 / Math.sqrt(Math.max(1, weights.size())));
  }

  private double radius(int task) {
    double size = figure.sizes().get(task);
    double share = largest > 0 && size > 0 ? Math.min(1, size / largest) : 0;
    return Math.max(2.5, largestRadius() * Math.sqrt(share));
  }

  private String said(int task) {
    double size = figure.sizes().get(task);
    return weights.tasks().get(task) + ": " + Numbers.shown(size, size == Math.rint(size) ? 0 : 3);
  }

  private void drawNames() {
    NamePlaces names = new NamePlaces(Frame.WIDTH, TOP - 14, TOP + HEIGHT + 14);
    for (int i = 0; i < weights.size(); i++) {
      names.takeDot(places[i][0], places[i][1], radius(i));
    }
    for (int i = 0; i < weights.size(); i++) {
      String task = weights.tasks().get(i);
      String name = Text.fitted(task, 120, 11);
      double width = Text.width(name, 11);
      Mark.Place at = names.find(places[i][0], places[i][1], radius(i), width, 13);
      boolean left = at.x() + width < places[i][0];
      boolean right = at.x() > places[i][0];
      String anchor = left ? "end" : right ? "" : "mid";
      double x = left ? at.x() + width : right ? at.x() : at.x() + width / 2;
      canvas.label(name, task, "name " + anchor, 11, x, at.y() + 10.5, 0);
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
    if (largest > 0) {
      double radius = largestRadius();
      canvas.add(new Mark.Dot("s0", 1, x + radius, y - 4, radius, ""));
      String most = Numbers.shown(largest, largest == Math.rint(largest) ? 0 : 2);
      canvas.text(most, "quiet", x + 2 * radius + 6, y);
    }
    return y + 16;
  }
}
