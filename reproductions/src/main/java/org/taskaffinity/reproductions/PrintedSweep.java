package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The paper's own ten points of Table 7, in the table's order and in that of Figure 2B, where 40 %
 * and 50 % are exchanged; the paper's remark that the curve is not monotone fits the table. The
 * points carry no standard errors, so all weigh the same.
 */
final class PrintedSweep {
  /** In percent. */
  static final double[] LEVELS = IntStream.rangeClosed(1, 10).mapToDouble(i -> 10.0 * i).toArray();

  private PrintedSweep() {}

  /** r at each level, as the table prints it. */
  static double[] table() {
    Map<String, Paper.Number> paper = Paper.of("table-7");
    return Arrays.stream(LEVELS)
        .map(level -> paper.get("r at " + (int) level + " %").value())
        .toArray();
  }

  /** The same as Figure 2B draws them. */
  static double[] figure() {
    double[] drawn = table();
    double fourth = drawn[3];
    drawn[3] = drawn[4];
    drawn[4] = fourth;
    return drawn;
  }

  static void addTo(Findings found) {
    double[] o = Arrays.stream(LEVELS).map(level -> level / 100).toArray();
    double[] even = new double[o.length];
    Arrays.fill(even, 1);
    // The code's only start leads to a local optimum there: a steeper curve fits better.
    double[] start = Curve.SIGMOID.starts().get(0);
    Fit local = Fit.from(start, Curve.SIGMOID, o, figure(), even).orElseThrow();
    String from = ", the paper's points as Figure 2B has them, from the code's start";
    found.exact("inflection x0 in percent" + from, local.parameters()[2], 10);
    found.exact("R² of equation 5" + from, local.r2(), 10);
    for (boolean figure : new boolean[] {false, true}) {
      String of = figure ? ", the paper's points as Figure 2B has them" : ", the paper's points";
      double[] r = figure ? figure() : table();
      Fit sigmoid = Fit.of(Curve.SIGMOID, o, r);
      Fit saturating = Fit.of(Curve.SATURATING, o, r);
      found.exact("inflection x0 in percent" + of, sigmoid.parameters()[2], 10);
      found.exact("R² of equation 5" + of, sigmoid.r2(), 10);
      found.exact("half height α0" + of, saturating.parameters()[1], 10);
      found.exact("R² of equation 7" + of, saturating.r2(), 10);
    }
  }
}
