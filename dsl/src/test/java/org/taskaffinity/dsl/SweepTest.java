package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.linearHead;
import static org.taskaffinity.dsl.Mtl.mlp;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.seed;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Experiment BASE = experiment("e", planted());

  @Test
  void theLastAxisMovesFastest() {
    List<String> order =
        BASE.over(natural(), keepLabels(0.5)).seeds(1, 2, 3).experiments().stream()
            .map(e -> e.overlap() + " " + e.seed())
            .toList();
    assertEquals(
        List.of(
            "natural() 1",
            "natural() 2",
            "natural() 3",
            "keepLabels(0.5) 1",
            "keepLabels(0.5) 2",
            "keepLabels(0.5) 3"),
        order);
  }

  @Test
  void differentEncodersAreOneKindOfPart() {
    Sweep sweep = BASE.over(gcn(8), mlp(8)).over(natural(), targetJaccard(0.2));
    assertEquals(4, sweep.experiments().size());
    assertEquals(gcn(8), sweep.experiments().get(1).encoder());
    assertEquals(targetJaccard(0.2), sweep.experiments().get(1).overlap());
  }

  @Test
  void everythingElseStaysAsInTheBase() {
    Experiment changed = BASE.training(adamW(0.01)).head(linearHead());
    assertEquals(
        List.of(changed.with(seed(5)), changed.seed(6)), changed.seeds(5, 6).experiments());
    assertEquals(List.of(BASE), new Sweep(BASE, List.of()).experiments());
  }
}
