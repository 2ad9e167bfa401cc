package org.taskaffinity.runtime.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.stats.Correlation;
import org.taskaffinity.runtime.stats.Intervals;
import org.taskaffinity.runtime.stats.PairPrecision;

/** Compares results of real labels with those of a control. */
public final class Contrasting {
  private final Function<Result, Captured> captures;

  private Contrasting(Function<Result, Captured> captures) {
    this.captures = captures;
  }

  /**
   * One contrast for every condition with a control.
   *
   * @param captures reads the captured steps of a result; asked where there is one seed
   * @throws PlanException if a control has no results of real labels to compare with, or there is
   *     no control
   */
  public static List<Contrast> of(Results results, Function<Result, Captured> captures) {
    Map<Experiment, List<Result>> groups = Results.alikeButForSeed(results.each());
    List<Contrast> contrasts = new ArrayList<>();
    Contrasting contrasting = new Contrasting(captures);
    groups.forEach(
        (experiment, controlled) -> {
          if (!experiment.control().equals(Mtl.noControl())) {
            List<Result> real = groups.get(experiment.control(Mtl.noControl()));
            contrasts.add(contrasting.contrast(experiment, real, controlled));
          }
        });
    if (contrasts.isEmpty()) {
      throw new PlanException(
          "No result has a control to compare with.\n  write: .over(noControl(), shuffledRows())");
    }
    return contrasts;
  }

  /** The same where there are results of real labels and of a control; otherwise empty. */
  public static List<Contrast> possible(Results results, Function<Result, Captured> captures) {
    boolean paired =
        results.stream()
            .filter(r -> !r.experiment().control().equals(Mtl.noControl()))
            .allMatch(r -> results.stream().anyMatch(other -> realOf(r, other)));
    boolean controlled =
        results.stream().anyMatch(r -> !r.experiment().control().equals(Mtl.noControl()));
    return paired && controlled ? of(results, captures) : List.of();
  }

  private static boolean realOf(Result controlled, Result other) {
    return other.experiment().equals(controlled.experiment().control(Mtl.noControl()));
  }

  private Contrast contrast(Experiment controlled, List<Result> real, List<Result> control) {
    List<Long> seeds =
        real == null
            ? List.of()
            : seeds(real).stream().filter(seed -> seeds(control).contains(seed)).toList();
    if (seeds.isEmpty()) {
      throw new PlanException(
          controlled.control()
              + " has no result of real labels with the same seed to compare with.\n  write: .over("
              + Mtl.noControl()
              + ", "
              + controlled.control()
              + ")");
    }
    return contrast(seeds, chosen(real, seeds), chosen(control, seeds));
  }

  private static List<Long> seeds(List<Result> results) {
    return results.stream().map(r -> r.experiment().seed()).toList();
  }

  private static List<Result> chosen(List<Result> results, List<Long> seeds) {
    return seeds.stream()
        .map(
            s -> results.stream().filter(r -> r.experiment().seed() == s).findFirst().orElseThrow())
        .toList();
  }

  private Contrast contrast(List<Long> seeds, List<Result> real, List<Result> control) {
    List<String> tasks = real.get(0).affinity().tasks();
    double[][][] g = each(real, Result::affinity);
    double[][][] controlled = each(control, Result::affinity);
    double[][][] differences = new double[seeds.size()][][];
    Arrays.setAll(differences, s -> difference(g[s], controlled[s]));
    return new Contrast(
        real.get(0).experiment(),
        control.get(0).experiment().control(),
        seeds,
        new TaskMatrix(tasks, Relating.mean(g)),
        new TaskMatrix(tasks, Relating.mean(controlled)),
        new TaskMatrix(tasks, Relating.mean(differences)),
        precision(tasks, real, control, differences),
        relation(real, g),
        relation(control, controlled),
        relationDifference(g, real, controlled, control));
  }

  private static double[][][] each(List<Result> results, Function<Result, TaskMatrix> which) {
    return results.stream().map(r -> which.apply(r).values()).toArray(double[][][]::new);
  }

  private static double[][] difference(double[][] one, double[][] other) {
    double[][] difference = new double[one.length][one.length];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        difference[i][j] = one[i][j] - other[i][j];
      }
    }
    return difference;
  }

  private Precision precision(
      List<String> tasks, List<Result> real, List<Result> control, double[][][] differences) {
    if (differences.length > 1) {
      return PairPrecision.overSeeds(tasks, differences, each(real, r -> r.precision().captures()));
    }
    boolean zero = real.get(0).experiment().capture().absent() == Absent.ZERO;
    return PairPrecision.ofDifference(
        captures.apply(real.get(0)), captures.apply(control.get(0)), zero);
  }

  private static Relation relation(List<Result> results, double[][][] g) {
    Result first = results.get(0);
    return results.size() == 1
        ? first.relation()
        : Relating.severalSeeds(
            g, each(results, Result::labelCorrelation), new Seeds(first.experiment().seed()));
  }

  private static Interval relationDifference(
      double[][][] g, List<Result> real, double[][][] controlled, List<Result> control) {
    return Intervals.overSeedsOfDifference(
        g,
        each(real, Result::labelCorrelation),
        controlled,
        each(control, Result::labelCorrelation),
        Correlation.PEARSON);
  }
}
