package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.Characters;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.GraphSource;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.cnn.TextConvolution;
import org.taskaffinity.runtime.encoder.dmpnn.DirectedMessages;
import org.taskaffinity.runtime.encoder.gat.GraphAttention;
import org.taskaffinity.runtime.encoder.gin.GraphIsomorphism;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Tensors;

/**
 * Every kind of encoder against itself and against PyTorch.
 *
 * <p>PyTorch's numbers were made by a script in Python that uses none of this library: attention
 * atom by atom and head by head, {@code conv1d} with {@code padding="same"} text by text, sums by a
 * dense A + I, in double. Parameters, features and labels are formulas, written here and there. The
 * numbers of directed messages are those of a script beside this test's resources.
 */
class EncodersTest {
  /** Rows 0 and 1: a ring of four atoms with a fifth on it; an atom alone. */
  private static final int[][][] BONDS = {{{0, 1}, {1, 2}, {2, 3}, {3, 0}, {2, 4}}, {}};

  private static final int[] ATOMS = {5, 1};
  private static final List<Target> TARGETS =
      List.of(Target.regression("a"), Target.regression("b"));
  private static final float[][] LABELS = {{.5f, -1}, {-.25f, 2}};

  /** The logits; then for each task ‖g‖² and Σ_i g_i cos i, over θ in its order. */
  private record Expected(double[] logits, double[] squares, double[] mixed) {}

  @Test
  void attentionIsThatOfPyTorch() {
    check(
        graphs(new GraphAttention(2)),
        new Expected(
            new double[] {-0.106875318, 0.273757218, -0.249291346, -0.029652608},
            new double[] {0.280619163, 2.363909505},
            new double[] {0.189862296, 1.420015379}));
  }

  @Test
  void sumsAreThoseOfPyTorch() {
    check(
        graphs(new GraphIsomorphism()),
        new Expected(
            new double[] {0.273961564, 0.876667970, -0.082009108, 0.382190223},
            new double[] {0.182372442, 15.227185001},
            new double[] {-0.064282744, -0.219549934}));
  }

  @Test
  void windowsSideBySideAreThoseOfPyTorch() {
    check(
        texts(List.of(4), List.of(3, 5, 7)),
        new Expected(
            new double[] {3.192255218, 2.260966237, 2.064048544, 1.674582604},
            new double[] {291.163534958, 113.278927366},
            new double[] {4.780281498, 4.585107169}));
  }

  @Test
  void windowsOneAfterAnotherAreThoseOfPyTorch() {
    check(
        texts(List.of(4, 5, 3), List.of(3)),
        new Expected(
            new double[] {3.445823495, 1.784736402, 2.242149328, 1.342472483},
            new double[] {1492.437081508, 309.541936420},
            new double[] {4.256396965, 5.951771536}));
  }

  /** The numbers of encoder/dmpnn.py, which sums over bonds one by one. */
  @Test
  void directedMessagesAreThoseOfTheEquations() {
    EncoderKind kind = new DirectedMessages(3, 2);
    check(
        new Architecture(kind, 3, List.of(4), Norm.NONE, 0, 3, 0, Norm.NONE, 0, 2),
        new Expected(
            new double[] {0.719166023, 0.501452105, 0.931953534, 0.473200709},
            new double[] {1.970481520, 10.421516683},
            new double[] {0.919678839, -0.059199762}));
  }

  /** A batch in which no molecule has a bond: what is left of the equations is W_o (x ‖ 0) + b. */
  @Test
  void directedMessagesNeedNoBonds() {
    EncoderKind kind = new DirectedMessages(3, 2);
    Architecture architecture =
        new Architecture(kind, 3, List.of(4), Norm.NONE, .5, 0, 0, Norm.NONE, 0, 2);
    BatchMaker maker =
        new BatchMaker(
            architecture, TARGETS, new Inputs.Graphs(new Drawn()), new Given(), Fixture.SEEDS);
    try (Network network =
        new Network(
            architecture, List.of("a", "b"), Fixture.SEEDS, Device.cpu(), DataType.FLOAT64)) {
      double[] both = logits(network, filled(maker, 0, 1));
      assertArrayEquals(Arrays.copyOfRange(both, 2, 4), logits(network, filled(maker, 1)), 1e-12);
    }
  }

  @Test
  void bondsOfOtherFeaturesAreRefused() {
    Architecture architecture =
        new Architecture(
            new DirectedMessages(3, 6), 3, List.of(4), Norm.NONE, 0, 0, 0, Norm.NONE, 0, 2);
    BatchMaker maker =
        new BatchMaker(
            architecture, TARGETS, new Inputs.Graphs(new Drawn()), new Given(), Fixture.SEEDS);
    assertEquals(
        "The encoder reads bonds with 6 features; the data has bonds with 2.",
        assertThrows(IllegalArgumentException.class, maker::empty).getMessage());
  }

  private static Architecture graphs(EncoderKind kind) {
    return new Architecture(kind, 3, List.of(4, 3), Norm.NONE, 0, 3, 0, Norm.NONE, 0, 2);
  }

  private static Architecture texts(List<Integer> widths, List<Integer> kernels) {
    EncoderKind kind = new TextConvolution(kernels, 2);
    return new Architecture(kind, Characters.ALPHABET, widths, Norm.NONE, 0, 3, 0, Norm.NONE, 0, 2);
  }

  private static void check(Architecture architecture, Expected expected) {
    Inputs inputs =
        architecture.input() == InputForm.TEXT
            ? new Inputs.Texts(new Characters(List.of("CC(=O)Nc1ccccc1", "C#N")))
            : new Inputs.Graphs(new Drawn());
    BatchMaker maker = new BatchMaker(architecture, TARGETS, inputs, new Given(), Fixture.SEEDS);
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(new int[] {0, 1}, 0, 0));
    try (Trainer trainer =
        new Trainer(
            architecture,
            TARGETS,
            Fixture.optimisation(new Combination.Sum()),
            Fixture.SEEDS,
            Device.cpu(),
            DataType.FLOAT64)) {
      List<Parameter> parameters = trainer.network().parameters();
      for (int p = 0; p < parameters.size(); p++) {
        float[] values = new float[parameters.get(p).size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (.5 * Math.sin(1 + 1.3 * i + 10 * p) + .2);
        }
        parameters.get(p).set(values);
      }
      assertArrayEquals(expected.logits(), logits(trainer.network(), batch), 1e-6);
      Capture capture = trainer.capture(batch, CaptureMode.GRADIENTS);
      for (int t = 0; t < TARGETS.size(); t++) {
        float[] g = capture.gradients()[t];
        assertEquals(
            expected.squares()[t],
            IntStream.range(0, g.length).mapToDouble(i -> (double) g[i] * g[i]).sum(),
            1e-5 * expected.squares()[t]);
        assertEquals(
            expected.mixed()[t],
            IntStream.range(0, g.length).mapToDouble(i -> g[i] * Math.cos(i)).sum(),
            1e-5 * Math.sqrt(expected.squares()[t]));
      }
    }
  }

  /** Whoever shares the batch, and however long or large they are; dropout too. */
  @ParameterizedTest
  @EnumSource(Fixture.Kind.class)
  void aMoleculesOutputDoesNotDependOnItsBatch(Fixture.Kind kind) {
    Architecture architecture = kind.of(Norm.LAYER, .3);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32)) {
      int[] rows = {3, 11, 0, 23, 40};
      double[] together = logits(trainer.network(), Fixture.batch(architecture, 5, rows));
      for (int b = 0; b < rows.length; b++) {
        Batch own = Fixture.batch(architecture, 5, rows[b]);
        int from = b * Fixture.TASKS;
        assertArrayEquals(
            Arrays.copyOfRange(together, from, from + Fixture.TASKS),
            logits(trainer.network(), own),
            1e-5);
      }
    }
  }

  /** A text far longer than any molecule's, beside a short one. */
  @Test
  void aTextMayBeOfAnyLength() {
    Architecture architecture = texts(List.of(4), List.of(3, 5, 7));
    Characters texts = new Characters(List.of("C".repeat(20_000) + "N", "C"));
    BatchMaker maker =
        new BatchMaker(architecture, TARGETS, new Inputs.Texts(texts), new Given(), Fixture.SEEDS);
    try (Network network =
        new Network(
            architecture, List.of("a", "b"), Fixture.SEEDS, Device.cpu(), DataType.FLOAT32)) {
      double[] both = logits(network, filled(maker, 0, 1));
      assertArrayEquals(Arrays.copyOfRange(both, 2, 4), logits(network, filled(maker, 1)), 1e-5);
    }
  }

  @ParameterizedTest
  @EnumSource(Fixture.Kind.class)
  void itLearns(Fixture.Kind kind) {
    Architecture architecture = kind.of(Norm.BATCH, .1);
    try (Trainer trainer = Fixture.trainer(architecture, DataType.FLOAT32);
        BatchQueue queue = Fixture.queue(architecture, 0, 0, 5)) {
      double first = 0;
      double last = 0;
      int steps = 0;
      for (Batch batch; (batch = queue.next()) != null; steps++) {
        last = trainer.step(batch, CaptureMode.NONE).losses().total();
        first = steps == 0 ? last : first;
      }
      assertTrue(last < first, first + " -> " + last);
    }
  }

  private static Batch filled(BatchMaker maker, int... rows) {
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(rows, 0, 0));
    return batch;
  }

  private static double[] logits(Network network, Batch batch) {
    try (NDManager scope = network.scope()) {
      float[] found =
          Tensors.floats(network.forward(batch.on(scope, network.type()), Mode.LOOK).logits());
      return IntStream.range(0, found.length).mapToDouble(i -> found[i]).toArray();
    }
  }

  /**
   * The two molecules; x[i][f] = cos(1 + 3i + f + 20 r), bonds e[b][f] = sin(2 + 2b + f + 20 r).
   */
  private static final class Drawn implements GraphSource {
    @Override
    public int featureCount() {
      return 3;
    }

    @Override
    public int atoms(int row) {
      return ATOMS[row];
    }

    @Override
    public int bonds(int row) {
      return BONDS[row].length;
    }

    @Override
    public int bondFrom(int row, int bond) {
      return BONDS[row][bond][0];
    }

    @Override
    public int bondTo(int row, int bond) {
      return BONDS[row][bond][1];
    }

    @Override
    public void features(int row, float[] out, int offset) {
      for (int i = 0; i < 3 * ATOMS[row]; i++) {
        out[offset + i] = (float) Math.cos(1 + i + 20 * row);
      }
    }

    @Override
    public int bondFeatureCount() {
      return 2;
    }

    @Override
    public void bondFeatures(int row, float[] out, int offset) {
      for (int i = 0; i < 2 * BONDS[row].length; i++) {
        out[offset + i] = (float) Math.sin(2 + i + 20 * row);
      }
    }
  }

  private static final class Given implements Labels {
    @Override
    public boolean present(int row, int task) {
      return true;
    }

    @Override
    public float value(int row, int task) {
      return LABELS[row][task];
    }
  }
}
