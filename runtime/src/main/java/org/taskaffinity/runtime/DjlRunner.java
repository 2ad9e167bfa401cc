package org.taskaffinity.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.dsl.SweepPlan;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.analysis.Auditing;
import org.taskaffinity.runtime.analysis.Comparing;
import org.taskaffinity.runtime.analysis.Contrasting;
import org.taskaffinity.runtime.analysis.Pooling;
import org.taskaffinity.runtime.analysis.Relating;
import org.taskaffinity.runtime.analysis.TaskGrouping;
import org.taskaffinity.runtime.analysis.Undirected;
import org.taskaffinity.runtime.bench.Benchmark;
import org.taskaffinity.runtime.data.Catalogue;
import org.taskaffinity.runtime.data.DataFiles;
import org.taskaffinity.runtime.data.Folders;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.data.Tables;
import org.taskaffinity.runtime.measure.MeasuredRun;
import org.taskaffinity.runtime.measure.Measurements;
import org.taskaffinity.runtime.plan.Cost;
import org.taskaffinity.runtime.plan.MemoryBudget;
import org.taskaffinity.runtime.plan.Planning;
import org.taskaffinity.runtime.plan.Preparation;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.plan.SweepPlanning;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.record.AuditFiles;
import org.taskaffinity.runtime.record.Bundle;
import org.taskaffinity.runtime.record.CaptureFile;
import org.taskaffinity.runtime.record.MatrixFiles;
import org.taskaffinity.runtime.record.ResultFiles;
import org.taskaffinity.runtime.record.RunStore;
import org.taskaffinity.runtime.record.Unpacking;
import org.taskaffinity.runtime.report.ReportPage;
import org.taskaffinity.runtime.run.CellRun;
import org.taskaffinity.runtime.run.Engine;
import org.taskaffinity.runtime.run.Measuring;
import org.taskaffinity.runtime.run.Run;
import org.taskaffinity.runtime.run.StoredResults;
import org.taskaffinity.runtime.run.StoredRuns;
import org.taskaffinity.runtime.run.SweepRun;
import org.taskaffinity.runtime.run.ThroughputCache;
import org.taskaffinity.runtime.sweep.LocalCells;
import org.taskaffinity.runtime.train.Trial;

/** The runtime's one door: descriptions come in, results go out. */
final class DjlRunner implements Runner {
  private static final Path DEFAULT_OUT = Path.of("affinity-out");

  /** Times that a benchmark makes graphs of all molecules, cold at first. */
  private static final int FEATURISED = 5;

  private final Settings settings;
  private final RunStore store;
  private final StoredResults results;
  private final DataFiles files;
  private final Tables tables;
  private final Preparation preparation;
  private final ThroughputCache paces;
  private Engine engine;

  DjlRunner(Settings settings) {
    this.settings = settings;
    store = new RunStore(settings.out().orElse(DEFAULT_OUT));
    results = new StoredResults(store, settings.progress());
    files = new DataFiles(Catalogue.read(), Folders.of(settings), settings.progress());
    tables = new Tables(files);
    preparation = new Preparation(tables);
    paces = new ThroughputCache(files.folders().paces(), settings.fresh());
  }

  /** What is stored needs no preparation: it fitted its data when it was run. */
  @Override
  public Result run(Experiment experiment) {
    Optional<Result> stored = stored(experiment, preparation.id(experiment));
    return stored.isPresent() ? stored.get() : run(preparation.of(experiment));
  }

  private Result run(Prepared prepared) {
    Optional<String> replaced = settings.fresh() ? store.mark(prepared.id()) : Optional.empty();
    try (RunStore.Sitting sitting = store.sit(prepared.id())) {
      if (settings.fresh()) {
        sitting.startAnew();
      }
      // Another process may have finished it between the look and the sitting.
      if (stored(prepared.experiment(), prepared.id()).isEmpty()) {
        new Run(prepared, sitting, engine(), settings.progress()).finish(replaced);
      }
      return results.read(prepared.experiment(), prepared.id());
    }
  }

  private Optional<Result> stored(Experiment experiment, String id) {
    return settings.fresh() ? Optional.empty() : results.find(experiment, id);
  }

  @Override
  public Results run(String name, List<Experiment> experiments) {
    SweepRun run =
        new SweepRun(name, experiments, tables, store, settings.fresh(), settings.progress());
    if (run.size() == 1) {
      List<Result> each = Collections.nCopies(experiments.size(), run(experiments.get(0)));
      return new Results(each, Pooling.of(each));
    }
    int atOnce = engine().atOnce();
    CellRun work =
        new CellRun(store, preparation, engine(), new MemoryBudget(MemoryBudget.ofHeap(), atOnce));
    return run.finish(new LocalCells(atOnce), work, atOnce, settings.progress());
  }

  @Override
  public void prepare() {
    engine().use();
  }

  @Override
  public Plan plan(Experiment experiment) {
    return plan(preparation.of(experiment), engine());
  }

  private Plan plan(Prepared prepared, Engine with) {
    boolean stored = !settings.fresh() && results.has(prepared.id());
    return Planning.of(prepared, stored, stored ? Duration.ZERO : time(prepared, with));
  }

  private Duration time(Prepared prepared, Engine with) {
    Trial.Pace pace = paces.of(prepared, with).orElseGet(() -> Cost.guess(prepared));
    return Duration.ofMillis(Math.round(1000 * Cost.seconds(prepared, pace)));
  }

  @Override
  public SweepPlan plan(Sweep sweep) {
    List<Experiment> experiments = sweep.experiments();
    if (experiments.stream().distinct().count() == 1) {
      return Runner.super.plan(sweep);
    }
    Map<Experiment, Plan> plans = new LinkedHashMap<>();
    List<Plan> alone = new ArrayList<>();
    List<Plan> beside = new ArrayList<>();
    for (Experiment experiment : new LinkedHashSet<>(experiments)) {
      Prepared prepared = preparation.of(experiment);
      boolean java = engine().trainsInJava(prepared.assignment());
      Plan plan = plan(prepared, java ? engine().oneThread() : engine());
      plans.put(experiment, plan);
      if (!plan.stored()) {
        (java ? beside : alone).add(plan);
      }
    }
    List<Plan> all = experiments.stream().map(plans::get).toList();
    return SweepPlanning.of(all, alone, beside, engine().atOnce(), MemoryBudget.ofHeap());
  }

  @Override
  public TaskMatrix labelCorrelation(Experiment experiment) {
    return MeasuredRun.labelCorrelation(preparation.of(experiment));
  }

  @Override
  public List<Task> tasks(Dataset data) {
    return tables.tasks(data);
  }

  @Override
  public FirstRows head(Dataset data, int rows) {
    return Previewing.of(data, tables.whole(data), rows);
  }

  @Override
  public List<Audit> audit(Dataset... datasets) {
    List<Table> loaded = Arrays.stream(datasets).map(this::whole).toList();
    List<Audit> audits = new ArrayList<>(loaded.stream().map(Auditing::tasks).toList());
    if (loaded.size() > 1) {
      audits.add(Auditing.sets(loaded));
    }
    return audits;
  }

  private Table whole(Dataset dataset) {
    return tables.load(dataset, Mtl.noSplit(), new Seeds(Mtl.experiment("audit", dataset).seed()));
  }

  @Override
  public TaskGroups group(TaskMatrix affinity, Grouping grouping) {
    return TaskGrouping.of(Undirected.required(affinity, "Groups"), grouping);
  }

  @Override
  public Agreement compare(TaskGroups one, TaskGroups other) {
    return Comparing.groups(one, other);
  }

  @Override
  public List<Contrast> contrast(Results results) {
    return Contrasting.of(results, this::captured);
  }

  @Override
  public Relation relate(TaskMatrix one, TaskMatrix other) {
    double[][] first = Undirected.required(one, "Relations").values();
    TaskMatrix second = Undirected.required(other.select(one.tasks()), "Relations");
    return Relating.matrices(first, second.values(), new Seeds(42));
  }

  @Override
  public List<CatalogueEntry> catalogue() {
    return files.catalogue().entries();
  }

  @Override
  public DataState locate(String name) {
    return files.locate(name);
  }

  @Override
  public DataState fetch(String name) {
    return files.fetch(name);
  }

  @Override
  public Path report(Result result, Path folder) {
    ResultFiles.writeTables(result, folder);
    return ReportPage.writeBoth(result, folder);
  }

  @Override
  public Path report(Results results, Path folder) {
    List<Contrast> contrasts = Contrasting.possible(results, this::captured);
    ResultFiles.writeTables(results, folder);
    ResultFiles.writeContrasts(contrasts, folder);
    return ReportPage.writeBoth(results, contrasts, folder);
  }

  @Override
  public Path report(Audit audit, Path folder) {
    AuditFiles.write(audit, folder);
    return ReportPage.write(audit, folder);
  }

  @Override
  public void draw(Figure figure, Path file) {
    figure.save(file);
  }

  @Override
  public void save(TaskMatrix matrix, Path file) {
    MatrixFiles.save(matrix, file);
  }

  @Override
  public TaskMatrix matrix(Path file) {
    return MatrixFiles.read(file, settings.progress()::say);
  }

  @Override
  public Captured captured(Result result) {
    return CaptureFile.read(result.folder());
  }

  @Override
  public Task2Vec task2vec(Result result) {
    return measured(result).task2vec();
  }

  @Override
  public MeasuredAffinity affinity(List<Result> results, Measure measure) {
    return Measurements.of(measure, results, this::measured);
  }

  @Override
  public MeasureCost cost(Experiment experiment, Measure measure) {
    return Measurements.cost(measure, () -> preparation.of(experiment));
  }

  private MeasuredRun measured(Result result) {
    return new MeasuredRun(result, preparation, this::engine, settings.progress());
  }

  @Override
  public List<StoredRun> runs() {
    return new StoredRuns(store).list();
  }

  @Override
  public Result stored(String run) {
    return new StoredRuns(store).read(run);
  }

  @Override
  public void export(Result result, Path bundle) {
    Bundle.write(result.folder(), bundle);
  }

  @Override
  public ImportedRun importBundle(Path bundle) {
    Unpacking.Unpacked run = Unpacking.into(store, bundle, ReportPage::write);
    Path folder = store.finished(run.id()).orElseThrow();
    return new ImportedRun(StoredRuns.finished(run.id(), folder), !run.taken(), run.differing());
  }

  @Override
  public Speed measureSpeed(int rounds, int... tasks) {
    Measuring measuring = new Measuring(files, preparation);
    Benchmark benchmark = engine().benchmark(settings.engine());
    Speed speed =
        benchmark.measure(rounds, Arrays.stream(tasks).mapToObj(measuring::subject).toList());
    return measuring.featurising(FEATURISED, benchmark.threads()).map(speed::and).orElse(speed);
  }

  /**
   * The engine is started when it is first needed: describing and planning go without. Once, though
   * {@link #prepare} may be under way in another thread.
   */
  private synchronized Engine engine() {
    if (engine == null) {
      engine = Engine.of(settings);
    }
    return engine;
  }

  @Override
  public void close() {
    // Nothing is held open between calls: a run closes its tensors and its sitting when it ends.
  }
}
