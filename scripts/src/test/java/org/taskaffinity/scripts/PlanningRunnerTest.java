package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Settings;

class PlanningRunnerTest {
  private final FakeRunner behind = new FakeRunner(Settings.settings());
  private final PlanningRunner planning = new PlanningRunner(() -> behind, plan -> {});

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
}
