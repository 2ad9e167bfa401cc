package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Curves through the levels of a sweep. Each level's mean over seeds weighs 1 / SE², with the
 * standard errors smoothed over the levels (ln SE linear in o), since that of five values is itself
 * uncertain by a third.
 *
 * <p>Intervals are of a parametric bootstrap: the levels' means are drawn from a multivariate t
 * distribution with S − 1 degrees of freedom and the seeds' own covariance of the mean, so that
 * levels trained under the same seed stay correlated, and every curve is fitted again.
 */
final class SweepFits {
  static final int DRAWS = 500;
  private static final double LN_81 = Math.log(81);

  private final double[] o;
  private final double[][] r;
  private final double[] weights;
  private final Map<Curve, Fit> fits = new EnumMap<>(Curve.class);

  /**
   * Fits every curve.
   *
   * @param o overlap of each level, in (0, 1]
   * @param r [level][seed]
   */
  SweepFits(double[] o, double[][] r) {
    this.o = o;
    this.r = r;
    this.weights = weights(o, r);
    for (Curve curve : Curve.values()) {
      if (o.length > curve.size() + 2) {
        fits.put(curve, Fit.of(curve, o, means(r), weights));
      }
    }
  }

  /** Whether there are levels and seeds enough for all curves. */
  static boolean possible(double[][] r) {
    return r.length > Curve.SIGMOID.size() + 2
        && r[0].length >= 3
        && Arrays.stream(means(r)).noneMatch(Double::isNaN);
  }

  /**
   * Adds place, width and height of the curves, and how they compare.
   *
   * @param of what is fitted and over which axis, to stand behind each key; empty or from a comma
   *     on
   */
  void addTo(Findings found, String of) {
    List<Map<Curve, Fit>> drawn = Arrays.stream(drawn()).parallel().map(this::again).toList();
    add(found, "inflection x0 in percent" + of, Curve.SIGMOID, p -> p[2], drawn);
    add(found, "10-90 % width in points" + of, Curve.SIGMOID, p -> LN_81 / p[1], drawn);
    add(found, "half height α0" + of, Curve.SATURATING, p -> p[1], drawn);
    found.add("R² of equation 5" + of, fits.get(Curve.SIGMOID).r2(), o.length);
    found.add("R² of equation 7" + of, fits.get(Curve.SATURATING).r2(), o.length);
    compare(found, of, drawn);
    found.remark(comparison(of));
  }

  private void add(
      Findings found,
      String key,
      Curve curve,
      java.util.function.ToDoubleFunction<double[]> value,
      List<Map<Curve, Fit>> drawn) {
    double[] each =
        drawn.stream()
            .mapToDouble(fitted -> value.applyAsDouble(fitted.get(curve).parameters()))
            .sorted()
            .toArray();
    found.add(spanned(key, value.applyAsDouble(fits.get(curve).parameters()), each));
  }

  /** Every curve once more, through other means of the levels. */
  private Map<Curve, Fit> again(double[] y) {
    Map<Curve, Fit> fitted = new EnumMap<>(Curve.class);
    fits.keySet().forEach(curve -> fitted.put(curve, Fit.of(curve, o, y, weights, 2)));
    return fitted;
  }

  /** AICc of a sharp step, and of equation 7, above that of the best curve without a threshold. */
  private void compare(Findings found, String of, List<Map<Curve, Fit>> drawn) {
    Map<Curve, Fit> measured = again(means(r));
    for (Curve curve : List.of(Curve.STEP, Curve.SATURATING)) {
      double[] each = drawn.stream().mapToDouble(fitted -> above(curve, fitted)).sorted().toArray();
      found.add(
          spanned(
              "AICc of " + curve.said() + " above the best smooth curve" + of,
              above(curve, measured),
              each));
    }
  }

  private static double above(Curve curve, Map<Curve, Fit> fitted) {
    double best =
        fitted.values().stream()
            .filter(fit -> fit.curve() != Curve.STEP && fit.curve() != curve)
            .mapToDouble(Fit::aicc)
            .min()
            .orElse(Double.NaN);
    return fitted.get(curve).aicc() - best;
  }

  private Finding spanned(String key, double value, double[] sorted) {
    double low = sorted[(int) Math.floor(.025 * (sorted.length - 1))];
    double high = sorted[(int) Math.ceil(.975 * (sorted.length - 1))];
    return Finding.of(key, value, 0).and(new Span(Over.DRAWS, r[0].length, low, high));
  }

  /** {@code ΔAICc: line 0, …; on a bound: L of equation 5}. */
  private String comparison(String of) {
    double best = fits.values().stream().mapToDouble(Fit::aicc).min().orElseThrow();
    String compared =
        fits.values().stream()
            .sorted(Comparator.comparingDouble(Fit::aicc))
            .map(f -> String.format(Locale.ROOT, "%s %.1f", f.curve().said(), f.aicc() - best))
            .collect(Collectors.joining(", "));
    List<String> bounds = new ArrayList<>();
    fits.values()
        .forEach(
            f ->
                f.atBounds()
                    .forEach(i -> bounds.add("parameter " + (i + 1) + " of " + f.curve().said())));
    return "AICc above the best curve"
        + of
        + ": "
        + compared
        + (bounds.isEmpty()
            ? "."
            : ". On a bound, so without a meaning of its own: " + String.join(", ", bounds) + ".");
  }

  static double[] means(double[][] r) {
    return Arrays.stream(r)
        .mapToDouble(
            each -> Arrays.stream(each).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN))
        .toArray();
  }

  /** 1 / SE², ln SE on a line over o. */
  static double[] weights(double[] o, double[][] r) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < o.length; i++) {
      double error = Seeds.deviation(r[i]) / Math.sqrt(r[i].length);
      if (error > 0) {
        line.addData(o[i], Math.log(error));
      }
    }
    return Arrays.stream(o).map(x -> Math.exp(-2 * line.predict(x))).toArray();
  }

  private double[][] drawn() {
    int seeds = r[0].length;
    double[] mean = means(r);
    Random random = new Random(42);
    return IntStream.range(0, DRAWS)
        .mapToObj(
            b -> {
              double[] w =
                  IntStream.range(0, seeds).mapToDouble(s -> random.nextGaussian()).toArray();
              double chi =
                  IntStream.range(1, seeds)
                      .mapToDouble(s -> Math.pow(random.nextGaussian(), 2))
                      .sum();
              double factor = Math.sqrt((seeds - 1) / chi / seeds / (seeds - 1));
              return moved(mean, w, factor);
            })
        .toArray(double[][]::new);
  }

  /** The mean, moved by a random combination of the seeds' deviations. */
  private double[] moved(double[] mean, double[] w, double factor) {
    double[] y = mean.clone();
    for (int i = 0; i < y.length; i++) {
      for (int s = 0; s < w.length; s++) {
        y[i] += factor * w[s] * (r[i][s] - mean[i]);
      }
    }
    return y;
  }
}
