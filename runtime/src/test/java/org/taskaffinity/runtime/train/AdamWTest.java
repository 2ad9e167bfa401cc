package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Input;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.network.Parameter;
import org.taskaffinity.runtime.network.Torch;

class AdamWTest {
  private static final Optimisation OPTIMISATION = Optimisation.adamW(1e-2, 1, 32);

  /**
   * The equations in double beside the implementations in float: five steps of size 1e-2 on numbers
   * below 1, so 1e-6 is some ten roundings. The weight has 40 · 60 numbers, more than one chunk.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothWaysFollowTheEquations(boolean fused) {
    try (Network network = network()) {
      AdamW adam = adam(network, fused);
      Parameter weight = network.parameters().get(0);
      Parameter bias = network.parameters().get(1);
      double[] w = wide(weight.values());
      double[] b = wide(bias.values());
      double[][] moments = new double[4][w.length];
      for (int t = 1; t <= 5; t++) {
        float[] g = gradient(w.length, t);
        accumulate(weight, g);
        adam.step(1e-2, .5);
        follow(w, moments[0], moments[1], g, t);
        follow(b, moments[2], moments[3], new float[b.length], t);
      }
      assertClose(w, weight.values());
      assertClose(b, bias.values());
      assertArrayEquals(new float[w.length], weight.gradient().toFloatArray());
      assertEquals(5, adam.updates());
      adam.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNormIsOverAllParametersTogether(boolean fused) {
    try (Network network = network()) {
      AdamW adam = adam(network, fused);
      double sum = 0;
      for (Parameter parameter : network.parameters()) {
        float[] g = gradient(parameter.size(), 3);
        accumulate(parameter, g);
        for (float value : g) {
          sum += (double) value * value;
        }
      }
      assertEquals(Math.sqrt(sum), adam.gradientNorm(), 1e-5 * Math.sqrt(sum));
      adam.close();
    }
  }

  @Test
  void whatIsSavedIsRestored() {
    try (Network network = network()) {
      AdamW fused = adam(network, true);
      accumulate(network.parameters().get(0), gradient(2400, 1));
      fused.step(1e-2, 1);
      Map<String, float[]> saved = new HashMap<>();
      fused.save(saved);
      AdamW tensors = adam(network, false);
      tensors.restore(saved, fused.updates());
      Map<String, float[]> again = new HashMap<>();
      tensors.save(again);
      saved.forEach((name, values) -> assertArrayEquals(values, again.get(name), name));
      assertEquals(1, tensors.updates());
      tensors.close();
    }
  }

  /** As {@code torch.nn.utils.clip_grad_norm_}: limit / (norm + 1e-6), never above 1. */
  @Test
  void clippingShortensOnlyWhatIsTooLong() {
    assertEquals(1 / (4 + 1e-6), GlobalNormClip.factor(4, 1));
    assertEquals(1, GlobalNormClip.factor(.5, 1));
    assertEquals(1, GlobalNormClip.factor(1e9, 0));
  }

  private static void follow(double[] w, double[] m, double[] v, float[] g, int t) {
    for (int i = 0; i < w.length; i++) {
      double gradient = .5 * g[i];
      w[i] *= 1 - 1e-2 * .01;
      m[i] = .9 * m[i] + .1 * gradient;
      v[i] = .999 * v[i] + .001 * gradient * gradient;
      double mean = m[i] / (1 - Math.pow(.9, t));
      double spread = v[i] / (1 - Math.pow(.999, t));
      w[i] -= 1e-2 * mean / (Math.sqrt(spread) + 1e-8);
    }
  }

  private static AdamW adam(Network network, boolean fused) {
    return fused
        ? new FusedAdamW(network.parameters(), OPTIMISATION)
        : new TensorAdamW(network.parameters(), OPTIMISATION);
  }

  private static Network network() {
    Architecture architecture =
        new Architecture(Input.ROWS, 40, List.of(60), Norm.NONE, 0, 0, 0, Norm.NONE, 0, 1);
    return new Network(
        architecture, List.of("task"), Fixture.SEEDS, Device.cpu(), DataType.FLOAT32);
  }

  /** The gradient of Σ w ∘ g by w is g. */
  private static void accumulate(Parameter parameter, float[] g) {
    Torch.recording(
        true,
        () -> {
          try (NDManager scope = Torch.manager(Device.cpu())) {
            Shape shape = parameter.array().getShape();
            NDArray seed = scope.create(g, shape);
            NDArray copy = parameter.array().mul(1);
            Torch.backward(copy, seed, false);
            copy.close();
            return null;
          }
        });
  }

  private static float[] gradient(int size, int t) {
    float[] g = new float[size];
    for (int i = 0; i < size; i++) {
      g[i] = (float) Math.sin(i * .7 + t);
    }
    return g;
  }

  private static double[] wide(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static void assertClose(double[] expected, float[] actual) {
    float[] rounded = new float[expected.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) expected[i];
    }
    assertArrayEquals(rounded, actual, 1e-6f, Arrays.toString(new int[] {expected.length}));
  }
}
