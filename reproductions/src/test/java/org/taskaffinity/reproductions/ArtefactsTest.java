package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.planted;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

class ArtefactsTest {
  @TempDir Path folder;

  /** Every number of the paper and every rule belongs to something that is made. */
  @Test
  void whatIsJudgedIsMade() {
    Set<String> made = new HashSet<>(Artefacts.all().stream().map(Artefact::id).toList());
    assertEquals(Artefacts.all().size(), made.size());
    for (String file : List.of("paper.csv", "rules.csv")) {
      Set<String> named =
          Paper.read(file).stream().map(l -> l.getField("artefact")).collect(Collectors.toSet());
      named.removeAll(made);
      assertEquals(Set.of(), named, file);
    }
  }

  /** All thirteen tables of the paper. */
  @Test
  void everyTableIsMade() {
    List<String> made = Artefacts.all().stream().map(Artefact::id).toList();
    for (int table = 1; table <= 13; table++) {
      assertTrue(made.contains("table-" + table), "table-" + table);
    }
  }

  @Test
  void anUnknownOneListsTheKnown() {
    DescriptionException e =
        assertThrows(DescriptionException.class, () -> Artefacts.named(List.of("table-77")));
    assertTrue(e.getMessage().contains("known: "), e.getMessage());
    assertTrue(e.getMessage().contains("table-7"), e.getMessage());
  }

  /** Every sentence says what can be said, in every lane and budget. */
  @Test
  void everyTrainingCanBeDescribedAndReadBack() {
    for (Artefact artefact : Artefacts.all()) {
      for (Lane lane : artefact.lanes()) {
        for (Budget budget : Budget.values()) {
          for (Experiment each : artefact.trainings(lane, budget)) {
            assertEquals(each, Experiment.read(each.toString()), artefact.id());
          }
          // The areas of these are kept by their printed form: one of each kind is enough here.
          artefact.scored(lane, budget).stream()
              .limit(100)
              .forEach(e -> assertEquals(e, Experiment.read(e.toString()), artefact.id()));
        }
      }
    }
  }

  /**
   * 37 · 256 + 256 + 2 (256² + 256) in the encoder and 12 (256 · 128 + 128 + 128 + 1) in the heads.
   */
  @Test
  void asWrittenTheNetworkHasNoNormAndNoProjection() {
    Experiment written = Protocol.writtenUnstopped(planted(), 1);
    try (Runner runner = Runner.open(Settings.settings().out(folder))) {
      var parameters = runner.plan(written).parameters();
      assertEquals(141_312, parameters.encoder());
      assertEquals(6 * 33_025, parameters.heads());
      assertEquals(537_612, parameters.encoder() + 12 * 33_025);
    }
  }

  /** A data set that is not there costs its own numbers alone. */
  @Test
  void aMissingDataSetIsRemarked() {
    Experiment missing =
        org.taskaffinity.dsl.Mtl.experiment(
            "e", org.taskaffinity.dsl.Mtl.dataset("mine", folder.resolve("no.csv").toString()));
    try (Runner runner = Runner.open(Settings.settings().out(folder))) {
      Work work = new Work(runner, Budget.SMOKE, new Scores(folder.resolve("scores.csv")));
      Findings found = new Findings();
      assertEquals(List.of(), work.tryRun("mine", List.of(missing), found));
      assertEquals(List.of("mine"), work.missing());
      assertFalse(found.remarks().isEmpty());
    }
  }
}
