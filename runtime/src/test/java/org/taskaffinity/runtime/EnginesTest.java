package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adam;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.sgd;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Training;

/** Whole runs by either engine. */
class EnginesTest {
  @TempDir Path out;

  private Result run(Engine engine, int threads, Training training) {
    Settings settings =
        Settings.settings()
            .out(out.resolve(engine + "-" + threads))
            .device(Device.CPU)
            .engine(engine)
            .threads(threads);
    try (Runner runner = Runner.open(settings)) {
      return runner.run(Small.experimentNamed("engines").training(training));
    }
  }

  static Stream<Training> trainings() {
    return Stream.of(adamW(0.003), adam(0.003).weightDecay(0.01), sgd(0.05, 0.9), sgd(0.1, 0))
        .map(training -> training.batchSize(16).epochs(4).schedule(Schedule.COSINE));
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void bothFindTheSameAffinities(Training training) {
    Result djl = run(Engine.DJL, 1, training);
    Result java = run(Engine.JAVA, 2, training);
    double r = correlation(djl.affinity().pairs(), java.affinity().pairs());
    assertTrue(r >= .999, "r = " + r);
    assertEquals("djl", djl.record().versions().get("engine"));
    String engine = java.record().versions().get("engine");
    assertTrue(engine.matches("java, \\d+-bit vectors"), engine);
    assertEquals(2, java.record().threads());
    assertEquals(engine, run(Engine.AUTO, 1, training).record().versions().get("engine"));
  }

  static Stream<Encoder> encodersOfPyTorch() {
    return Stream.of(
        Mtl.gat(8, 8), Mtl.gin(8), Mtl.dmpnn(12).dropout(.2).norm(Norm.BATCH), Mtl.cnn(8));
  }

  @ParameterizedTest
  @MethodSource("encodersOfPyTorch")
  void pyTorchTrainsWhatJavaDoesNotKnowAndSaysWhy(Encoder encoder) {
    String verb = encoder.toString().replaceFirst("\\(.*", "");
    Experiment asked = Small.experimentNamed("unknown").encoder(encoder);
    try (Runner runner = Runner.open(Settings.settings().out(out).device(Device.CPU))) {
      Result result = runner.run(asked);
      assertEquals("djl", result.record().versions().get("engine"));
      assertTrue(
          result
              .record()
              .notes()
              .contains(
                  "PyTorch trained (engine djl), because the engine java does not know the encoder "
                      + verb),
          result.record().notes()::toString);
      assertTrue(Arrays.stream(result.affinity().pairs()).allMatch(Double::isFinite));
      assertTrue(Arrays.stream(result.affinity().pairs()).anyMatch(a -> a != 0));
    }
    Settings java = Settings.settings().out(out.resolve("java")).engine(Engine.JAVA);
    try (Runner runner = Runner.open(java)) {
      RunException refused = assertThrows(RunException.class, () -> runner.run(asked));
      assertTrue(refused.getMessage().contains("the encoder " + verb), refused.getMessage());
    }
  }

  @Test
  void javaIsNotForTheGpu() {
    Settings gpu = Settings.settings().out(out).device(Device.GPU).engine(Engine.JAVA);
    try (Runner runner = Runner.open(gpu)) {
      assertThrows(RunException.class, () -> runner.run(Small.experimentNamed("gpu")));
    }
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
