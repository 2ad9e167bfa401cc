package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.StoredRun;

class RunsTextTest {
  private static StoredRun run(Experiment experiment) {
    return new StoredRun(
        "0123456789abcdef",
        StoredRun.State.FINISHED,
        experiment.name(),
        experiment.toString(),
        "2026-01-01T00:00:00Z",
        1.5,
        100,
        0.75,
        Path.of("runs"),
        "");
  }

  private static List<String> titles(Experiment... experiments) {
    return RunsText.of(List.of(experiments).stream().map(RunsTextTest::run).toList()).stream()
        .map(line -> line.replaceFirst("^\\S+  \\S+  ", "").replaceFirst(": 100 steps.*", ""))
        .toList();
  }

  @Test
  void runsOfOneNameShowInWhatTheyDiffer() {
    Experiment e = experiment("sweep", planted());
    assertEquals(
        List.of(
            "sweep, natural(), seed 1",
            "sweep, targetJaccard(0.5), seed 1",
            "sweep, targetJaccard(0.5), seed 2"),
        titles(
            e.overlap(natural()).seed(1),
            e.overlap(targetJaccard(0.5)).seed(1),
            e.overlap(targetJaccard(0.5)).seed(2)));
    assertEquals(
        List.of("sweep, epochs(3), seed 42", "sweep, epochs(5), seed 42"),
        titles(e.training(adamW(0.001).epochs(3)), e.training(adamW(0.001).epochs(5))));
    assertEquals(List.of("sweep, seed 42", "other, seed 42"), titles(e, e.name("other")));
  }

  @Test
  void whatNobodyCanReadIsShownAsItIs() {
    StoredRun damaged =
        new StoredRun(
            "ff",
            StoredRun.State.DAMAGED,
            "",
            "",
            "",
            Double.NaN,
            0,
            Double.NaN,
            Path.of("x"),
            "cut");
    assertEquals(List.of(damaged.toString()), RunsText.of(List.of(damaged)));
  }
}
