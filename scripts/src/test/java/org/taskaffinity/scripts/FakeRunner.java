package org.taskaffinity.scripts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.Grouping;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;

/**
 * Small made-up results, at once and the same every time. Tests hand it to the commands themselves;
 * no {@code ServiceLoader} finds it.
 */
public final class FakeRunner implements Runner {
  static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  static final List<String> NAMES = List.of("T1", "T2", "T3");

  final Settings settings;
  final List<Experiment> ran = new CopyOnWriteArrayList<>();
  final Map<Path, TaskMatrix> saved = new HashMap<>();
  final List<Path> exported = new ArrayList<>();
  boolean closed;
  boolean stored;

  public FakeRunner(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Result run(Experiment experiment) {
    names(experiment.data());
    settings.progress().begin("training", experiment.training().epochs(), "epochs");
    settings.progress().say("a note while training");
    settings.progress().end();
    ran.add(experiment);
    if (experiment.name().equals("forever")) {
      waitToBeStopped();
      throw RunException.stopped("Stopped after step 3 of 15; its state is kept.");
    }
    if (experiment.name().equals("disk full")) {
      waitToBeStopped();
      throw new RunException("Cannot write checkpoint.bin: No space left on device.");
    }
    return result(experiment);
  }

  private static void waitToBeStopped() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      return;
    }
    throw new AssertionError("nobody asked this run to stop");
  }

  static Result result(Experiment experiment) {
    List<String> tasks = names(experiment.data());
    TaskMatrix affinity = matrix(tasks, 1, 0.5);
    return new Result(
        experiment,
        new RunRecord(
            ID,
            experiment.toString(),
            Map.of(experiment.data().name(), "abc"),
            Map.of("numerics", "1"),
            "cpu",
            2,
            "2026-01-01T00:00:00Z",
            1.5,
            experiment.training().epochs(),
            100,
            10,
            new RunRecord.Parameters(1000, 30),
            List.of()),
        Path.of("runs", ID.substring(0, 12)),
        affinity,
        matrix(tasks, 0, 0.25),
        matrix(tasks, 1, 0.4),
        matrix(tasks, 1, 0.35),
        matrix(tasks, 480, 300),
        relation(),
        EmptyResult.groups(tasks, Mtl.averageLinkage()),
        tasks.stream()
            .map(
                t ->
                    new TaskSummary(
                        t, TaskType.CLASSIFICATION, 600, 480, 240, Metric.ROC_AUC, 0.8, Double.NaN))
            .toList(),
        List.of(
            new Epoch(1, 0.001, List.of(0.7, 0.6, 0.5), List.of(0.7, 0.6, Double.NaN), List.of())));
  }

  private static Relation relation() {
    Interval seeds = new Interval(Double.NaN, Double.NaN, 0.95, "seeds", "none", 1, 0);
    Interval molecules = new Interval(0.5, 0.9, 0.95, "molecules", "bootstrap", 480, 200);
    return new Relation(
        3,
        0,
        new Association("Pearson", 0.75, 0.01, 0.04, 999, List.of(molecules, seeds)),
        new Association("Spearman", 0.5, 0.1, 0.2, 999, List.of()));
  }

  private static List<String> names(Dataset data) {
    if (data.name().equals("atlantis")) {
      throw new PlanException(
          Nearest.unknown("data set", "atlantis", "the catalogue", List.of("tox21", "sider")));
    }
    return data.chosen().isEmpty() ? NAMES : data.chosen().stream().map(Task::name).toList();
  }

  public static TaskMatrix matrix(List<String> tasks, double diagonal, double first) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        values[i][j] = i == j ? diagonal : first / (i + j);
      }
    }
    return new TaskMatrix(tasks, values);
  }

  @Override
  public Results run(String name, List<Experiment> experiments) {
    List<Result> each = experiments.stream().map(this::run).toList();
    Result first = each.get(0);
    List<Long> seeds = each.stream().map(r -> r.experiment().seed()).distinct().toList();
    Pooled pooled =
        new Pooled(
            first.experiment(),
            seeds,
            first.affinity(),
            first.affinity().map(v -> Double.NaN),
            first.labelCorrelation(),
            first.overlap(),
            first.relation());
    return new Results(each, List.of(pooled));
  }

  @Override
  public Plan plan(Experiment experiment) {
    List<String> tasks = names(experiment.data());
    return new Plan(
        experiment,
        ID,
        stored,
        tasks.stream().map(Mtl::classification).toList(),
        new Plan.RowCounts(480, 60, 60),
        experiment.overlap().toString(),
        "[B, 37] -> 256",
        new RunRecord.Parameters(1000, 30),
        15,
        15L * experiment.training().epochs(),
        10,
        1L << 26,
        Duration.ofSeconds(90),
        List.of());
  }

  @Override
  public TaskMatrix labelCorrelation(Experiment experiment) {
    return result(experiment).labelCorrelation();
  }

  @Override
  public List<Task> tasks(Dataset data) {
    return names(data).stream().map(Mtl::classification).toList();
  }

  @Override
  public FirstRows head(Dataset data, int rows) {
    List<String> columns = Stream.concat(Stream.of("SMILES"), names(data).stream()).toList();
    List<String> row = columns.stream().map(c -> c.equals("SMILES") ? "CCO" : "1").toList();
    return new FirstRows(
        data.name(), columns, Collections.nCopies(rows, row), 600, columns.size() - 1, List.of());
  }

  @Override
  public List<Audit> audit(Dataset... datasets) {
    return Arrays.stream(datasets).map(d -> audit(d.name(), names(d))).toList();
  }

  private static Audit audit(String name, List<String> tasks) {
    return new Audit(
        name,
        IntStream.range(0, tasks.size()).mapToObj(t -> 600 - t).toList(),
        matrix(tasks, 600, 300),
        matrix(tasks, 1, 0.42),
        matrix(tasks, 1, 0.6),
        matrix(tasks, 1, 0.5),
        600,
        List.of("2 molecules did not parse"),
        Optional.empty(),
        List.of(new ColumnRole("a\u001b[2Jkey", ColumnRole.Role.IDENTIFIER, "by name")));
  }

  @Override
  public List<Contrast> contrast(Results results) {
    return EmptyResult.contrasts(results);
  }

  @Override
  public Relation relate(TaskMatrix one, TaskMatrix other) {
    return EmptyResult.relation();
  }

  @Override
  public TaskGroups group(TaskMatrix affinity, Grouping grouping) {
    return EmptyResult.groups(affinity.tasks(), grouping);
  }

  @Override
  public Agreement compare(TaskGroups one, TaskGroups other) {
    return new Agreement(0.5, 0.6, 0.4, new Agreement.Chance(0, 0.3, 0.02, 0.2, 0.5, 1000));
  }

  @Override
  public List<CatalogueEntry> catalogue() {
    return FakeCatalogue.entries();
  }

  @Override
  public DataState locate(String name) {
    return FakeCatalogue.locate(name);
  }

  @Override
  public DataState fetch(String name) {
    return locate(name);
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
  public void draw(Figure figure, Path file) {
    throw new RunException("Nothing is drawn here: " + file);
  }

  @Override
  public List<StoredRun> runs() {
    return FakeStore.runs();
  }

  @Override
  public Result stored(String run) {
    return runs().stream()
        .filter(r -> r.id().startsWith(run) && r.state() == StoredRun.State.FINISHED)
        .findFirst()
        .map(r -> result(Experiment.read(r.description())))
        .orElseThrow(
            () -> new PlanException(Nearest.unknown("run", run, "the store", List.of(ID))));
  }

  @Override
  public void save(TaskMatrix matrix, Path file) {
    if (file.toString().endsWith(".txt")) {
      throw new DescriptionException("A matrix cannot be written as \"" + file + "\".");
    }
    saved.put(file, matrix);
  }

  @Override
  public TaskMatrix matrix(Path file) {
    if (!saved.containsKey(file)) {
      throw new PlanException("No file " + file + ".");
    }
    return saved.get(file);
  }

  @Override
  public Captured captured(Result result) {
    List<String> tasks = result.affinity().tasks();
    int k = tasks.size();
    float[] cosines = new float[k * k];
    float[] norms = new float[k];
    Arrays.fill(cosines, 0.5f);
    Arrays.fill(norms, 2);
    return new Captured(
        tasks, new long[] {0, 10}, List.of(cosines, cosines), List.of(norms, norms));
  }

  @Override
  public MeasuredAffinity affinity(List<Result> results, Measure measure) {
    return FakeMeasures.of(results, measure);
  }

  @Override
  public MeasureCost cost(Experiment experiment, Measure measure) {
    return FakeMeasures.cost(measure);
  }

  @Override
  public Task2Vec task2vec(Result result) {
    return FakeMeasures.task2vec(result.affinity().tasks());
  }

  @Override
  public void export(Result result, Path bundle) {
    exported.add(bundle);
  }

  @Override
  public ImportedRun importBundle(Path bundle) {
    return new ImportedRun(
        runs().get(1), bundle.startsWith("again"), List.of("run.json", "report.html"));
  }

  @Override
  public Speed measureSpeed(int rounds, int... tasks) {
    return new Speed(
        "a made-up machine",
        Arrays.stream(tasks)
            .boxed()
            .flatMap(k -> Stream.of(timing(k, rounds, "djl", 30), timing(k, rounds, "java", 10)))
            .toList());
  }

  private static Speed.Row timing(int tasks, int rounds, String who, double millis) {
    return new Speed.Row(
        "step", tasks, "SIDER", 576, who, "ms", rounds, millis, millis - 1, millis + 1);
  }

  @Override
  public void close() {
    closed = true;
  }
}
