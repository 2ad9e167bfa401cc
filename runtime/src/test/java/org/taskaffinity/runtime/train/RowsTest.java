package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.encoder.dense.FeatureColumns;
import org.taskaffinity.runtime.gradient.Capture;

/** Networks on vectors. */
class RowsTest {

  /**
   * One linear layer kept positive (so the ReLU passes), linear heads, squared error: by hand, z =
   * Wᵀx + b, L_t = (v_t·z + c_t − y_t)², ∂L_t/∂W = 2 e_t x v_tᵀ and ∂L_t/∂b = 2 e_t v_t.
   */
  @Test
  void aLinearNetMatchesTheGradientWorkedOutByHand() {
    Architecture architecture =
        new Architecture(new FeatureColumns(), 2, List.of(2), Norm.NONE, 0, 0, 0, Norm.NONE, 0, 2);
    List<Target> targets = List.of(Target.regression("a"), Target.regression("b"));
    float[][] x = {{1, 2}};
    BatchMaker maker =
        new BatchMaker(
            architecture,
            targets,
            new Inputs.Rows(RowSource.dense(x)),
            labels(new float[][] {{1, 2}}),
            Fixture.SEEDS);
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(new int[] {0}, 0, 0));
    try (Trainer trainer = trainer(architecture, targets)) {
      trainer.network().parameters().get(0).set(new float[] {1, 2, 3, 4});
      trainer.network().parameters().get(1).set(new float[] {.5f, .25f});
      trainer.network().parameters().get(2).set(new float[] {1, -1, .5f, 2});
      // z = (7.5, 10.25); logits v_a·z = 12.625, v_b·z = 13; errors 11.625 and 11.
      Capture capture = trainer.capture(batch, CaptureMode.GRADIENTS);
      float a = 2 * 11.625f;
      float b = 2 * 11f;
      assertArrayEquals(
          new float[] {a, a * .5f, 2 * a, a, a, a * .5f}, capture.gradients()[0], 1e-4f);
      assertArrayEquals(
          new float[] {-b, 2 * b, -2 * b, 4 * b, -b, 2 * b}, capture.gradients()[1], 1e-4f);
      // (1, ½)·(−1, 2) = 0: orthogonal whatever the errors.
      assertEquals(0, capture.cosines()[0][1], 1e-6);
    }
  }

  @Test
  void fingerprintsAsBitsAndAsNumbersTrainAlike() {
    int[][] on = {{0, 3}, {1}, {}, {2, 3, 4}, {4}, {0, 1, 2, 3, 4}};
    float[][] dense = new float[on.length][5];
    for (int row = 0; row < on.length; row++) {
      for (int bit : on[row]) {
        dense[row][bit] = 1;
      }
    }
    State bits = trained(RowSource.bits(on, 5));
    State numbers = trained(RowSource.dense(dense));
    bits.arrays()
        .forEach(
            (name, values) -> {
              assertArrayEquals(values, numbers.arrays().get(name), name);
            });
  }

  @Test
  void anMlpLearnsWhatALineCannot() {
    float[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    Architecture architecture =
        new Architecture(
            new FeatureColumns(), 2, List.of(16, 16), Norm.LAYER, 0, 0, 8, Norm.LAYER, 0, 1);
    List<Target> targets = List.of(Target.binary("xor"));
    BatchMaker maker =
        new BatchMaker(
            architecture,
            targets,
            new Inputs.Rows(RowSource.dense(x)),
            labels(new float[][] {{0}, {1}, {1}, {0}}),
            Fixture.SEEDS);
    Batch batch = maker.empty();
    int[] rows = IntStream.range(0, 4).toArray();
    maker.fill(batch, new BatchOrder.Draft(rows, 0, 0));
    try (Trainer trainer = trainer(architecture, targets)) {
      for (int i = 0; i < 300; i++) {
        trainer.step(batch);
      }
      float[][] logits = trainer.evaluate(maker, rows);
      assertTrue(logits[0][0] < 0 && logits[3][0] < 0, "even rows are negative");
      assertTrue(logits[1][0] > 0 && logits[2][0] > 0, "odd rows are positive");
    }
  }

  private static State trained(RowSource source) {
    Architecture architecture =
        new Architecture(
            new FeatureColumns(), 5, List.of(6), Norm.BATCH, .2, 4, 3, Norm.BATCH, .2, 1);
    List<Target> targets = List.of(Target.binary("t"));
    float[][] y = {{0}, {1}, {0}, {1}, {1}, {0}};
    BatchMaker maker =
        new BatchMaker(architecture, targets, new Inputs.Rows(source), labels(y), Fixture.SEEDS);
    int[] rows = IntStream.range(0, 6).toArray();
    BatchOrder order = BatchOrder.shuffled(rows, 3, true, Fixture.SEEDS);
    try (Trainer trainer = trainer(architecture, targets);
        BatchQueue queue = BatchQueue.training(maker, order, 0, 0, 10)) {
      for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
        trainer.step(batch);
      }
      return trainer.save();
    }
  }

  private static Trainer trainer(Architecture architecture, List<Target> targets) {
    return new Trainer(
        architecture, targets, OptimizerSettings.adamW(1e-2, 100, 4), Fixture.SEEDS, Device.cpu());
  }

  private static Labels labels(float[][] y) {
    return new Labels() {
      @Override
      public boolean present(int row, int task) {
        return true;
      }

      @Override
      public float value(int row, int task) {
        return y[row][task];
      }
    };
  }
}
