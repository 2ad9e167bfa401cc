package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;

class EmptyResultTest {
  @Test
  void onePooledBlankStandsForAllSeedsOfAnExperiment() {
    Experiment plain = Mtl.experiment("e", Mtl.planted());
    Experiment sparse = plain.overlap(Mtl.keepLabels(0.5));
    List<Result> results =
        Stream.of(plain.seed(1), sparse.seed(1), plain.seed(2), sparse.seed(2), sparse.seed(3))
            .map(FakeRunner::result)
            .toList();
    List<Pooled> pooled = EmptyResult.pooled(results);
    assertEquals(
        List.of(List.of(1L, 2L), List.of(1L, 2L, 3L)), pooled.stream().map(Pooled::seeds).toList());
    assertEquals(sparse.overlap(), pooled.get(1).experiment().overlap());
    assertTrue(Double.isNaN(pooled.get(0).affinity().at(0, 1)));
  }
}
