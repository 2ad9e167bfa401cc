package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.averageLinkage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;

/**
 * A runner that makes results up, for tests of what is read off them: nothing is trained, and
 * nothing is read from disk. E of two tasks comes from their names; G is tanh(.02 + .3 E) with
 * noise of each seed that grows as labels are withheld. Groups and their agreement are the real
 * runner's.
 */
final class MadeUp {
  private static final Pattern NUMBER = Pattern.compile("\\((\\d?\\.?\\d+)");
  private static final int STEPS = 10;

  private final Runner real;
  private final Map<String, List<String>> catalogue = new HashMap<>();

  private MadeUp(Runner real) {
    this.real = real;
    real.catalogue()
        .forEach(e -> catalogue.put(e.name(), e.tasks().stream().map(Task::name).toList()));
  }

  static Runner runner(Runner real) {
    MadeUp made = new MadeUp(real);
    return (Runner)
        Proxy.newProxyInstance(
            MadeUp.class.getClassLoader(), new Class<?>[] {Runner.class}, made::called);
  }

  @SuppressWarnings("unchecked")
  private Object called(Object proxy, Method method, Object[] given) throws Throwable {
    return switch (method.getName()) {
      case "run" ->
          given.length == 1
              ? run((Experiment) given[0])
              : new Results(
                  ((List<Experiment>) given[1]).stream().map(this::run).toList(), List.of());
      case "labelCorrelation" -> labels((Experiment) given[0]);
      case "captured" -> captured((Result) given[0]);
      case "task2vec" -> task2vec((Result) given[0]);
      case "audit" -> audits((Dataset[]) given[0]);
      case "plan" -> plan((Experiment) given[0]);
      case "prepare", "close" -> null;
      case "relate" -> related((TaskMatrix) given[0], (TaskMatrix) given[1]);
      case "group", "compare", "draw", "save" -> by(real, method, given);
      default -> throw new AssertionError("not made up: " + method);
    };
  }

  private static Object by(Runner real, Method method, Object[] given) throws Throwable {
    try {
      return method.invoke(real, given);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private List<String> tasks(Dataset data) {
    List<String> named = data.chosen().stream().map(Task::name).toList();
    if (!named.isEmpty()) {
      return named;
    }
    return data.name().equals("planted")
        ? IntStream.rangeClosed(1, 8).mapToObj(t -> "T" + t).toList()
        : catalogue.get(data.name());
  }

  /** The share of labels that the overlap leaves; 1 where it names none. */
  private static double kept(Experiment experiment) {
    Matcher number = NUMBER.matcher(experiment.overlap().toString());
    return number.find() ? Math.max(.05, Double.parseDouble(number.group(1))) : 1;
  }

  private static TaskMatrix matrix(List<String> tasks, double diagonal, Entry entry) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      values[i][i] = diagonal;
      for (int j = 0; j < i; j++) {
        values[i][j] = values[j][i] = entry.of(tasks.get(j), tasks.get(i));
      }
    }
    return new TaskMatrix(tasks, values);
  }

  private interface Entry {
    double of(String one, String other);
  }

  /** Between −.2 and .8, the same for two names whenever they are asked for. */
  static double truth(String one, String other) {
    return -.2 + new Random((one + "/" + other).hashCode()).nextDouble();
  }

  private TaskMatrix labels(Experiment experiment) {
    boolean all = experiment.labelCorrelation().rows() == Rows.ALL;
    Random noise = new Random(experiment.toString().hashCode());
    return matrix(
        tasks(experiment.data()),
        1,
        (one, other) -> truth(one, other) + (all ? 0 : .02 * noise.nextGaussian()));
  }

  private Result run(Experiment experiment) {
    List<String> tasks = tasks(experiment.data());
    double kept = kept(experiment);
    Random noise = new Random(experiment.toString().hashCode());
    TaskMatrix g =
        matrix(
            tasks,
            1,
            (one, other) ->
                Math.tanh(.02 + .3 * truth(one, other) + .03 / kept * noise.nextGaussian()));
    TaskMatrix e = labels(experiment);
    int epochs = experiment.training().epochs();
    List<Double> areas =
        tasks.stream()
            .map(t -> .7 + .01 * noise.nextGaussian() + (tasks.size() > 1 ? .02 * g.at(0, 1) : 0))
            .toList();
    List<Epoch> history = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      history.add(new Epoch(epoch, .001, areas, areas, areas));
    }
    String id = Integer.toHexString(experiment.toString().hashCode());
    return new Result(
        experiment,
        new RunRecord(
            id,
            experiment.toString(),
            Map.of(experiment.data().name(), "made up"),
            Map.of("numerics", "2"),
            "cpu",
            1,
            "2026-01-01T00:00:00Z",
            1,
            epochs,
            (long) STEPS * epochs,
            STEPS * epochs,
            new RunRecord.Parameters(1000, 30),
            List.of()),
        Path.of("runs", id),
        g,
        g.map(v -> v < 0 ? 1 : 0),
        e,
        matrix(tasks, 1, (one, other) -> kept / (2 - kept)),
        matrix(tasks, 600, (one, other) -> 600 * kept),
        relation(g, e),
        real.group(g, averageLinkage().groups(Math.min(2, tasks.size()))),
        IntStream.range(0, tasks.size())
            .mapToObj(
                t ->
                    new TaskSummary(
                        tasks.get(t),
                        TaskType.CLASSIFICATION,
                        600,
                        480,
                        240,
                        Metric.ROC_AUC,
                        areas.get(t),
                        areas.get(t) - .01))
            .toList(),
        history);
  }

  /** The coefficient alone: what a sweep reads off each of its results. */
  private static Relation relation(TaskMatrix g, TaskMatrix e) {
    double r = Correlations.pearson(g, e);
    Association pearson = new Association("Pearson", r, Double.NaN, Double.NaN, 0, List.of());
    return new Relation(g.pairs().length, 0, pearson, pearson);
  }

  /** Coefficients with intervals over tasks; the p of the permutation tests is made up. */
  private static Relation related(TaskMatrix one, TaskMatrix other) {
    return new Relation(
        one.pairs().length,
        0,
        association("Pearson", one, other, Correlations::pearson),
        association("Spearman", one, other, MadeUp::spearman));
  }

  private static Association association(
      String name,
      TaskMatrix one,
      TaskMatrix other,
      ToDoubleBiFunction<TaskMatrix, TaskMatrix> coefficient) {
    double value = coefficient.applyAsDouble(one, other);
    List<Interval> intervals = new ArrayList<>();
    if (one.size() > 3) {
      Span span =
          Jackknife.overTasks(
                  name,
                  Scale.FISHER_Z,
                  one.tasks(),
                  0,
                  some -> coefficient.applyAsDouble(one.select(some), other.select(some)))
              .over(Over.TASKS)
              .orElseThrow();
      intervals.add(
          new Interval(span.low(), span.high(), .95, "tasks", "jackknife", span.units(), 0));
    }
    return new Association(name, value, .5, .5, 9_999, intervals);
  }

  private static double spearman(TaskMatrix one, TaskMatrix other) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < one.pairs().length; i++) {
      if (!Double.isNaN(one.pairs()[i] + other.pairs()[i])) {
        points.add(new double[] {one.pairs()[i], other.pairs()[i]});
      }
    }
    return Correlations.spearman(points);
  }

  /** Every step has the same cosines, those of G. */
  private Captured captured(Result result) {
    List<String> tasks = result.affinity().tasks();
    int k = tasks.size();
    int steps = (int) result.record().steps();
    float[] cosines = new float[k * k];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = (float) result.affinity().at(i / k, i % k);
    }
    float[] norms = new float[k];
    Arrays.fill(norms, 1);
    long[] at = IntStream.range(0, steps).asLongStream().toArray();
    return new Captured(
        tasks,
        at,
        IntStream.range(0, steps).mapToObj(s -> cosines).toList(),
        IntStream.range(0, steps).mapToObj(s -> norms).toList());
  }

  private Task2Vec task2vec(Result result) {
    List<TaskFisher> each = new ArrayList<>();
    for (String task : result.affinity().tasks()) {
      Random random = new Random(task.hashCode() + result.experiment().seed());
      double[] probe = random.doubles(4, -1, 1).toArray();
      double[][] moment = new double[4][4];
      for (int i = 0; i < 4; i++) {
        moment[i][i] = 1 + random.nextDouble();
      }
      each.add(new TaskFisher(task, 100, probe, moment));
    }
    return new Task2Vec(each);
  }

  /** Each by itself, and then how far they share molecules. */
  private List<Audit> audits(Dataset[] sets) {
    List<Audit> all = new ArrayList<>(Stream.of(sets).map(s -> audit(s.name(), tasks(s))).toList());
    if (sets.length > 1) {
      all.add(audit("all", Stream.of(sets).map(Dataset::name).toList()));
    }
    return all;
  }

  private static Audit audit(String name, List<String> tasks) {
    TaskMatrix overlap = matrix(tasks, 1, (one, other) -> .2 + .5 * Math.abs(truth(one, other)));
    return new Audit(
        name,
        tasks.stream().map(t -> 600).toList(),
        matrix(tasks, 600, (one, other) -> 300),
        overlap,
        overlap,
        overlap,
        600,
        List.of());
  }

  private Plan plan(Experiment experiment) {
    return new Plan(
        experiment,
        "made up",
        false,
        tasks(experiment.data()).stream().map(Mtl::classification).toList(),
        new Plan.RowCounts(480, 60, 60),
        "natural()",
        "[atoms, 37] -> 256",
        new RunRecord.Parameters(1000, 30),
        STEPS,
        STEPS,
        STEPS,
        1L << 20,
        java.time.Duration.ofSeconds(1),
        List.of());
  }
}
