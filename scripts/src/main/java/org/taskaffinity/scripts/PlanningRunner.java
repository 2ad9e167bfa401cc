package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.scripts.shell.LazyRunner;

/**
 * Plans where it is asked to run. A result that lies in the store is handed back as it is; for any
 * other there is a blank of the same shape with NaN for every number, so that the script goes on to
 * what it would run next. Nothing is trained, drawn or written.
 */
final class PlanningRunner extends LazyRunner {
  private final Consumer<Plan> told;
  private final Consumer<SweepPlan> together;
  private final List<Plan> plans = new ArrayList<>();
  private final Map<Path, TaskMatrix> saved = new HashMap<>();
  private boolean blank;

  PlanningRunner(Supplier<Runner> opening, Consumer<Plan> told, Consumer<SweepPlan> together) {
    super(opening);
    this.told = told;
    this.together = together;
  }

  /** Every plan so far, in order. */
  List<Plan> plans() {
    return List.copyOf(plans);
  }

  /** Whether the script holds a number that nobody has worked out. */
  boolean blank() {
    return blank;
  }

  @Override
  public Result run(Experiment experiment) {
    return result(plan(experiment));
  }

  private Result result(Plan plan) {
    plans.add(plan);
    told.accept(plan);
    if (plan.stored()) {
      return super.run(plan.experiment());
    }
    blank = true;
    return EmptyResult.result(plan);
  }

  @Override
  public Results run(Sweep sweep) {
    SweepPlan plan = plan(sweep);
    List<Result> results = plan.each().stream().map(this::result).toList();
    together.accept(plan);
    return new Results(results, EmptyResult.pooled(results));
  }

  @Override
  public Results run(String name, List<Experiment> experiments) {
    List<Result> results = experiments.stream().map(this::run).toList();
    return new Results(results, EmptyResult.pooled(results));
  }

  @Override
  public List<Contrast> contrast(Results results) {
    return results.each().stream().anyMatch(EmptyResult::is)
        ? EmptyResult.contrasts(results)
        : super.contrast(results);
  }

  @Override
  public Relation relate(TaskMatrix one, TaskMatrix other) {
    return blank ? EmptyResult.relation() : super.relate(one, other);
  }

  @Override
  public TaskGroups group(TaskMatrix affinity, Grouping grouping) {
    return blank ? EmptyResult.groups(affinity.tasks(), grouping) : super.group(affinity, grouping);
  }

  @Override
  public Agreement compare(TaskGroups one, TaskGroups other) {
    return blank ? EmptyResult.agreement() : super.compare(one, other);
  }

  @Override
  public Path report(Result result, Path folder) {
    return folder.resolve("report.html");
  }

  @Override
  public Path report(Results results, Path folder) {
    return folder.resolve("report.html");
  }

  @Override
  public Path report(Audit audit, Path folder) {
    return folder.resolve("overlap.html");
  }

  @Override
  public void draw(Figure figure, Path file) {}

  @Override
  public void save(TaskMatrix matrix, Path file) {
    saved.put(file, matrix);
  }

  /** What the script itself would have written by now is handed back without the file. */
  @Override
  public TaskMatrix matrix(Path file) {
    return saved.containsKey(file) ? saved.get(file) : super.matrix(file);
  }

  @Override
  public Captured captured(Result result) {
    return EmptyResult.is(result) ? EmptyResult.captured(result) : super.captured(result);
  }

  @Override
  public Task2Vec task2vec(Result result) {
    return EmptyResult.is(result) ? EmptyResult.task2vec(result) : super.task2vec(result);
  }

  @Override
  public MeasuredAffinity affinity(List<Result> results, Measure measure) {
    return results.stream().anyMatch(EmptyResult::is)
        ? EmptyResult.measured(results, measure)
        : super.affinity(results, measure);
  }

  @Override
  public void export(Result result, Path bundle) {}

  @Override
  public ImportedRun importBundle(Path bundle) {
    throw new PlanException(
        "A plan writes nothing, and so brings no run out of "
            + bundle
            + ".\n  write first: affinity import "
            + bundle);
  }

  @Override
  public Speed measureSpeed(int rounds, int... tasks) {
    return new Speed("not measured while planning", List.of());
  }
}
