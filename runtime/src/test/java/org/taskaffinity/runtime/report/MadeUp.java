package org.taskaffinity.runtime.report;

import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/** Results such as a run might give, made of seeded noise around two families of tasks. */
final class MadeUp {
  static final List<String> TOX21 =
      List.of(
          "NR-AR",
          "NR-AR-LBD",
          "NR-AhR",
          "NR-Aromatase",
          "NR-ER",
          "NR-ER-LBD",
          "NR-PPAR-gamma",
          "SR-ARE",
          "SR-ATAD5",
          "SR-HSE",
          "SR-MMP",
          "SR-p53");

  static final String HOSTILE = "<b>&\"x\"";

  private final List<String> tasks;
  private final boolean gaps;
  private final Stream noise;

  private MadeUp(List<String> tasks, boolean gaps, long seed) {
    this.tasks = tasks;
    this.gaps = gaps;
    this.noise = new Seeds(seed).stream("made-up");
  }

  static Result tox21() {
    return result(TOX21, false);
  }

  /** Some pairs have nothing in common. */
  static Result gaps() {
    return result(TOX21, true);
  }

  /** Names like those of organ classes: long ones too. */
  static Result sider() {
    return result(numbered("System organ class disorders and procedures", 27), false);
  }

  static Result two() {
    return result(TOX21.subList(0, 2), false);
  }

  static Result hostile() {
    return result(List.of(HOSTILE, "a]]>b", "c\u0001d", "e"), true);
  }

  static Result many(int k) {
    return result(numbered("assay", k), true);
  }

  static Result result(List<String> tasks, boolean gaps) {
    Experiment asked = experiment("first look", dataset("tox21"));
    return new MadeUp(tasks, gaps, asked.seed()).result(asked);
  }

  static Results sweep() {
    List<Experiment> asked =
        experiment("overlap", dataset("tox21"))
            .over(new Overlap.Natural(), new Overlap.TargetJaccard(0.3))
            .seeds(1, 2)
            .experiments();
    List<Result> each =
        asked.stream().map(e -> new MadeUp(TOX21, false, e.seed()).result(e)).toList();
    return new Results(each, List.of(pooled(each.subList(0, 2)), pooled(each.subList(2, 4))));
  }

  private static Pooled pooled(List<Result> seeds) {
    Result first = seeds.get(0);
    List<Long> numbers = seeds.stream().map(r -> r.experiment().seed()).toList();
    return new Pooled(
        first.experiment(),
        numbers,
        first.affinity(),
        first.affinity().map(g -> 0.1 * (1 - g)),
        first.labelCorrelation(),
        first.overlap(),
        first.relation());
  }

  private static List<String> numbered(String name, int k) {
    return IntStream.rangeClosed(1, k)
        .mapToObj(i -> name.substring(0, Math.min(name.length(), 5 + 2 * i)) + " " + i)
        .toList();
  }

  private Result result(Experiment asked) {
    TaskMatrix e = matrix(0.1, 1);
    TaskMatrix g = matrix(0.05, 0.6);
    TaskMatrix overlap = overlap();
    TaskMatrix shared = overlap.map(j -> Double.isNaN(j) ? 0 : Math.rint(6000 * j));
    return new Result(
        asked,
        record(asked),
        Path.of("affinity-out", "runs", "5f2c"),
        g,
        g.map(v -> 0.5 * (1 - v)),
        e,
        overlap,
        shared,
        relation(),
        groups(),
        summaries(),
        history());
  }

  private TaskMatrix matrix(double sd, double scale) {
    return symmetric(
        (i, j) -> {
          boolean gap = gaps && (i + 2 * j) % 7 == 0;
          double planted = i % 2 == j % 2 ? 0.5 / (1 + Math.abs(i - j) / 4.0) : -0.12;
          double value = scale * planted + sd * noise.nextGaussian();
          return gap ? Double.NaN : Math.max(-1, Math.min(1, value));
        },
        1);
  }

  private TaskMatrix overlap() {
    return symmetric((i, j) -> gaps && j > 8 ? 0.004 * i : 0.2 + 0.7 * noise.nextDouble(), 1);
  }

  private interface Entry {
    double at(int i, int j);
  }

  private TaskMatrix symmetric(Entry entry, double diagonal) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      values[i][i] = diagonal;
      for (int j = i + 1; j < k; j++) {
        values[i][j] = entry.at(i, j);
        values[j][i] = values[i][j];
      }
    }
    return new TaskMatrix(tasks, values);
  }

  private Relation relation() {
    int pairs = tasks.size() * (tasks.size() - 1) / 2;
    boolean some = pairs > 2;
    Interval molecules =
        new Interval(0.795, 0.912, 0.95, "molecules", "bootstrap, percentile", 7823, 1000);
    return new Relation(
        pairs - (gaps ? 3 : 0),
        gaps ? 3 : 0,
        new Association(
            "Pearson",
            some ? 0.867 : Double.NaN,
            3.1e-21,
            some ? 0.0001 : Double.NaN,
            9999,
            some ? List.of(molecules) : List.of()),
        new Association("Spearman", some ? 0.865 : Double.NaN, 4e-21, 0.0001, 9999, List.of()));
  }

  /** Even tasks are one family, odd ones the other, each merged one by one. */
  private TaskGroups groups() {
    List<List<String>> families = List.of(family(0), family(1));
    List<String> order = families.stream().flatMap(List::stream).toList();
    List<TaskGroups.Merge> merges = new ArrayList<>();
    int[] top = {merged(0, merges), merged(1, merges)};
    merges.add(new TaskGroups.Merge(top[0], top[1], 1.1, tasks.size()));
    return new TaskGroups(averageLinkage(), families, List.of(), order, merges, 0.41, gaps ? 9 : 0);
  }

  private List<String> family(int parity) {
    return IntStream.range(0, tasks.size())
        .filter(i -> i % 2 == parity)
        .mapToObj(tasks::get)
        .toList();
  }

  private int merged(int parity, List<TaskGroups.Merge> merges) {
    int top = parity;
    for (int i = parity + 2; i < tasks.size(); i += 2) {
      double height = 0.5 + 0.4 * i / tasks.size();
      merges.add(new TaskGroups.Merge(top, i, height, 1 + i / 2));
      top = tasks.size() + merges.size() - 1;
    }
    return top;
  }

  private List<TaskSummary> summaries() {
    return IntStream.range(0, tasks.size())
        .mapToObj(
            t ->
                new TaskSummary(
                    tasks.get(t),
                    TaskType.CLASSIFICATION,
                    7265 - 40 * t,
                    5812 - 30 * t,
                    247 + 9 * t,
                    Metric.ROC_AUC,
                    0.82 - 0.01 * (t % 5),
                    t == 1 ? Double.NaN : 0.8))
        .toList();
  }

  private List<Epoch> history() {
    return IntStream.rangeClosed(1, 20)
        .mapToObj(
            e ->
                new Epoch(
                    e,
                    1e-3,
                    each(t -> 0.2 + 0.5 / e + 0.01 * noise.nextGaussian()),
                    each(t -> 0.27 + 0.4 / e + 0.02 * noise.nextGaussian()),
                    each(t -> 0.85 - 0.3 / e)))
        .toList();
  }

  private List<Double> each(IntToDoubleFunction value) {
    return IntStream.range(0, tasks.size()).mapToDouble(value::applyAsDouble).boxed().toList();
  }

  private static RunRecord record(Experiment asked) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("taskaffinity", "0.1.0");
    versions.put("numerics", "1");
    versions.put("djl", "0.35.1");
    versions.put("java", "17.0.15");
    String id = "5f2c81d09a7e4b36".repeat(4);
    return new RunRecord(
        id,
        asked.toString(),
        Map.of("tox21.csv.gz", "9b7d".repeat(16)),
        versions,
        "cpu",
        2,
        "2026-03-01T09:30:00Z",
        412.6,
        20,
        3920,
        78,
        new RunRecord.Parameters(207_872, 398_604),
        List.of(
            "8 of 7,831 molecules did not parse and were left out: rows 412, 977, …",
            "13 molecules appear twice; every row was kept."));
  }
}
