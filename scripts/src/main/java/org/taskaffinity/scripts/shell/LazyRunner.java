package org.taskaffinity.scripts.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/** A runner that is opened when it is first asked, so that a script's first line need not wait. */
public class LazyRunner implements Runner {
  private final Supplier<Runner> opening;
  private Runner opened;

  public LazyRunner(Supplier<Runner> opening) {
    this.opening = opening;
  }

  /** The runner itself. */
  public final Runner runner() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }

  @Override
  public Result run(Experiment experiment) {
    return runner().run(experiment);
  }

  @Override
  public Results run(String name, List<Experiment> experiments) {
    return runner().run(name, experiments);
  }

  @Override
  public Plan plan(Experiment experiment) {
    return runner().plan(experiment);
  }

  @Override
  public TaskMatrix labelCorrelation(Experiment experiment) {
    return runner().labelCorrelation(experiment);
  }

  @Override
  public SweepPlan plan(Sweep sweep) {
    return runner().plan(sweep);
  }

  @Override
  public List<Task> tasks(Dataset data) {
    return runner().tasks(data);
  }

  @Override
  public FirstRows head(Dataset data, int rows) {
    return runner().head(data, rows);
  }

  @Override
  public List<Audit> audit(Dataset... datasets) {
    return runner().audit(datasets);
  }

  @Override
  public List<Contrast> contrast(Results results) {
    return runner().contrast(results);
  }

  @Override
  public Relation relate(TaskMatrix one, TaskMatrix other) {
    return runner().relate(one, other);
  }

  @Override
  public TaskGroups group(TaskMatrix affinity, Grouping grouping) {
    return runner().group(affinity, grouping);
  }

  @Override
  public Agreement compare(TaskGroups one, TaskGroups other) {
    return runner().compare(one, other);
  }

  @Override
  public List<CatalogueEntry> catalogue() {
    return runner().catalogue();
  }

  @Override
  public DataState locate(String name) {
    return runner().locate(name);
  }

  @Override
  public DataState fetch(String name) {
    return runner().fetch(name);
  }

  @Override
  public Path report(Result result, Path folder) {
    return runner().report(result, folder);
  }

  @Override
  public Path report(Audit audit, Path folder) {
    return runner().report(audit, folder);
  }

  @Override
  public Path report(Results results, Path folder) {
    return runner().report(results, folder);
  }

  @Override
  public void draw(Figure figure, Path file) {
    runner().draw(figure, file);
  }

  @Override
  public void save(TaskMatrix matrix, Path file) {
    runner().save(matrix, file);
  }

  @Override
  public TaskMatrix matrix(Path file) {
    return runner().matrix(file);
  }

  @Override
  public Captured captured(Result result) {
    return runner().captured(result);
  }

  @Override
  public MeasuredAffinity affinity(List<Result> results, Measure measure) {
    return runner().affinity(results, measure);
  }

  @Override
  public MeasureCost cost(Experiment experiment, Measure measure) {
    return runner().cost(experiment, measure);
  }

  @Override
  public Task2Vec task2vec(Result result) {
    return runner().task2vec(result);
  }

  @Override
  public List<StoredRun> runs() {
    return runner().runs();
  }

  @Override
  public Result stored(String run) {
    return runner().stored(run);
  }

  @Override
  public void export(Result result, Path bundle) {
    runner().export(result, bundle);
  }

  @Override
  public ImportedRun importBundle(Path bundle) {
    return runner().importBundle(bundle);
  }

  @Override
  public Speed measureSpeed(int rounds, int... tasks) {
    return runner().measureSpeed(rounds, tasks);
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
