package org.taskaffinity.runtime.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.stats.CaptureBootstrap;
import org.taskaffinity.runtime.stats.Correlation;
import org.taskaffinity.runtime.stats.Intervals;
import org.taskaffinity.runtime.stats.Mantel;
import org.taskaffinity.runtime.stats.MoleculeBootstrap;
import org.taskaffinity.runtime.stats.Relations;
import org.taskaffinity.runtime.stats.Scale;

/** Relates affinities and label correlations, with intervals. */
public final class Relating {
  private Relating() {}

  /** Any two matrices, with an interval over tasks. */
  public static Relation matrices(double[][] one, double[][] other, Seeds seeds) {
    return relation(one, other, seeds, method -> overTasks(one, other, method));
  }

  private static List<Interval> overTasks(double[][] g, double[][] e, Correlation method) {
    return g.length < 4 ? List.of() : List.of(Intervals.overTasks(g, e, method));
  }

  /** G of one training. */
  static Relation oneTraining(
      double[][] g,
      double[][] e,
      CaptureBootstrap captures,
      MoleculeBootstrap molecules,
      Seeds seeds) {
    return relation(
        g,
        e,
        seeds,
        method -> {
          List<Interval> intervals = new ArrayList<>();
          intervals.add(Intervals.overMoleculesAndSteps(captures, molecules, method));
          intervals.addAll(overTasks(g, e, method));
          return intervals;
        });
  }

  /** The mean G of several trainings that differ in their seed. */
  static Relation severalSeeds(double[][][] g, double[][][] eachE, Seeds seeds) {
    double[][] mean = mean(g);
    double[][] e = mean(eachE);
    return relation(
        mean,
        e,
        seeds,
        method -> {
          List<Interval> intervals = new ArrayList<>();
          intervals.add(Intervals.overSeedsOfMean(g, eachE, method));
          intervals.addAll(overTasks(mean, e, method));
          return intervals;
        });
  }

  /** Fewer where there are very many pairs, so that the test stays a matter of seconds. */
  private static int permutations(int tasks) {
    return tasks > 100 ? 999 : Mantel.PERMUTATIONS;
  }

  private static Relation relation(
      double[][] g, double[][] e, Seeds seeds, Function<Correlation, List<Interval>> intervals) {
    return Relations.between(g, e, permutations(g.length), seeds, intervals);
  }

  /** The mean of matrices, entry by entry; NaNs are skipped. */
  public static double[][] mean(double[][][] each) {
    return entries(each, values -> Arrays.stream(values).average().orElse(Double.NaN));
  }

  /** The sample standard deviation of matrices, entry by entry; NaN for fewer than two. */
  static double[][] deviation(double[][][] each) {
    return entries(
        each,
        values -> {
          int exponent = Scale.exponent(values);
          double[] scaled = Scale.down(values, exponent);
          double mean = Arrays.stream(scaled).average().orElse(Double.NaN);
          double squares = Arrays.stream(scaled).map(v -> (v - mean) * (v - mean)).sum();
          return values.length < 2
              ? Double.NaN
              : Math.scalb(Math.sqrt(squares / (values.length - 1)), exponent);
        });
  }

  private interface OfEntries {
    double of(double[] values);
  }

  private static double[][] entries(double[][][] each, OfEntries what) {
    int k = each[0].length;
    double[][] out = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        int row = i;
        int column = j;
        out[i][j] =
            what.of(
                Arrays.stream(each)
                    .mapToDouble(m -> m[row][column])
                    .filter(v -> !Double.isNaN(v))
                    .toArray());
      }
    }
    return out;
  }
}
