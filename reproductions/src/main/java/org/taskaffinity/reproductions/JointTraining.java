package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;

/**
 * Trainings on some of Tox21's tasks, judged on test rows. The split looks at molecules alone, so
 * all of them are judged on the same rows.
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

  private JointTraining() {}

  /** The tasks that a budget looks at. */
  static List<String> tasks(Budget budget) {
    return budget.of(TASKS.subList(0, 4), TASKS, TASKS);
  }

  /** Trainings on these tasks alone, one a seed. */
  static List<Experiment> on(List<String> tasks, Budget budget) {
    Dataset data = dataset("tox21").tasks(tasks.toArray(String[]::new));
    Experiment base = Protocol.careful(budget.of(data, 500), budget.of(2, 10, 30));
    return Protocol.under(budget.looking(base.name("tox21 in parts")), budget.seeds(1, 3, 3));
  }

  /** Every task by itself. */
  static List<Experiment> alone(Budget budget) {
    return tasks(budget).stream().flatMap(t -> on(List.of(t), budget).stream()).toList();
  }

  /** Every two tasks together. */
  static List<Experiment> pairs(Budget budget) {
    List<String> tasks = tasks(budget);
    List<Experiment> all = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        all.addAll(on(List.of(tasks.get(i), tasks.get(j)), budget));
      }
    }
    return all;
  }

  /** A task's area under the ROC curve on the test rows, mean over seeds. */
  static double auc(String task, List<Result> results) {
    return results.stream()
        .mapToDouble(r -> auc(task, r))
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  private static double auc(String task, Result result) {
    return result.tasks().stream()
        .filter(t -> t.name().equals(task))
        .mapToDouble(TaskSummary::test)
        .findFirst()
        .orElseThrow();
  }

  /** What training two tasks together adds to the mean of their areas, for every two: by seed. */
  static List<TaskMatrix> benefits(Work work) {
    List<String> tasks = tasks(work.budget());
    int k = tasks.size();
    List<List<Result>> alone =
        tasks.stream().map(t -> work.run(on(List.of(t), work.budget()))).toList();
    double[][][] benefit = new double[alone.get(0).size()][k][k];
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        List<Result> both = work.run(on(List.of(tasks.get(i), tasks.get(j)), work.budget()));
        for (int s = 0; s < benefit.length; s++) {
          double first = auc(tasks.get(i), both.get(s)) - auc(tasks.get(i), alone.get(i).get(s));
          double second = auc(tasks.get(j), both.get(s)) - auc(tasks.get(j), alone.get(j).get(s));
          benefit[s][i][j] = (first + second) / 2;
          benefit[s][j][i] = benefit[s][i][j];
        }
      }
    }
    return Arrays.stream(benefit)
        .map(
            each -> {
              IntStream.range(0, k).forEach(i -> each[i][i] = Double.NaN);
              return new TaskMatrix(tasks, each);
            })
        .toList();
  }

  /** G of all twelve tasks together, mean over seeds, of the tasks that are looked at. */
  static TaskMatrix affinity(Work work) {
    return Matrices.affinity(work.run(Subject.TOX21.careful(work.budget())))
        .select(tasks(work.budget()));
  }
}
