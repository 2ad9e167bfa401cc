package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.scaffoldSplit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * What training two of Tox21's tasks together adds, in area under the ROC curve (AUC) on rows that
 * no training saw: the mean of the areas on the validation and on the test rows, since nothing is
 * chosen on either.
 *
 * <p>Three folds are three scaffold splits. A seed s belongs to fold 1 + (s − 1) mod 3; a pair's
 * benefit under seed s is its AUC minus the mean AUC of all single-task trainings of the same fold,
 * so that a fold's test rows are the same on both sides of the difference.
 */
final class JointTraining {
  static final List<String> TASKS =
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

  /** Scaffold splits. */
  static final int FOLDS = 3;

  private JointTraining() {}

  /** The tasks that a budget trains. */
  static List<String> tasks(Budget budget) {
    return budget.of(TASKS.subList(0, 4), TASKS, TASKS);
  }

  /** Every two tasks, in the order of a matrix's upper triangle. */
  static List<List<String>> pairs(Budget budget) {
    List<String> tasks = tasks(budget);
    return IntStream.range(0, tasks.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, tasks.size())
                    .mapToObj(j -> List.of(tasks.get(i), tasks.get(j))))
        .toList();
  }

  /** Every task and the one behind it, in a circle: the pairs that choose the training length. */
  static List<List<String>> circle(Budget budget) {
    List<String> tasks = tasks(budget);
    return IntStream.range(0, tasks.size())
        .mapToObj(i -> List.of(tasks.get(i), tasks.get((i + 1) % tasks.size())))
        .toList();
  }

  /** Every task by itself. */
  static List<List<String>> alone(Budget budget) {
    return tasks(budget).stream().map(List::of).toList();
  }

  static long fold(long seed) {
    return 1 + (seed - 1) % FOLDS;
  }

  /** A training on these tasks alone. */
  static Experiment on(List<String> tasks, int epochs, long seed, Budget budget) {
    Dataset data = dataset("tox21").tasks(tasks.toArray(String[]::new));
    Experiment base =
        Protocol.careful(budget.of(data, 500), epochs)
            .name(name(tasks))
            .split(scaffoldSplit(0.8, 0.1, 0.1).seed(fold(seed)));
    return budget.looking(base).seed(seed);
  }

  private static String name(List<String> tasks) {
    String what = tasks.size() == 1 ? "single tasks" : tasks.size() == 2 ? "pairs" : "groups";
    return "tox21 " + what + ", three folds";
  }

  /** Trainings of several sets of tasks, seed by seed, so that a stop leaves whole seeds. */
  static List<Experiment> on(List<List<String>> sets, int epochs, int seeds, Budget budget) {
    return LongStream.rangeClosed(1, seeds)
        .boxed()
        .flatMap(seed -> sets.stream().map(tasks -> on(tasks, epochs, seed, budget)))
        .toList();
  }

  /** The area that a training has for a task; NaN where it is not known. */
  interface Area {
    double of(Experiment training, String task);
  }

  /**
   * The benefit of pairs by seed: [seed][pair], of the seeds for which every pair and every single
   * task of the fold is known.
   *
   * @param seeds of the pairs
   * @param singles seeds of the single-task trainings
   */
  static List<double[]> benefits(
      List<List<String>> pairs, int epochs, int seeds, int singles, Area area, Budget budget) {
    List<double[]> all = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      double[] benefit = new double[pairs.size()];
      for (int p = 0; p < benefit.length; p++) {
        List<String> pair = pairs.get(p);
        Experiment both = on(pair, epochs, seed, budget);
        List<Experiment> alone = inFold(fold(seed), singles, epochs, pair, budget);
        benefit[p] = area.of(both, pair.get(0)) - mean(alone, pair.get(0), area);
        benefit[p] += area.of(both, pair.get(1)) - mean(alone, pair.get(1), area);
        benefit[p] /= 2;
      }
      if (Arrays.stream(benefit).noneMatch(Double::isNaN)) {
        all.add(benefit);
      }
    }
    return all;
  }

  /** The single-task trainings of a fold on any of some tasks. */
  private static List<Experiment> inFold(
      long fold, int singles, int epochs, List<String> tasks, Budget budget) {
    return LongStream.rangeClosed(1, singles)
        .filter(seed -> fold(seed) == fold)
        .boxed()
        .flatMap(seed -> tasks.stream().map(task -> on(List.of(task), epochs, seed, budget)))
        .toList();
  }

  /** The mean over the trainings that are known. */
  private static double mean(List<Experiment> trainings, String task, Area area) {
    return trainings.stream()
        .mapToDouble(e -> area.of(e, task))
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** A symmetric matrix of the pairs' values, the diagonal undefined. */
  static TaskMatrix matrix(List<String> tasks, double[] pairs) {
    int k = tasks.size();
    double[][] values = new double[k][k];
    int at = 0;
    for (int i = 0; i < k; i++) {
      values[i][i] = Double.NaN;
      for (int j = i + 1; j < k; j++) {
        values[i][j] = pairs[at];
        values[j][i] = pairs[at++];
      }
    }
    return new TaskMatrix(tasks, values);
  }

  /** G of all twelve tasks trained together, mean over seeds, for the tasks of this budget. */
  static TaskMatrix affinity(Work work) {
    return Matrices.affinity(work.run(Subject.TOX21.careful(work.budget())))
        .select(tasks(work.budget()));
  }

  /** E of all measured labels, for the tasks of this budget. */
  static TaskMatrix labelCorrelation(Work work) {
    Experiment training = Subject.TOX21.careful(work.budget()).get(0);
    return work.runner().labelCorrelation(training).select(tasks(work.budget()));
  }
}
