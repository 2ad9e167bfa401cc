package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The captured steps of a run's window: at each of T steps the cosine of every two tasks' gradients
 * and the norm of each, as they were looked at. From these a measure of affinity of one's own is
 * made:
 *
 * <pre>{@code
 * var captured = runner.captured(result);
 * captured.measure(pair -> pair.quantile(0.5))      // the median cosine in place of the mean
 * }</pre>
 *
 * <p>A task that had no label in a step's batch has no gradient there: NaN, whatever the
 * experiment's {@code absent(…)} makes of it in its own mean.
 */
public final class Captured {
  private final List<String> tasks;
  private final long[] steps;
  private final float[][] cosines;
  private final float[][] norms;
  private final float[][] across;

  /**
   * @param tasks K names
   * @param steps the step of each capture, counted from 0, [T]
   * @param cosines [T][K·K], row after row; NaN where a task was absent
   * @param norms Euclidean norms [T][K]; NaN where a task was absent
   */
  public Captured(List<String> tasks, long[] steps, List<float[]> cosines, List<float[]> norms) {
    this(tasks, steps, cosines, norms, Optional.empty());
  }

  /**
   * @param across mean inner products of gradients from different mini-batches at one step,
   *     [T][K·K]; NaN where there is none; empty where the run captured one batch a step
   */
  public Captured(
      List<String> tasks,
      long[] steps,
      List<float[]> cosines,
      List<float[]> norms,
      Optional<List<float[]>> across) {
    Check.distinct("task", tasks);
    this.tasks = List.copyOf(tasks);
    this.steps = steps.clone();
    this.cosines = rows("cosines", cosines, tasks.size() * tasks.size());
    this.norms = rows("norms", norms, tasks.size());
    this.across =
        across.map(rows -> rows("products", rows, tasks.size() * tasks.size())).orElse(null);
  }

  private float[][] rows(String what, List<float[]> given, int width) {
    if (given.size() != steps.length || given.stream().anyMatch(row -> row.length != width)) {
      throw new DescriptionException(
          "Captures of "
              + steps.length
              + " steps and "
              + tasks.size()
              + " tasks need as many rows of "
              + width
              + " "
              + what
              + ".");
    }
    return given.stream().map(float[]::clone).toArray(float[][]::new);
  }

  /** K names, in the order of rows and columns. */
  public List<String> tasks() {
    return tasks;
  }

  /** T. */
  public int size() {
    return steps.length;
  }

  /** The step of each capture, counted from 0: [T], the x of a figure of the dynamics. */
  public double[] steps() {
    return Arrays.stream(steps).asDoubleStream().toArray();
  }

  /** The step of the i-th capture, both counted from 0. */
  public long step(int i) {
    return steps[i];
  }

  /**
   * The captures of some steps.
   *
   * @param first the first step, counted from 0
   * @param end the step after the last; {@code Long.MAX_VALUE} for all from the first on
   * @return possibly none
   */
  public Captured between(long first, long end) {
    int[] chosen =
        IntStream.range(0, steps.length).filter(i -> first <= steps[i] && steps[i] < end).toArray();
    return new Captured(
        tasks,
        Arrays.stream(chosen).mapToLong(i -> steps[i]).toArray(),
        Arrays.stream(chosen).mapToObj(i -> cosines[i]).toList(),
        Arrays.stream(chosen).mapToObj(i -> norms[i]).toList(),
        Optional.ofNullable(across)
            .map(rows -> Arrays.stream(chosen).mapToObj(i -> rows[i]).toList()));
  }

  /** The cosines at the i-th capture in single precision, row after row: [K·K], a copy. */
  public float[] cosineRow(int i) {
    return cosines[i].clone();
  }

  /** The norms at the i-th capture in single precision: [K], a copy. */
  public float[] normRow(int i) {
    return norms[i].clone();
  }

  /** Whether several mini-batches were captured at a step; see {@link Capture#crossBatches}. */
  public boolean crossed() {
    return across != null;
  }

  /**
   * Mean inner products between batches at the i-th capture, row after row: [K·K], a copy.
   *
   * @throws DescriptionException if one batch was captured a step
   */
  public float[] acrossRow(int i) {
    return crossing()[i].clone();
  }

  /**
   * The mean inner product of the gradients of the i-th and the j-th task from different
   * mini-batches at each capture: [T], NaN where there is none. Its expectation is the inner
   * product of the tasks' expected gradients; of a task with itself, the squared norm of its
   * expected gradient, which an estimate may put below 0.
   *
   * @throws DescriptionException if one batch was captured a step
   */
  public double[] across(int i, int j) {
    return column(crossing(), i * tasks.size() + j);
  }

  private float[][] crossing() {
    if (across == null) {
      throw new DescriptionException(
          "These captures are of one mini-batch a step, and nothing can be compared across batches."
              + " Write "
              + Remedy.crossBatches(2)
              + " in the experiment.");
    }
    return across;
  }

  /** The cosines at the i-th capture, counted from 0. */
  public TaskMatrix cosines(int i) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int row = 0; row < k; row++) {
      for (int column = 0; column < k; column++) {
        values[row][column] = cosines[i][row * k + column];
      }
    }
    return new TaskMatrix(tasks, values);
  }

  /**
   * The cosine of two tasks at each capture: [T], NaN where one was absent.
   *
   * @throws DescriptionException if there is no such task
   */
  public double[] cosines(String one, String other) {
    return cosines(index(one), index(other));
  }

  /** The cosine of the i-th and the j-th task at each capture: [T], NaN where one was absent. */
  public double[] cosines(int i, int j) {
    return column(cosines, i * tasks.size() + j);
  }

  /**
   * The gradient norm of a task at each capture: [T], NaN where it was absent.
   *
   * @throws DescriptionException if there is no such task
   */
  public double[] norms(String task) {
    return column(norms, index(task));
  }

  /**
   * An affinity of one's own: a number for every two tasks, and for each with itself, from the
   * steps at which both were present.
   *
   * @param affinity is asked once for a pair, the task that stands first first; never for one that
   *     shares no step
   * @return symmetric; NaN where two tasks share no step
   */
  public TaskMatrix measure(ToDoubleFunction<CapturedPair> affinity) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        CapturedPair pair = pair(i, j);
        values[i][j] = pair.size() == 0 ? Double.NaN : affinity.applyAsDouble(pair);
        values[j][i] = values[i][j];
      }
    }
    return new TaskMatrix(tasks, values);
  }

  /**
   * Two tasks at the steps at which both were present.
   *
   * @throws DescriptionException if there is no such task
   */
  public CapturedPair pair(String one, String other) {
    return pair(index(one), index(other));
  }

  private CapturedPair pair(int i, int j) {
    double[] cosine = cosines(i, j);
    int[] both = IntStream.range(0, cosine.length).filter(t -> !Double.isNaN(cosine[t])).toArray();
    return new CapturedPair(
        tasks.get(i),
        tasks.get(j),
        picked(steps(), both),
        picked(cosine, both),
        picked(column(norms, i), both),
        picked(column(norms, j), both));
  }

  private int index(String task) {
    int found = tasks.indexOf(task);
    if (found < 0) {
      throw new DescriptionException(Nearest.unknown("task", task, "these captures", tasks));
    }
    return found;
  }

  private static double[] column(float[][] rows, int at) {
    return Arrays.stream(rows).mapToDouble(row -> row[at]).toArray();
  }

  private static double[] picked(double[] values, int[] at) {
    return Arrays.stream(at).mapToDouble(t -> values[t]).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Captured c
        && tasks.equals(c.tasks)
        && Arrays.equals(steps, c.steps)
        && Arrays.deepEquals(cosines, c.cosines)
        && Arrays.deepEquals(norms, c.norms)
        && Arrays.deepEquals(across, c.across);
  }

  @Override
  public int hashCode() {
    return 31 * tasks.hashCode() + Arrays.hashCode(steps);
  }

  /** How much there is. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d captured steps of %d tasks%s",
        steps.length,
        tasks.size(),
        steps.length == 0 ? "" : ", from step " + steps[0] + " to " + steps[steps.length - 1]);
  }
}
