package org.taskaffinity.runtime.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.runtime.random.Stream;
import org.taskaffinity.runtime.stats.Fisher.Resampled;

/**
 * 95 % intervals for the correlation of two task matrices, such as affinity G and label correlation
 * E, over one source of chance or two: the compounds, the training steps, the seeds, the tasks.
 *
 * <p>All are tanh(z ± t · s) around z = artanh of the correlation as measured. The bootstrap gives
 * s, not the ends. Its percentiles would mislead: compounds drawn again make E noisier than it is,
 * which pulls every replicate towards 0, so that percentile intervals, bias-corrected ones too, can
 * exclude the value they are meant for. Pairs are never resampled, since those that share a task
 * are not independent.
 *
 * <p>The interval over molecules is for the correlation that N compounds give on average. E on
 * infinitely many would be free of noise and correlate more strongly: see {@link Attenuation}.
 */
public final class Intervals {
  private Intervals() {}

  /**
   * How the correlation would vary with other compounds, G held as it is.
   *
   * @param g [K][K], symmetric
   * @param molecules labels to draw E from
   * @return s from the replicates, t that of the normal distribution; units count compounds
   */
  public static Interval overMolecules(
      double[][] g, MoleculeBootstrap molecules, Correlation method) {
    double[] replicates = new double[molecules.replicates()];
    molecules.forEach((e, r) -> replicates[r] = z(g, e, method));
    return bootstrap(
        z(g, molecules.observed(), method),
        replicates,
        new Resampled(
            "molecules",
            "molecules resampled, G fixed; normal on Fisher's z",
            molecules.molecules()));
  }

  /**
   * How the correlation would vary with other compounds to measure E on and other steps to average
   * G over, each drawn in every replicate.
   *
   * @param captures G's of one training
   * @param molecules labels to draw E from
   * @return as from {@link #overMolecules}
   */
  public static Interval overMoleculesAndSteps(
      CaptureBootstrap captures, MoleculeBootstrap molecules, Correlation method) {
    Stream stream = molecules.seeds().stream("bootstrap/steps");
    double[] replicates = new double[molecules.replicates()];
    molecules.forEach((e, r) -> replicates[r] = z(captures.draw(stream), e, method));
    return bootstrap(
        z(captures.mean(), molecules.observed(), method),
        replicates,
        new Resampled(
            "molecules",
            "molecules resampled, G in blocks of "
                + captures.blockLength()
                + " captured steps; normal on Fisher's z",
            molecules.molecules()));
  }

  /**
   * How the mean correlation (mean on Fisher's z) would vary with other seeds.
   *
   * <p>A few seeds are too few to resample: the 3 different values of 3 seeds cannot show how far a
   * fourth may lie. Student's t can.
   *
   * @param g [S][K][K]: one matrix a seed, S ≥ 2
   * @param e [K][K]
   * @return s = standard error of the mean, t with S − 1 degrees of freedom; units count seeds
   */
  public static Interval overSeeds(double[][][] g, double[][] e, Correlation method) {
    checkSeeds(g);
    double[] z = new double[g.length];
    Arrays.setAll(z, s -> z(g[s], e, method));
    double error = Math.sqrt(Moments.squares(z) / (z.length - 1) / z.length);
    Resampled what = new Resampled("seeds", "seeds; Student's t on Fisher's z", z.length);
    return Double.isNaN(error)
        ? Fisher.unknown(what)
        : Fisher.interval(Moments.mean(z), error, z.length - 1, what, z.length);
  }

  /**
   * How the mean correlation (mean on Fisher's z) would vary with other seeds and other compounds.
   * The two variances add; t has Welch's degrees of freedom.
   *
   * @param g [S][K][K]: one matrix a seed, S ≥ 2
   * @param molecules labels to draw E from
   * @return units count seeds
   */
  public static Interval overSeedsAndMolecules(
      double[][][] g, MoleculeBootstrap molecules, Correlation method) {
    checkSeeds(g);
    double[][] observed = molecules.observed();
    double[] z = new double[g.length];
    Arrays.setAll(z, s -> z(g[s], observed, method));
    double[] replicates = new double[molecules.replicates()];
    molecules.forEach(
        (e, r) -> {
          double[] each = new double[g.length];
          Arrays.setAll(each, s -> z(g[s], e, method));
          replicates[r] = Moments.mean(each);
        });
    double[] defined = defined(replicates);
    double ofSeeds = Moments.squares(z) / (z.length - 1) / z.length;
    double ofMolecules = Moments.squares(defined) / (defined.length - 1);
    double both = ofSeeds + ofMolecules;
    Resampled what =
        new Resampled("seeds", "seeds, and molecules resampled; Welch's t on Fisher's z", z.length);
    if (Double.isNaN(both) || defined.length < 2) {
      return Fisher.unknown(what);
    }
    double freedom =
        ofSeeds == 0
            ? Double.POSITIVE_INFINITY
            : both * both / (ofSeeds * ofSeeds / (z.length - 1));
    return Fisher.interval(Moments.mean(z), Math.sqrt(both), freedom, what, defined.length);
  }

  /**
   * How the correlation of the <em>mean</em> matrices would vary with other seeds: each seed in
   * turn is left out of both means (the jackknife, on Fisher's z).
   *
   * <pre>
   *   s² = (S − 1) / S · Σ_s (z_(s) − z̄)²
   * </pre>
   *
   * @param g [S][K][K]: one matrix a seed, S ≥ 2
   * @param e [S][K][K]: the other matrix under the same seed
   * @return around the correlation of the means; t with S − 1 degrees of freedom; units count seeds
   */
  public static Interval overSeedsOfMean(double[][][] g, double[][][] e, Correlation method) {
    checkSeeds(g);
    int seeds = g.length;
    double[] without = new double[seeds];
    Arrays.setAll(without, s -> z(meanWithout(g, s), meanWithout(e, s), method));
    double error = Math.sqrt((seeds - 1.0) / seeds * Moments.squares(without));
    Resampled what =
        new Resampled(
            "seeds", "seeds left out one by one; jackknife, Student's t on Fisher's z", seeds);
    double z = z(meanWithout(g, -1), meanWithout(e, -1), method);
    return Double.isNaN(error + z)
        ? Fisher.unknown(what)
        : Fisher.interval(z, error, seeds - 1, what, seeds);
  }

  /**
   * How the difference of two correlations of mean matrices would vary with other seeds: each seed
   * in turn is left out of all means (the jackknife, on the difference itself).
   *
   * @param g [S][K][K]: one matrix a seed
   * @param e [S][K][K]: what g is correlated with
   * @param otherG [S][K][K]: of the same seeds under another condition
   * @param otherE [S][K][K]: what otherG is correlated with
   * @return around r(g, e) − r(otherG, otherE); t with S − 1 degrees of freedom; without ends for
   *     one seed
   */
  public static Interval overSeedsOfDifference(
      double[][][] g,
      double[][][] e,
      double[][][] otherG,
      double[][][] otherE,
      Correlation method) {
    int seeds = g.length;
    Resampled what =
        new Resampled("seeds", "seeds left out one by one; jackknife, Student's t", seeds);
    if (seeds < 2) {
      return Fisher.unknown(what);
    }
    IntToDoubleFunction difference =
        left ->
            Pairs.of(meanWithout(g, left), meanWithout(e, left)).correlation(method)
                - Pairs.of(meanWithout(otherG, left), meanWithout(otherE, left))
                    .correlation(method);
    double[] without = IntStream.range(0, seeds).mapToDouble(difference).toArray();
    double error = Math.sqrt((seeds - 1.0) / seeds * Moments.squares(without));
    double all = difference.applyAsDouble(-1);
    double half = Fisher.quantile(seeds - 1) * error;
    return Double.isNaN(all + half)
        ? Fisher.unknown(what)
        : new Interval(
            all - half, all + half, Fisher.LEVEL, what.over(), what.method(), seeds, seeds);
  }

  /** The mean over all seeds but one, entry by entry; NaNs are skipped. */
  private static double[][] meanWithout(double[][][] each, int left) {
    int k = each[0].length;
    double[][] mean = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        int count = 0;
        for (int s = 0; s < each.length; s++) {
          boolean defined = s != left && !Double.isNaN(each[s][i][j]);
          sum += defined ? each[s][i][j] : 0;
          count += defined ? 1 : 0;
        }
        mean[i][j] = count == 0 ? Double.NaN : sum / count;
      }
    }
    return mean;
  }

  /**
   * How the correlation would vary with other tasks of the same kind: each task in turn is left out
   * (the jackknife, on Fisher's z).
   *
   * <pre>
   *   s² = (K − 1) / K · Σ_k (z_(k) − z̄)²
   * </pre>
   *
   * @param g [K][K], symmetric, K ≥ 4
   * @param e [K][K], symmetric
   * @return t with K − 1 degrees of freedom; units count tasks
   */
  public static Interval overTasks(double[][] g, double[][] e, Correlation method) {
    if (g.length < 4) {
      throw new IllegalArgumentException(
          "Leaving out one of "
              + g.length
              + " tasks leaves too few pairs; an interval over tasks needs at least 4 tasks.");
    }
    int k = g.length;
    double[] without = new double[k];
    Arrays.setAll(without, task -> z(without(g, task), without(e, task), method));
    double error = Math.sqrt((k - 1.0) / k * Moments.squares(without));
    Resampled what =
        new Resampled(
            "tasks", "tasks left out one by one; jackknife, Student's t on Fisher's z", k);
    double z = z(g, e, method);
    return Double.isNaN(error + z)
        ? Fisher.unknown(what)
        : Fisher.interval(z, error, k - 1, what, k);
  }

  static double z(double[][] g, double[][] e, Correlation method) {
    return Fisher.z(Pairs.of(g, e).correlation(method));
  }

  private static Interval bootstrap(double z, double[] replicates, Resampled what) {
    double[] defined = defined(replicates);
    if (Double.isNaN(z) || defined.length < 2) {
      return Fisher.unknown(what);
    }
    double error = Math.sqrt(Moments.squares(defined) / (defined.length - 1));
    return Fisher.interval(z, error, Double.POSITIVE_INFINITY, what, defined.length);
  }

  private static double[] defined(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  private static double[][] without(double[][] matrix, int task) {
    int k = matrix.length;
    double[][] rest = new double[k - 1][k - 1];
    for (int i = 0; i < k - 1; i++) {
      for (int j = 0; j < k - 1; j++) {
        rest[i][j] = matrix[i < task ? i : i + 1][j < task ? j : j + 1];
      }
    }
    return rest;
  }

  private static void checkSeeds(double[][][] g) {
    if (g.length < 2) {
      throw new IllegalArgumentException(
          "An interval over seeds needs at least 2 of them, not "
              + g.length
              + ". Run the experiment under more seeds.");
    }
  }
}
