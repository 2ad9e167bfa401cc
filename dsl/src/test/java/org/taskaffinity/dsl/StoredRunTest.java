package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.planted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.StoredRun.State;
import org.taskaffinity.testing.Golden;

class StoredRunTest {
  private static final Experiment LOOK = experiment("first look", planted()).seed(7);

  private static StoredRun run(State state, String description, double r, String problem) {
    return new StoredRun(
        "0123456789abcdef".repeat(4),
        state,
        description.isEmpty() ? "" : "first look",
        description,
        "2026-01-01T00:00:00Z",
        12.25,
        1200,
        r,
        Path.of("runs", "0123"),
        problem);
  }

  @Test
  void runsPrintInALine() {
    List<StoredRun> runs =
        List.of(
            run(State.FINISHED, LOOK.toString(), 0.91234, ""),
            run(State.FINISHED, LOOK.toString(), Double.NaN, ""),
            run(State.UNFINISHED, LOOK.toString(), Double.NaN, ""),
            run(State.DAMAGED, "of another language", Double.NaN, "run.json is cut short"),
            run(State.DAMAGED, "", Double.NaN, "run.json is cut short"));
    List<Object> lines = new ArrayList<>(runs);
    lines.add(new ImportedRun(runs.get(0), false, List.of()));
    lines.add(new ImportedRun(runs.get(0), true, List.of()));
    lines.add(new ImportedRun(runs.get(0), true, List.of("run.json", "report.html")));
    Golden.check(
        "stored-runs.txt", lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  @Test
  void theExperimentIsReadFromItsDescription() {
    assertEquals(Optional.of(LOOK), run(State.FINISHED, LOOK.toString(), 0, "").experiment());
    assertEquals(Optional.empty(), run(State.DAMAGED, "nothing", 0, "").experiment());
  }

  @Test
  void experimentsDifferInTheirParts() {
    assertEquals(List.of(), LOOK.differences(LOOK));
    Experiment other = LOOK.name("second").overlap(keepLabels(0.5)).seed(8);
    assertEquals(
        "name: \"first look\" | \"second\"\noverlap: natural() | keepLabels(0.5)\nseed: 7 | 8",
        LOOK.differences(other).stream().map(String::valueOf).collect(Collectors.joining("\n")));
    assertEquals("x: none | 1", new Difference("x", "", "1").toString());
  }

  /** Every part is compared: a new one that is forgotten shows here. */
  @Test
  void noPartIsForgotten() {
    Experiment all =
        experiment("other", Mtl.dataset("sider"))
            .split(Mtl.noSplit())
            .overlap(keepLabels(0.5))
            .control(Mtl.shuffledRows())
            .encoder(Mtl.gcn(3))
            .head(Mtl.linearHead())
            .training(Mtl.adamW(0.5))
            .capture(Mtl.captureEvery(3))
            .labelCorrelation(Mtl.labelCorrelation(Rows.KEPT))
            .seed(8);
    assertEquals(Experiment.class.getRecordComponents().length, LOOK.differences(all).size());
  }
}
