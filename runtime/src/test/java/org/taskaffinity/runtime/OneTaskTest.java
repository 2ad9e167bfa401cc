package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

/** One task by itself: no affinity, but what joint training is compared with. */
class OneTaskTest {
  @TempDir Path folder;

  private Runner runner(Engine engine) {
    return Runner.open(Settings.settings().out(folder).engine(engine));
  }

  private static Experiment alone() {
    return experiment("alone", planted(design().molecules(120)).tasks("T2"))
        .split(randomSplit(0.6, 0.2, 0.2))
        .encoder(gcn(16).projection(16))
        .training(adamW(0.01).epochs(2))
        .capture(captureEvery(1));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"DJL", "JAVA"})
  void itIsTrainedJudgedAndStored(Engine engine) {
    try (Runner runner = runner(engine)) {
      Result result = runner.run(alone());
      assertEquals(List.of("T2"), result.affinity().tasks());
      assertEquals(0, result.relation().pairs());
      assertTrue(Double.isNaN(result.relation().pearson().value()));
      assertTrue(result.tasks().get(0).test() > 0, "judged on the test rows");
      assertEquals(result, runner.run(alone()));
      assertTrue(Files.exists(runner.report(result, folder.resolve("page"))));
      Results both = runner.run(alone().seeds(1, 2));
      assertEquals(2, both.each().size());
      assertEquals(List.of(), both.failed());
    }
  }

  /** Whoever did not name it wants affinities. */
  @Test
  void aTableOfOneTaskIsRefusedUnlessItIsNamed() throws Exception {
    Path csv = Files.writeString(folder.resolve("one.csv"), "smiles,y\nCCO,1\nCC,0\nCCC,1\n");
    try (Runner runner = runner(Engine.AUTO)) {
      Experiment unnamed = experiment("one", dataset("one", csv.toString()).smiles("smiles"));
      assertThrows(PlanException.class, () -> runner.plan(unnamed));
    }
  }
}
