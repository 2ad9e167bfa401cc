package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;

/** Results of the right shape for runs that were only planned: NaN wherever a number would be. */
final class EmptyResult {
  private static final Path NOWHERE = Path.of("not-run");

  private EmptyResult() {}

  static Result result(Plan plan) {
    List<String> tasks = plan.tasks().stream().map(Task::name).toList();
    TaskMatrix blank = matrix(tasks);
    return new Result(
        plan.experiment(),
        record(plan),
        NOWHERE,
        blank,
        blank,
        blank,
        blank,
        blank,
        relation(),
        groups(tasks, Mtl.averageLinkage()),
        plan.tasks().stream().map(EmptyResult::summary).toList(),
        List.of());
  }

  /** Whether a result is one of these. */
  static boolean is(Result result) {
    return result.folder().equals(NOWHERE);
  }

  static Captured captured(Result blank) {
    return new Captured(blank.affinity().tasks(), new long[0], List.of(), List.of());
  }

  static Task2Vec task2vec(Result blank) {
    return new Task2Vec(
        blank.affinity().tasks().stream().map(task -> TaskFisher.missing(task, 0)).toList());
  }

  static MeasuredAffinity measured(List<Result> results, Measure measure) {
    List<String> tasks = results.get(0).affinity().tasks();
    List<Long> seeds = results.stream().map(r -> r.experiment().seed()).toList();
    return new MeasuredAffinity(measure, seeds, matrix(tasks), Precision.unknown(tasks));
  }

  /** One for each experiment under a control. */
  static List<Contrast> contrasts(Results results) {
    return Results.alikeButForSeed(results.each()).values().stream()
        .filter(alike -> !alike.get(0).experiment().control().equals(Mtl.noControl()))
        .map(EmptyResult::contrast)
        .toList();
  }

  private static Contrast contrast(List<Result> controlled) {
    Experiment experiment = controlled.get(0).experiment();
    TaskMatrix blank = matrix(controlled.get(0).affinity().tasks());
    return new Contrast(
        experiment.control(Mtl.noControl()),
        experiment.control(),
        controlled.stream().map(r -> r.experiment().seed()).toList(),
        blank,
        blank,
        blank,
        Precision.unknown(blank.tasks()),
        relation(),
        relation(),
        new Interval(Double.NaN, Double.NaN, 0.95, "seeds", "planned, not run", 0, 0));
  }

  /** As many as there are experiments that differ in more than their seed. */
  static List<Pooled> pooled(List<Result> results) {
    return Results.alikeButForSeed(results).values().stream().map(EmptyResult::pooledOver).toList();
  }

  private static Pooled pooledOver(List<Result> results) {
    TaskMatrix blank = matrix(results.get(0).affinity().tasks());
    List<Long> seeds = results.stream().map(r -> r.experiment().seed()).toList();
    return new Pooled(results.get(0).experiment(), seeds, blank, blank, blank, blank, relation());
  }

  static Relation relation() {
    return new Relation(0, 0, association("Pearson"), association("Spearman"));
  }

  static TaskGroups groups(List<String> tasks, Grouping grouping) {
    return new TaskGroups(
        grouping, List.of(tasks), List.of(), tasks, List.of(), Double.NaN, tasks.size());
  }

  static Agreement agreement() {
    double nan = Double.NaN;
    return new Agreement(nan, nan, nan, new Agreement.Chance(nan, nan, nan, nan, nan, 0));
  }

  private static TaskMatrix matrix(List<String> tasks) {
    double[][] values = new double[tasks.size()][tasks.size()];
    for (double[] row : values) {
      Arrays.fill(row, Double.NaN);
    }
    return new TaskMatrix(tasks, values);
  }

  private static Association association(String method) {
    return new Association(method, Double.NaN, Double.NaN, Double.NaN, 0, List.of());
  }

  private static TaskSummary summary(Task task) {
    Metric metric = task.type() == TaskType.REGRESSION ? Metric.RMSE : Metric.ROC_AUC;
    return new TaskSummary(task.name(), task.type(), 0, 0, -1, metric, Double.NaN, Double.NaN);
  }

  private static RunRecord record(Plan plan) {
    return new RunRecord(
        plan.id(),
        plan.experiment().toString(),
        Map.of(),
        Map.of(),
        "none",
        0,
        "",
        0,
        0,
        0,
        0,
        plan.parameters(),
        List.of("planned, not run"));
  }
}
