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
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Sweep;

/**
 * The embedded example, whose answer is known: its gradients find the cosines that were planted.
 */
class PlantedTest {
  private static final Sweep EXAMPLE =
      experiment("first look", planted())
          .split(randomSplit(0.8, 0.1, 0.1))
          .encoder(gcn(64, 64).projection(64))
          .head(head(32))
          .training(adamW(0.001).epochs(10))
          .capture(captureEvery(5).window(all()))
          .seeds(1, 2, 3);

  @TempDir Path out;

  @Test
  void gradientsFindTheCosinesThatWerePlanted() {
    try (Runner runner = Small.runner(out)) {
      Pooled found = runner.run(EXAMPLE).pooled().get(0);
      Relation relation = runner.relate(found.affinity(), design().truth());
      assertEquals(15, relation.pairs());
      assertTrue(relation.pearson().value() >= 0.9, relation.toString());
      var groups =
          runner.group(found.affinity(), org.taskaffinity.dsl.Mtl.averageLinkage().groups(2));
      assertEquals(List.of(List.of("T1", "T2", "T3"), List.of("T4", "T5", "T6")), groups.groups());
    }
  }
}
