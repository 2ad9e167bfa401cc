package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.head;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.noControl;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;
import static org.taskaffinity.dsl.Mtl.shuffledLabels;
import static org.taskaffinity.dsl.Mtl.shuffledRows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;

/** Controls as whole trainings: E and the counts stay, and nothing is learnt. */
class ControlTest {
  private static final Experiment REAL =
      experiment("control", planted(design().molecules(600)))
          .split(randomSplit(0.6, 0.2, 0.2))
          .overlap(keepLabels(0.7))
          .encoder(gcn(32, 32).projection(32))
          .head(head(16))
          .training(adamW(0.003).epochs(12))
          .capture(captureEvery(5).window(all()));

  @TempDir Path out;

  @Test
  void countsStayAndNothingIsLearnt() {
    try (Runner runner = Small.runner(out)) {
      List<Result> results =
          runner.run(REAL.over(noControl(), shuffledRows(), shuffledLabels())).each();
      Result real = results.get(0);
      assertTrue(auc(real) > 0.7, "real labels are learnt: " + auc(real));
      for (Result control : results.subList(1, 3)) {
        String name = control.experiment().control().toString();
        assertEquals(real.shared(), control.shared(), name);
        assertEquals(counts(real), counts(control), name);
        assertTrue(Math.abs(auc(control) - 0.5) < 0.12, name + ": AUC " + auc(control));
        assertTrue(
            control.record().notes().stream().anyMatch(n -> n.startsWith(name)),
            control.record().notes().toString());
      }
      assertEquals(0, distance(real.labelCorrelation(), results.get(1).labelCorrelation()), 1e-12);
      assertTrue(largest(results.get(2).labelCorrelation()) < 0.25, "no label correlation is left");
      assertTrue(largest(real.labelCorrelation()) > 0.4, "there was one");
    }
  }

  /** Where training rows alone make E, their order is all that changes. */
  @Test
  void shuffledRowsKeepTheLabelCorrelationOfTheLabelsThatAreKept() {
    Experiment kept =
        REAL.labelCorrelation(labelCorrelation(Rows.KEPT)).training(adamW(1e-3).epochs(1));
    try (Runner runner = Small.runner(out)) {
      List<Result> results = runner.run(kept.over(noControl(), shuffledRows())).each();
      double moved = distance(results.get(0).labelCorrelation(), results.get(1).labelCorrelation());
      assertEquals(0, moved, 1e-12);
    }
  }

  /** Mean area under the curve over the classifications, of validation and test rows. */
  private static double auc(Result result) {
    return result.tasks().stream()
        .filter(task -> task.metric() == Metric.ROC_AUC)
        .flatMapToDouble(task -> Arrays.stream(new double[] {task.validation(), task.test()}))
        .average()
        .orElseThrow();
  }

  private static List<List<Integer>> counts(Result result) {
    return result.tasks().stream().map(ControlTest::counts).toList();
  }

  private static List<Integer> counts(TaskSummary task) {
    return List.of(task.measured(), task.kept(), task.positives());
  }

  private static double distance(TaskMatrix one, TaskMatrix other) {
    double[] a = one.pairs();
    double[] b = other.pairs();
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  private static double largest(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).map(Math::abs).max().orElseThrow();
  }
}
