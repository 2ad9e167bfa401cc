package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.gradient.Affinity;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.network.Forward;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;

/** The task gradients against the plain way, against finite differences, and against themselves. */
class GradientsTest {

  /** K forward passes on K losses, each with an ordinary backward pass through everything. */
  @ParameterizedTest
  @MethodSource("org.taskaffinity.runtime.train.Fixture#kindsAndNorms")
  void theyAreThoseOfThePlainWay(Fixture.Kind kind, Norm norm) {
    Architecture architecture = kind.of(norm, .3);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      Batch batch = Fixture.batch(architecture);
      Capture capture = trainer.capture(batch, CaptureMode.GRADIENTS);
      double[][] plainGram = new double[Fixture.TASKS][Fixture.TASKS];
      float[][] plain = new float[Fixture.TASKS][];
      for (int t = 0; t < Fixture.TASKS; t++) {
        plain[t] = plain(trainer, batch, t);
        assertClose(plain[t], capture.gradients()[t], 1e-5);
      }
      for (int i = 0; i < Fixture.TASKS; i++) {
        for (int j = 0; j < Fixture.TASKS; j++) {
          plainGram[i][j] = dot(plain[i], plain[j]);
        }
      }
      for (int i = 0; i < Fixture.TASKS; i++) {
        assertArrayEquals(Affinity.cosine(plainGram)[i], capture.cosines()[i], 1e-5, "task " + i);
        assertEquals(Math.sqrt(plainGram[i][i]), capture.norms()[i], 1e-5 * capture.norms()[i]);
      }
    }
  }

  /**
   * Central differences in double: h = 1e-6 leaves 1e-12 of curvature and 1e-10 of rounding, so
   * what is left is the gradient's own rounding to float. A larger h meets kinks of the ReLUs.
   */
  @ParameterizedTest
  @MethodSource("org.taskaffinity.runtime.train.Fixture#kindsAndNorms")
  void theyAreTheSlopesOfTheLosses(Fixture.Kind kind, Norm norm) {
    Architecture architecture = kind.of(norm, .3);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT64)) {
      Batch batch = Fixture.batch(architecture);
      float[][] gradients = trainer.capture(batch, CaptureMode.GRADIENTS).gradients();
      int offset = 0;
      for (Parameter parameter : trainer.network().encoderParameters()) {
        for (int i = 0; i < parameter.size(); i += 3) {
          double[] slopes = slopes(trainer, batch, parameter, i, 1e-6);
          for (int t = 0; t < slopes.length; t++) {
            assertEquals(slopes[t], gradients[t][offset + i], 2e-6, parameter.name() + i);
          }
        }
        offset += parameter.size();
      }
      assertEquals(architecture.encoderParameters(), offset);
    }
  }

  /** Linearity of differentiation: Σ_t ∂L_t/∂θ = ∂(Σ_t L_t)/∂θ, dropout and all. */
  @Test
  void theTasksAddUpToTheStep() {
    Architecture architecture = Fixture.graphs(Norm.BATCH, .3);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      Batch batch = Fixture.batch(architecture);
      float[][] own = trainer.capture(batch, CaptureMode.GRADIENTS).gradients();
      float[] step = plain(trainer, batch, -1);
      float[] sum = new float[step.length];
      for (float[] gradient : own) {
        for (int p = 0; p < sum.length; p++) {
          sum[p] += gradient[p];
        }
      }
      assertClose(step, sum, 1e-5);
    }
  }

  @Test
  void aMeanOverTasksLeavesTheTasksOwnGradients() {
    Architecture architecture = Fixture.graphs(Norm.BATCH, .3);
    Batch batch = Fixture.batch(architecture);
    try (Trainer sum = trainer(architecture, Fixture.targets(), new Combination.Sum());
        Trainer mean = trainer(architecture, Fixture.targets(), new Combination.Mean())) {
      Capture a = sum.capture(batch, CaptureMode.GRADIENTS);
      Capture b = mean.capture(batch, CaptureMode.GRADIENTS);
      for (int t = 0; t < Fixture.TASKS; t++) {
        assertClose(a.gradients()[t], b.gradients()[t], 1e-6);
        assertArrayEquals(a.cosines()[t], b.cosines()[t], 1e-6);
      }
    }
  }

  /** On rows with positives alone a positive weight multiplies the loss as it is. */
  @Test
  void scalingALossLeavesItsAffinityAlone() {
    Architecture architecture = Fixture.graphs(Norm.LAYER, .3);
    List<Target> heavy = new ArrayList<>(Fixture.targets());
    heavy.set(1, new Target("task-1", Target.Kind.BINARY, 7));
    Batch batch = Fixture.batch(architecture);
    for (int i = 1; i < batch.labels.length; i += Fixture.TASKS) {
      batch.labels[i] = 1;
    }
    try (Trainer plain = trainer(architecture, Fixture.targets(), new Combination.Sum());
        Trainer scaled = trainer(architecture, heavy, new Combination.Sum())) {
      Capture a = plain.capture(batch, CaptureMode.GRAM);
      Capture b = scaled.capture(batch, CaptureMode.GRAM);
      assertEquals(7, b.norms()[1] / a.norms()[1], 1e-4);
      for (int t = 0; t < Fixture.TASKS; t++) {
        assertArrayEquals(a.cosines()[t], b.cosines()[t], 1e-6);
      }
    }
  }

  @Test
  void permutingTheTasksPermutesTheMatrix() {
    Architecture architecture = Fixture.graphs(Norm.BATCH, .3);
    int[] order = {2, 0, 3, 1};
    List<Target> permuted = Arrays.stream(order).mapToObj(Fixture.targets()::get).toList();
    try (Trainer plain = trainer(architecture, Fixture.targets(), new Combination.Sum());
        Trainer other = trainer(architecture, permuted, new Combination.Sum())) {
      double[][] a = plain.capture(Fixture.batch(architecture), CaptureMode.GRAM).cosines();
      double[][] b =
          other.capture(permutedBatch(architecture, permuted, order), CaptureMode.GRAM).cosines();
      for (int i = 0; i < order.length; i++) {
        for (int j = 0; j < order.length; j++) {
          assertEquals(a[order[i]][order[j]], b[i][j], 1e-5);
        }
      }
    }
  }

  @Test
  void aTaskWithoutALabelIsMissingAndTheOthersDoNotNotice() {
    Architecture architecture = Fixture.graphs(Norm.BATCH, .3);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      Batch batch = Fixture.batch(architecture);
      double[][] all = trainer.capture(batch, CaptureMode.GRAM).cosines();
      for (int i = 2; i < batch.present.length; i += Fixture.TASKS) {
        batch.present[i] = false;
      }
      Capture some = trainer.capture(batch, CaptureMode.GRADIENTS);
      assertNull(some.gradients()[2]);
      assertTrue(Double.isNaN(some.cosines()[2][2]));
      assertTrue(Double.isNaN(some.cosines()[0][2]));
      assertEquals(all[0][1], some.cosines()[0][1], 1e-6);
      assertEquals(1, some.cosines()[3][3]);
    }
  }

  private static Batch permutedBatch(Architecture architecture, List<Target> targets, int[] order) {
    var molecules = Fixture.molecules();
    Labels labels =
        new Labels() {
          @Override
          public boolean present(int row, int task) {
            return molecules.present(row, order[task]);
          }

          @Override
          public float value(int row, int task) {
            return molecules.value(row, order[task]);
          }
        };
    BatchMaker maker =
        new BatchMaker(architecture, targets, new Inputs.Graphs(molecules), labels, Fixture.SEEDS);
    Batch batch = maker.empty();
    int[] rows = Fixture.batch(architecture).rows();
    maker.fill(batch, new BatchOrder.Draft(rows, 3, 0));
    return batch;
  }

  private static Trainer trainer(Architecture a, List<Target> targets, Combination reduction) {
    return new Trainer(a, targets, Fixture.optimisation(reduction), Fixture.SEEDS, Device.cpu());
  }

  /** The encoder's gradient of one task's loss, or of all together for task −1. */
  private static float[] plain(Trainer trainer, Batch batch, int task) {
    Network network = trainer.network();
    try (NDManager scope = network.scope()) {
      Forward forward = network.forward(batch.on(scope, network.type()), Mode.LOOK);
      float[] gradient = losses(forward, batch).gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = task < 0 || i % Fixture.TASKS == task ? gradient[i] : 0;
      }
      NDArray dy =
          Tensors.create(scope, gradient, new Shape(batch.size(), Fixture.TASKS), network.type());
      forward.backwardHeads(dy);
      forward.backwardEncoder();
    }
    float[] flat = new float[network.architecture().encoderParameters()];
    int offset = 0;
    for (Parameter parameter : network.encoderParameters()) {
      if (parameter.reached()) {
        float[] own = Tensors.floats(parameter.gradient());
        System.arraycopy(own, 0, flat, offset, own.length);
      }
      offset += parameter.size();
    }
    network.clearGradients();
    return flat;
  }

  private static TaskLosses losses(Forward forward, Batch batch) {
    return new Losses(Fixture.targets(), 1)
        .of(Tensors.floats(forward.logits()), batch.labels, batch.present);
  }

  private static double[] slopes(
      Trainer trainer, Batch batch, Parameter parameter, int i, double h) {
    double[] up = nudged(trainer, batch, parameter, i, h);
    double[] down = nudged(trainer, batch, parameter, i, -h);
    double[] slopes = new double[up.length];
    Arrays.setAll(slopes, t -> (up[t] - down[t]) / (2 * h));
    return slopes;
  }

  private static double[] nudged(
      Trainer trainer, Batch batch, Parameter parameter, int i, double h) {
    double[] values = parameter.array().toDoubleArray();
    double kept = values[i];
    values[i] = kept + h;
    parameter.array().set(DoubleBuffer.wrap(values));
    try (NDManager scope = trainer.network().scope()) {
      Forward forward = trainer.network().forward(batch.on(scope, DataType.FLOAT64), Mode.LOOK);
      return exactLosses(forward.logits().toDoubleArray(), batch);
    } finally {
      values[i] = kept;
      parameter.array().set(DoubleBuffer.wrap(values));
    }
  }

  /** Cross-entropy in double, written anew. */
  private static double[] exactLosses(double[] logits, Batch batch) {
    double[] sums = new double[Fixture.TASKS];
    int[] counts = new int[Fixture.TASKS];
    for (int i = 0; i < logits.length; i++) {
      if (batch.present[i]) {
        double p = 1 / (1 + Math.exp(-logits[i]));
        sums[i % Fixture.TASKS] -= Math.log(batch.labels[i] == 1 ? p : 1 - p);
        counts[i % Fixture.TASKS]++;
      }
    }
    double[] losses = new double[Fixture.TASKS];
    Arrays.setAll(losses, t -> sums[t] / counts[t]);
    return losses;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }

  /** Relative to the gradient's length: single entries may be sums that nearly cancel. */
  private static void assertClose(float[] expected, float[] actual, double tolerance) {
    double difference = 0;
    for (int p = 0; p < expected.length; p++) {
      difference += Math.pow(expected[p] - actual[p], 2);
    }
    assertEquals(expected.length, actual.length);
    double size = Math.sqrt(dot(expected, expected));
    assertTrue(size > 0);
    assertEquals(0, Math.sqrt(difference) / size, tolerance);
  }
}
