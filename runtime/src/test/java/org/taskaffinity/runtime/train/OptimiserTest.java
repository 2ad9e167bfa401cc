package org.taskaffinity.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.dense.FeatureColumns;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Torch;

class OptimiserTest {

  /** The equations written down for the engines to be held against are PyTorch's own. */
  @ParameterizedTest
  @EnumSource
  void theEquationsAreThoseOfPyTorch(Descent descent) {
    assertArrayEquals(descent.torch(), Descent.some(descent.exact()), 1e-14);
  }

  static Stream<Arguments> descents() {
    return Stream.of(Descent.values())
        .flatMap(descent -> Stream.of(true, false).map(fused -> Arguments.of(descent, fused)));
  }

  /**
   * Five steps in float from numbers below 1, so 1e-6 is some ten roundings. The weight has 40 · 60
   * numbers, more than one chunk; the bias has no gradient but its decay.
   */
  @ParameterizedTest
  @MethodSource("descents")
  void bothWaysFollowTheEquations(Descent descent, boolean fused) {
    try (Network network = network();
        Optimiser optimiser = optimiser(network, descent, fused)) {
      Parameter weight = network.parameters().get(0);
      weight.set(Descent.start());
      for (int t = 1; t <= Descent.STEPS; t++) {
        accumulate(weight, Descent.gradient(t));
        double factor =
            GlobalNormClip.factor(optimiser.gradientNorm(), descent.optimisation().clipNorm());
        assertEquals(Descent.factor(t), factor, 1e-6);
        optimiser.step(Descent.rate(t), factor);
      }
      double[] found = Descent.wide(weight.values());
      assertArrayEquals(descent.exact(), found, 1e-6);
      assertArrayEquals(descent.torch(), Descent.some(found), 1e-6);
      assertArrayEquals(new float[Descent.COUNT], weight.gradient().toFloatArray());
      assertEquals(Descent.STEPS, optimiser.updates());
    }
  }

  /** A bias that a batch norm cancels has no gradient, but decays with the rest. */
  @ParameterizedTest
  @EnumSource
  void whatNothingDependsOnIsTheSameBothWays(Descent descent) {
    try (Network one = network(Norm.BATCH);
        Network other = network(Norm.BATCH);
        Optimiser fused = optimiser(one, descent, true);
        Optimiser tensors = optimiser(other, descent, false)) {
      assertTrue(one.parameters().stream().anyMatch(p -> !p.reached()));
      for (int t = 1; t <= Descent.STEPS; t++) {
        accumulate(one.parameters().get(0), Descent.gradient(t));
        accumulate(other.parameters().get(0), Descent.gradient(t));
        fused.step(Descent.rate(t), Descent.factor(t));
        tensors.step(Descent.rate(t), Descent.factor(t));
      }
      for (int i = 0; i < one.parameters().size(); i++) {
        Parameter parameter = one.parameters().get(i);
        float[] found = other.parameters().get(i).values();
        assertArrayEquals(parameter.values(), found, 1e-6f, parameter.name());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNormIsOverAllParametersTogether(boolean fused) {
    try (Network network = network()) {
      Optimiser optimiser = optimiser(network, Descent.SGD, fused);
      double sum = 0;
      for (Parameter parameter : network.parameters()) {
        float[] g = gradient(parameter.size(), 3);
        accumulate(parameter, g);
        for (float value : g) {
          sum += (double) value * value;
        }
      }
      assertEquals(Math.sqrt(sum), optimiser.gradientNorm(), 1e-5 * Math.sqrt(sum));
      optimiser.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSavedIsRestored(Descent descent) {
    try (Network network = network();
        Optimiser fused = optimiser(network, descent, true);
        Optimiser tensors = optimiser(network, descent, false)) {
      accumulate(network.parameters().get(0), Descent.gradient(1));
      fused.step(1e-2, 1);
      Map<String, float[]> saved = new TreeMap<>();
      fused.save(saved);
      assertEquals(
          Stream.of(descent.remembered())
              .flatMap(name -> network.parameters().stream().map(p -> name + "/" + p.name()))
              .collect(Collectors.toSet()),
          saved.keySet());
      tensors.restore(saved, fused.updates());
      Map<String, float[]> again = new TreeMap<>();
      tensors.save(again);
      saved.forEach((name, values) -> assertArrayEquals(values, again.get(name), name));
      assertEquals(1, tensors.updates());
    }
  }

  /** As {@code torch.nn.utils.clip_grad_norm_}: limit / (norm + 1e-6), never above 1. */
  @Test
  void clippingShortensOnlyWhatIsTooLong() {
    assertEquals(1 / (4 + 1e-6), GlobalNormClip.factor(4, 1));
    assertEquals(1, GlobalNormClip.factor(.5, 1));
    assertEquals(1, GlobalNormClip.factor(1e9, 0));
  }

  private static Optimiser optimiser(Network network, Descent descent, boolean fused) {
    return fused
        ? new FusedOptimiser(network.parameters(), descent.optimisation())
        : new TensorOptimiser(network.parameters(), descent.optimisation());
  }

  private static Network network() {
    return network(Norm.NONE);
  }

  private static Network network(Norm norm) {
    Architecture architecture =
        new Architecture(new FeatureColumns(), 40, List.of(60), norm, 0, 0, 0, Norm.NONE, 0, 1);
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
}
