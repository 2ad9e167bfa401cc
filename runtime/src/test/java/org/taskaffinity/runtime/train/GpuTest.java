package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.gradient.Capture;

/**
 * The GPU beside the CPU: the same steps, captures and parameters. Both round to float, a GPU adds
 * in another order, and six steps let that grow: 1e-3 of what is compared, cosines 1e-3.
 */
@Tag("gpu")
class GpuTest {
  private static final int STEPS = 6;

  @BeforeEach
  void needsOne() {
    int gpus = Engine.getEngine("PyTorch").getGpuCount();
    assumeTrue(gpus > 0, "PyTorch sees no GPU here: nothing was compared with the CPU.");
  }

  @ParameterizedTest
  @MethodSource("org.taskaffinity.runtime.train.Fixture#kindsAndNorms")
  void stepsAndCapturesAreThoseOfTheCpu(Fixture.Kind kind, Norm norm) {
    Architecture architecture = kind.of(norm, .3);
    try (Trainer cpu = trainer(architecture, Device.cpu());
        Trainer gpu = trainer(architecture, Device.gpu())) {
      for (int s = 0; s < STEPS; s++) {
        Step one = cpu.step(Fixture.batch(architecture, s, rows(s)), CaptureMode.GRAM);
        Step other = gpu.step(Fixture.batch(architecture, s, rows(s)), CaptureMode.GRAM);
        assertEquals(one.gradientNorm(), other.gradientNorm(), 1e-3 * one.gradientNorm());
        assertClose(one.capture().orElseThrow(), other.capture().orElseThrow());
      }
      Map<String, float[]> expected = cpu.save().arrays();
      gpu.save()
          .arrays()
          .forEach((name, values) -> assertArrayEquals(expected.get(name), values, 1e-3f, name));
    }
  }

  private static Trainer trainer(Architecture architecture, Device device) {
    return new Trainer(
        architecture,
        Fixture.targets(),
        Fixture.optimisation(new Combination.Sum()),
        Fixture.SEEDS,
        device,
        DataType.FLOAT32);
  }

  private static int[] rows(int step) {
    return IntStream.range(0, 16).map(i -> (i * 3 + step) % 50).toArray();
  }

  private static void assertClose(Capture one, Capture other) {
    double[][] a = one.gram();
    double[][] b = other.gram();
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        double scale = Math.sqrt(a[i][i] * a[j][j]);
        assertEquals(Double.isNaN(a[i][j]), Double.isNaN(b[i][j]));
        if (scale > 0) {
          assertEquals(a[i][j] / scale, b[i][j] / scale, 1e-3, i + ", " + j);
        }
      }
    }
  }
}
