package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CapturedPair;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Settings;

class PlanningRunnerTest {
  private final FakeRunner behind = new FakeRunner(Settings.settings());
  private final PlanningRunner planning =
      new PlanningRunner(() -> behind, plan -> {}, together -> {});

  private Agreement compared() {
    Result result = planning.run(Mtl.experiment("planned", Mtl.planted()));
    return planning.compare(
        result.groups(), planning.group(result.labelCorrelation(), Mtl.averageLinkage()));
  }

  @Test
  void groupsThatNobodyHasWorkedOutAgreeByNoNumber() {
    Agreement found = compared();
    assertTrue(Double.isNaN(found.ari()) && Double.isNaN(found.nmi()) && Double.isNaN(found.ami()));
    assertTrue(Double.isNaN(found.chance().ari95()), found.toString());
  }

  @Test
  void groupsOfAStoredResultAreCompared() {
    behind.stored = true;
    assertEquals(0.5, compared().ari());
  }

  @Test
  void aPlanWritesNothingAndReadsBackWhatItWouldHaveWritten() {
    Result result = planning.run(Mtl.experiment("planned", Mtl.planted()));
    Path file = Path.of("m.csv");
    planning.save(result.affinity(), file);
    assertEquals(result.affinity(), planning.matrix(file));
    assertThrows(PlanException.class, () -> planning.matrix(Path.of("another.csv")));
    planning.export(result, Path.of("b.zip"));
    assertEquals(Map.of(), behind.saved);
    assertEquals(List.of(), behind.exported);
  }

  @Test
  void nothingWasCapturedInARunThatWasOnlyPlanned() {
    Captured captured = planning.captured(planning.run(Mtl.experiment("planned", Mtl.planted())));
    assertEquals(0, captured.size());
    assertTrue(Double.isNaN(captured.measure(CapturedPair::mean).at("T1", "T2")));
  }

  @Test
  void nothingIsMeasuredOfARunThatWasOnlyPlanned() {
    Result planned = planning.run(Mtl.experiment("planned", Mtl.planted()));
    MeasuredAffinity found = planning.affinity(planned, Mtl.conflictRate());
    assertEquals("conflict rate", found.name());
    assertEquals(List.of(42L), found.seeds());
    assertTrue(Double.isNaN(found.at("T1", "T2")));
    assertTrue(Double.isNaN(planning.task2vec(planned).diagonal().at("T1", "T1")));
    assertEquals(
        "480 molecules through the encoder, 3 linear probes",
        planning.cost(planned.experiment(), Mtl.task2vec()).toString());
  }

  @Test
  void whatIsStoredIsReadInAPlanToo() {
    behind.stored = true;
    Result stored = planning.run(Mtl.experiment("planned", Mtl.planted()));
    assertEquals(2, planning.captured(stored).size());
    assertEquals(0.5, planning.affinity(stored, Mtl.cosine()).at("T1", "T2"));
    assertEquals(4, planning.runs().size());
    assertEquals("first look", planning.stored("0123").experiment().name());
  }

  @Test
  void aPlanBringsNoRun() {
    PlanException refused =
        assertThrows(PlanException.class, () -> planning.importBundle(Path.of("b.zip")));
    assertEquals(
        "A plan writes nothing, and so brings no run out of b.zip.\n"
            + "  write first: affinity import b.zip",
        refused.getMessage());
  }
}
