package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.fromEpoch;
import static org.taskaffinity.dsl.Mtl.hdbscan;
import static org.taskaffinity.dsl.Mtl.kMeans;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.last;
import static org.taskaffinity.dsl.Mtl.mlp;
import static org.taskaffinity.dsl.Mtl.natural;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskGroups;

class DjlRunnerTest {
  @TempDir Path out;

  /** Counts the steps that are really trained. */
  private static final class Steps implements Progress {
    final AtomicInteger trained = new AtomicInteger();
    private String unit = "";

    @Override
    public void begin(String what, long total, String counted) {
      unit = counted;
    }

    @Override
    public void advance(long done, String note) {
      if (unit.equals("steps")) {
        trained.incrementAndGet();
      }
    }
  }

  @Test
  void askingAgainTrainsNothingAndGivesTheSame() {
    Steps steps = new Steps();
    try (Runner runner = Small.runner(out, steps)) {
      Result first = runner.run(Small.experimentNamed("again"));
      int trained = steps.trained.get();
      assertEquals(24, trained);
      assertEquals(first, runner.run(Small.experimentNamed("again")));
      assertEquals(trained, steps.trained.get());
    }
  }

  /** The look into the store, which prepares nothing, asks for the name that the run was given. */
  @Test
  void askingAgainForAFileOfOnesOwnFindsItUntilTheFileChanges() throws IOException {
    Path file = Files.writeString(out.resolve("mine.csv"), rows(""));
    Experiment asked =
        experiment("mine", dataset("mine", file.toString()).features("x", "y"))
            .encoder(mlp(4))
            .training(adamW(0.01).batchSize(16).epochs(2))
            .capture(captureEvery(1).window(all()));
    Steps steps = new Steps();
    try (Runner runner = Small.runner(out, steps)) {
      Result first = runner.run(asked);
      int trained = steps.trained.get();
      assertEquals(first, runner.run(asked));
      assertEquals(trained, steps.trained.get());
      assertEquals(first.record().id(), runner.plan(asked).id());
      Files.writeString(file, rows("1,2,1,0\n"));
      assertNotEquals(first.record().id(), runner.run(asked).record().id());
      assertTrue(steps.trained.get() > trained);
    }
  }

  private static String rows(String last) {
    StringBuilder rows = new StringBuilder("x,y,A,B\n");
    for (int i = 0; i < 80; i++) {
      rows.append(i % 7).append(',').append(i % 11).append(',');
      rows.append(i % 7 > 3 ? 1 : 0).append(',').append(i % 3 > 0 ? 1 : 0).append('\n');
    }
    return rows + last;
  }

  @Test
  void aRunLeavesEveryFileThatIsPromised() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("files"));
      try (Stream<Path> files = Files.list(result.folder())) {
        Set<String> names = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
        assertTrue(
            names.containsAll(
                List.of(
                    "run.json",
                    "affinity.csv",
                    "labels.csv",
                    "overlap.csv",
                    "counts.csv",
                    "history.csv",
                    "captures.npz",
                    "summary.json",
                    "description.txt",
                    "report.html")),
            names.toString());
        assertFalse(names.contains("checkpoint.bin"));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    try (Runner here = Small.runner(out.resolve("a"));
        Runner there = Small.runner(out.resolve("b"))) {
      Experiment asked = Small.experimentNamed("bits");
      Result first = here.run(asked);
      Result second = there.run(asked);
      assertEquals(first.affinity(), second.affinity());
      assertEquals(first.history(), second.history());
      assertEquals(first.relation(), second.relation());
    }
  }

  @Test
  void lookingDoesNotChangeTheTraining() {
    try (Runner runner = Small.runner(out)) {
      Experiment often = Small.experimentNamed("looks");
      Experiment once = often.capture(captureEvery(24).window(all()));
      assertEquals(runner.run(often).history(), runner.run(once).history());
    }
  }

  @Test
  void onlyTheWindowIsCaptured() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked = Small.experimentNamed("window");
      assertEquals(6, runner.run(asked).record().captures());
      Experiment later = asked.capture(captureEvery(1).window(fromEpoch(4)));
      assertEquals(6, runner.run(later).record().captures());
    }
  }

  @Test
  void aWindowWithoutACaptureIsRefused() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked = Small.experimentNamed("none").capture(captureEvery(5).window(last(0.01)));
      PlanException refused = assertThrows(PlanException.class, () -> runner.run(asked));
      assertTrue(
          refused.getMessage().startsWith("No step would be captured"), refused.getMessage());
    }
  }

  @Test
  void seedsArePooledWithAnIntervalOverThem() {
    try (Runner runner = Small.runner(out)) {
      Results results =
          runner.run(
              Small.experimentNamed("seeds").over(natural(), keepLabels(0.5)).seeds(1, 2, 3));
      assertEquals(6, results.each().size());
      assertEquals(2, results.pooled().size());
      assertEquals(List.of(1L, 2L, 3L), results.pooled().get(0).seeds());
      assertEquals("seeds", results.pooled().get(0).relation().pearson().intervals().get(0).over());
      double mean =
          results.each().subList(0, 3).stream()
              .mapToDouble(r -> r.affinity().at(0, 1))
              .average()
              .orElseThrow();
      assertEquals(mean, results.pooled().get(0).affinity().at(0, 1), 1e-15);
    }
  }

  @Test
  void earlyStoppingEndsEarly() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked =
          Small.experimentNamed("patience")
              .training(adamW(1e-9).batchSize(16).epochs(30).stopEarly(Metric.R2, 1));
      Result result = runner.run(asked);
      assertTrue(result.history().size() < 30, result.history().size() + " epochs");
      assertTrue(
          result.record().notes().stream().anyMatch(n -> n.startsWith("training ended early")));
    }
  }

  @Test
  void withholdingLeavesTheCorrelationOfAllTrainingLabelsAlone() {
    try (Runner runner = Small.runner(out)) {
      Experiment all = Small.experimentNamed("e").labelCorrelation(labelCorrelation(Rows.TRAINING));
      Experiment few = all.overlap(keepLabels(0.3));
      assertEquals(runner.run(all).labelCorrelation(), runner.run(few).labelCorrelation());
    }
  }

  @Test
  void absentTasksReadAsZeroPullTheMeanAndItsIntervalTowardsZero() {
    try (Runner runner = Small.runner(out)) {
      Experiment missing = Small.experimentNamed("absent").overlap(keepLabels(0.1));
      Result skipped = runner.run(missing);
      Result zero = runner.run(missing.capture(missing.capture().absent(Absent.ZERO)));
      assertNotEquals(skipped.affinity(), zero.affinity());
      assertNotEquals(
          skipped.relation().pearson().intervals(), zero.relation().pearson().intervals());
      for (int t = 0; t < zero.affinity().size(); t++) {
        assertEquals(1, zero.affinity().at(t, t), 1e-6);
      }
    }
  }

  @Test
  void anEndBeforeTheWindowReadsTheLastCapture() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked =
          Small.experimentNamed("cut short")
              .training(adamW(1e-9).batchSize(16).epochs(30).stopEarly(Metric.R2, 1))
              .capture(captureEvery(1000));
      assertEquals(1, runner.run(asked).record().captures());
    }
  }

  @Test
  void aLossThatIsNoNumberStopsWithStepTaskAndRate() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked = Small.experimentNamed("nan").training(adamW(1e30).batchSize(16).clip(0));
      RunException stopped = assertThrows(RunException.class, () -> runner.run(asked));
      assertTrue(
          stopped.getMessage().matches("(?s).*step \\d+.*learning rate 1.0E30.*"),
          stopped.getMessage());
    }
  }

  @Test
  void aPlanIsTheRunItAnnounces() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked = Small.experimentNamed("plan");
      Plan plan = runner.plan(asked);
      assertFalse(plan.stored());
      Result result = runner.run(asked);
      assertEquals(plan.id(), result.record().id());
      assertEquals(plan.steps(), result.record().steps());
      assertEquals(plan.captures(), result.record().captures());
      assertEquals(plan.parameters(), result.record().parameters());
      assertTrue(runner.plan(asked).stored());
    }
  }

  @Test
  void everyMethodPutsEveryTaskSomewhere() {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("groups"));
      for (var grouping : List.of(averageLinkage().groups(2), kMeans().groups(2), hdbscan())) {
        TaskGroups groups = runner.group(result.affinity(), grouping);
        long placed = groups.groups().stream().mapToLong(List::size).sum();
        assertEquals(6, placed + groups.ungrouped().size(), grouping.toString());
        assertEquals(Set.copyOf(result.affinity().tasks()), Set.copyOf(groups.order()));
      }
    }
  }
}
