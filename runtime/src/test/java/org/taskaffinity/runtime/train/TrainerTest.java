package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.tensor.Torch;

class TrainerTest {
  private static final Architecture BATCH = Fixture.graphs(Norm.BATCH, .3);

  @ParameterizedTest
  @EnumSource(Norm.class)
  void trainingLowersTheLoss(Norm norm) {
    Architecture architecture = Fixture.graphs(norm, 0);
    double[] totals = new double[60];
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      Batch batch = Fixture.batch(architecture);
      for (int i = 0; i < totals.length; i++) {
        totals[i] = trainer.step(batch).losses().total();
      }
    }
    assertTrue(totals[59] < 0.7 * totals[0], totals[0] + " → " + totals[59]);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertSameBits(trained(BATCH, CaptureMode.NONE), trained(BATCH, CaptureMode.NONE));
  }

  @ParameterizedTest
  @EnumSource(Norm.class)
  void lookingLeavesNoTrace(Norm norm) {
    Architecture architecture = Fixture.graphs(norm, .3);
    assertSameBits(
        trained(architecture, CaptureMode.NONE), trained(architecture, CaptureMode.GRADIENTS));
  }

  @Test
  void lookingWithoutAStepLeavesNoTraceEither() {
    try (Trainer trainer = Fixture.trainer(BATCH, DataType.FLOAT32)) {
      State before = trainer.save();
      double[][] first = trainer.capture(Fixture.batch(BATCH), CaptureMode.GRAM).gram();
      assertSameBits(before, trainer.save());
      double[][] second = trainer.capture(Fixture.batch(BATCH), CaptureMode.GRAM).gram();
      for (int t = 0; t < first.length; t++) {
        assertArrayEquals(first[t], second[t]);
      }
      double[][] stepping =
          trainer.step(Fixture.batch(BATCH), CaptureMode.GRAM).capture().orElseThrow().gram();
      assertArrayEquals(first[0], stepping[0]);
    }
  }

  @Test
  void anotherTrainingInAnotherThreadChangesNoBit() throws Exception {
    int threads = Torch.threads();
    Torch.threads(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      State alone = trained(BATCH, CaptureMode.NONE);
      Callable<State> task = () -> trained(BATCH, CaptureMode.GRAM);
      for (var found : pool.invokeAll(List.of(task, task))) {
        assertSameBits(alone, found.get());
      }
    } finally {
      pool.shutdownNow();
      Torch.threads(threads);
    }
  }

  @Test
  void goingOnFromASavedStateGivesTheSameBits() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Trainer first = Fixture.trainer(BATCH, DataType.FLOAT32);
        BatchQueue queue = Fixture.queue(BATCH, 0, 0, 5)) {
      for (int i = 0; i < 6; i++) {
        first.step(queue.next());
      }
      StateFile.write(first.save(), bytes);
    }
    try (Trainer second = Fixture.trainer(BATCH, DataType.FLOAT32);
        BatchQueue rest = Fixture.queue(BATCH, 1, 2, 5)) {
      second.restore(StateFile.read(new ByteArrayInputStream(bytes.toByteArray())));
      for (Batch batch = rest.next(); batch != null; batch = rest.next()) {
        second.step(batch);
      }
      assertSameBits(trained(BATCH, CaptureMode.NONE), second.save());
    }
  }

  @Test
  void evaluationDoesNotDependOnTheCompanyOfARow() {
    try (Trainer trainer = Fixture.trainer(BATCH, DataType.FLOAT32)) {
      BatchMaker maker = Fixture.maker(BATCH);
      float[][] all = trainer.evaluate(maker, IntStream.range(0, 50).toArray());
      float[] alone = trainer.evaluate(maker, new int[] {17})[0];
      // Products of other shapes may sum in another order: a few units in the last place.
      assertArrayEquals(alone, all[17], 1e-6f);
      assertArrayEquals(all[17], trainer.evaluate(maker, new int[] {3, 17})[1], 1e-6f);
    }
  }

  @Test
  void aTaskAddedLeavesTheOthersInitialWeights() {
    Architecture one =
        new Architecture(BATCH.kind(), 7, List.of(8, 8), Norm.BATCH, .3, 6, 0, Norm.NONE, 0, 1);
    Architecture two =
        new Architecture(BATCH.kind(), 7, List.of(8, 8), Norm.BATCH, .3, 6, 0, Norm.NONE, 0, 2);
    OptimizerSettings optimisation = OptimizerSettings.adamW(1e-3, 1, 16);
    try (Trainer small =
            new Trainer(
                one, Fixture.targets().subList(0, 1), optimisation, Fixture.SEEDS, Device.cpu());
        Trainer large =
            new Trainer(
                two, Fixture.targets().subList(0, 2), optimisation, Fixture.SEEDS, Device.cpu())) {
      float[] own = small.save().arrays().get("parameter/heads/weight");
      float[] both = large.save().arrays().get("parameter/heads/weight");
      for (int d = 0; d < own.length; d++) {
        assertEquals(own[d], both[2 * d]);
      }
      assertArrayEquals(
          small.save().arrays().get("parameter/encoder/0/weight"),
          large.save().arrays().get("parameter/encoder/0/weight"));
    }
  }

  @Test
  void aLossThatIsNoNumberStopsTheTrainingWithItsTaskStepAndRate() {
    Architecture architecture = Fixture.graphs(Norm.NONE, 0);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      float[] broken = new float[7 * 8];
      broken[0] = Float.NaN;
      trainer.network().parameters().get(0).set(broken);
      State before = trainer.save();
      var stopped =
          assertThrows(RunException.class, () -> trainer.step(Fixture.batch(architecture)));
      assertEquals(
          "The loss of \"task-0\" is NaN at step 3, learning rate 0.01."
              + " Lower the rate, or clip the gradient harder.",
          stopped.getMessage());
      assertSameBits(before, trainer.save());
    }
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    try (Trainer wide = Fixture.trainer(BATCH, DataType.FLOAT32);
        Trainer plain = Fixture.trainer(Fixture.graphs(Norm.NONE, 0), DataType.FLOAT32)) {
      State state = plain.save();
      assertThrows(IllegalArgumentException.class, () -> wide.restore(state));
    }
  }

  private static State trained(Architecture architecture, CaptureMode look) {
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32);
        BatchQueue queue = Fixture.queue(architecture, 0, 0, 5)) {
      for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
        trainer.step(batch, look);
      }
      return trainer.save();
    }
  }

  private static void assertSameBits(State expected, State actual) {
    assertEquals(expected.updates(), actual.updates());
    assertEquals(expected.arrays().keySet(), actual.arrays().keySet());
    expected.arrays().forEach((name, a) -> assertArrayEquals(a, actual.arrays().get(name), name));
  }
}
