package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.labelCorrelation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * The trainings of Table 7: [level][seed], the last level with complete labels. G_o and E_o are
 * those of a level, G_full and E_full those of the last one.
 */
final class OverlapSweep {
  private final List<Integer> levels;
  private final List<List<Result>> results;
  private final Work work;
  private final Map<Integer, double[]> ofFull = new HashMap<>();
  private final Map<Integer, double[]> fromFull = new HashMap<>();

  /**
   * A sweep.
   *
   * @param levels in percent, rising
   * @param results one list of seeds for each level
   */
  OverlapSweep(List<Integer> levels, List<List<Result>> results, Work work) {
    this.levels = levels;
    this.results = results;
    this.work = work;
  }

  List<Integer> levels() {
    return levels;
  }

  List<List<Result>> results() {
    return results;
  }

  /** {@code 30 %}. */
  String level(int i) {
    return levels.get(i) + " %";
  }

  static List<TaskMatrix> affinities(List<Result> results) {
    return results.stream().map(Result::affinity).toList();
  }

  static List<TaskMatrix> labels(List<Result> results) {
    return results.stream().map(Result::labelCorrelation).toList();
  }

  /** The same for every level. */
  double[][] each(IntFunction<double[]> of) {
    return IntStream.range(0, levels.size()).mapToObj(of).toArray(double[][]::new);
  }

  /** r(G_o, E_o), [level][seed]. */
  double[][] r() {
    return each(this::r);
  }

  private double[] r(int level) {
    List<Result> at = results.get(level);
    return Seeds.each(at.size(), s -> at.get(s).relation().pearson().value());
  }

  /** The mean Jaccard index of each level. */
  double[] jaccard() {
    return results.stream()
        .mapToDouble(each -> each.stream().mapToDouble(Table7::overlap).average().orElseThrow())
        .toArray();
  }

  /** r(G_o, E_full) of each seed; E_full is of every measured label, withheld or not. */
  double[] ofFull(int level) {
    return ofFull.computeIfAbsent(
        level,
        l -> {
          TaskMatrix all = complete(results.get(l).get(0));
          return Seeds.each(affinities(results.get(l)), g -> r(g, all));
        });
  }

  private TaskMatrix complete(Result result) {
    return work.runner()
        .labelCorrelation(
            result
                .experiment()
                .labelCorrelation(labelCorrelation(Rows.ALL).minimumShared(Table7.SHARED)));
  }

  /** r(G_full, E_o) of each seed. */
  double[] fromFull(int level) {
    return fromFull.computeIfAbsent(
        level,
        l -> {
          List<Result> whole = results.get(results.size() - 1);
          List<Result> at = results.get(l);
          return Seeds.each(
              at.size(), s -> r(whole.get(s).affinity(), at.get(s).labelCorrelation()));
        });
  }

  private double r(TaskMatrix g, TaskMatrix e) {
    return work.runner().relate(g, e).pearson().value();
  }

  private double[] whole() {
    return r(levels.size() - 1);
  }

  /** r(G_o, E_o) / r(G_full, E_full) of each seed. */
  double[] ratio(int level) {
    double[] r = r(level);
    double[] whole = whole();
    return Seeds.each(r.length, s -> r[s] / whole[s]);
  }

  /**
   * What r(G_o, E_o) exceeds the value by that independent errors of G_o and E_o would leave,
   * r(G_o, E_full) r(G_full, E_o) / r(G_full, E_full). G_o and E_o come from the same kept labels,
   * so their errors are not independent: the excess is circular.
   */
  double[] circular(int level) {
    double[] r = r(level);
    double[] whole = whole();
    return Seeds.each(r.length, s -> r[s] - ofFull(level)[s] * fromFull(level)[s] / whole[s]);
  }

  /** The part of the fall of r that G_o alone makes, of that of G_o alone and of E_o alone. */
  double[] shareOfG(int level) {
    double[] whole = whole();
    return Seeds.each(
        whole.length,
        s -> {
          double g = whole[s] - ofFull(level)[s];
          double e = whole[s] - fromFull(level)[s];
          return g / (g + e);
        });
  }
}
