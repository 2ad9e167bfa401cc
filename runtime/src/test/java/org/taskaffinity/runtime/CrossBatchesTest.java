package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.samplingShare;
import static org.taskaffinity.dsl.Mtl.signalAffinity;
import static org.taskaffinity.dsl.Mtl.signalShare;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

/** Whole runs that capture further mini-batches at a step. */
class CrossBatchesTest {
  private static final Experiment ONE = Small.experimentNamed("cross");
  private static final Experiment TWO = ONE.capture(ONE.capture().crossBatches(2));

  @TempDir Path out;

  private Result run(Engine engine, Experiment experiment) {
    try (Runner runner = runner(engine)) {
      return runner.run(experiment);
    }
  }

  private Runner runner(Engine engine) {
    return Runner.open(
        Settings.settings()
            .out(out.resolve(engine.name()))
            .device(Device.CPU)
            .threads(1)
            .engine(engine));
  }

  @Test
  void trainingAndCosinesStayAsTheyAre() {
    for (Engine engine : List.of(Engine.JAVA, Engine.DJL)) {
      Result one = run(engine, ONE);
      Result two = run(engine, TWO);
      assertFalse(one.record().id().equals(two.record().id()));
      assertEquals(one.history(), two.history(), engine.name());
      assertEquals(one.affinity(), two.affinity(), engine.name());
      assertEquals(one.tasks(), two.tasks());
    }
  }

  @Test
  void theEnginesAgreeBetweenBatches() {
    Captured java = captured(Engine.JAVA, TWO);
    Captured djl = captured(Engine.DJL, TWO);
    int k = java.tasks().size();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double[] a = java.across(i, j);
        double[] b = djl.across(i, j);
        double[] scale = java.norms(java.tasks().get(i));
        for (int t = 0; t < a.length; t++) {
          assertEquals(b[t], a[t], 1e-3 * scale[t] * scale[t] + 1e-6, i + ", " + j + " at " + t);
        }
      }
    }
  }

  private Captured captured(Engine engine, Experiment experiment) {
    try (Runner runner = runner(engine)) {
      return runner.captured(runner.run(experiment));
    }
  }

  @Test
  void theMeasuresAreReadOfTheRun() {
    try (Runner runner = runner(Engine.JAVA)) {
      Result two = runner.run(TWO);
      assertEquals(6, runner.affinity(two, signalAffinity()).values().size());
      double signal = runner.affinity(two, signalShare()).values().at("T1", "T2");
      double sampling = runner.affinity(two, samplingShare()).values().at("T1", "T2");
      assertTrue(Math.abs(signal + sampling) <= 1, signal + " and " + sampling);
      Result one = runner.run(ONE);
      String message =
          assertThrows(PlanException.class, () -> runner.affinity(one, signalShare())).getMessage();
      assertTrue(message.contains(".crossBatches(2)"), message);
    }
  }

  @Test
  void tooFewRowsAreRefused() {
    try (Runner runner = runner(Engine.JAVA)) {
      Experiment large = TWO.training(TWO.training().batchSize(60));
      String message = assertThrows(PlanException.class, () -> runner.plan(large)).getMessage();
      assertTrue(message.contains("needs 120 training rows; there are 96"), message);
      assertTrue(message.contains("at most 48"), message);
    }
  }
}
