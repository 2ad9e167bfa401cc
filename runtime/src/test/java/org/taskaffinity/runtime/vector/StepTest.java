package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.train.Batch.Form;
import org.taskaffinity.runtime.train.CaptureMode;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.State;
import org.taskaffinity.runtime.train.Step;

/** Steps of this engine against DJL's. */
class StepTest {
  private static final List<String> KINDS =
      List.of("m/", "v/", "momentum/", "parameter/", "statistic/");

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aStepIsThatOfTheOracle(long seed) {
    Case random = Case.random(seed);
    try (Learner exact = random.exact();
        Learner djl = random.djl();
        Learner java = random.java(1 + (int) (seed % 3))) {
      assertEquals(djl.save().arrays().keySet(), java.save().arrays().keySet());
      djl.save()
          .arrays()
          .forEach((name, a) -> assertArrayEquals(a, java.save().arrays().get(name)));
      for (int s = 0; s < 3; s++) {
        Step truth = exact.step(random.batch(Form.TENSORS, s));
        Step other = djl.step(random.batch(Form.TENSORS, s));
        Step found = java.step(random.batch(Form.ARRAYS, s));
        for (int t = 0; t < truth.losses().losses().length; t++) {
          double loss = truth.losses().losses()[t];
          if (truth.losses().labels()[t] == 0) {
            assertTrue(Double.isNaN(found.losses().losses()[t]));
          } else {
            assertEquals(loss, found.losses().losses()[t], 2e-5 * (1 + loss), "task " + t);
          }
        }
        double norm = truth.gradientNorm();
        double allowed = Case.allowed(Math.abs(other.gradientNorm() / norm - 1));
        assertEquals(1, found.gradientNorm() / norm, allowed, random.toString());
        for (String kind : KINDS) {
          float[] a = flat(exact.save(), kind, exact.save());
          double apart = Case.apart(a, flat(djl.save(), kind, exact.save()));
          double own = Case.apart(a, flat(java.save(), kind, exact.save()));
          assertEquals(0, own, Case.allowed(apart), kind + " of " + random);
        }
        // A tiny gradient's sign decides a whole step of Adam, and rounding the sign.
        djl.restore(exact.save());
        java.restore(exact.save());
      }
      int[] rows = IntStream.range(0, 40).toArray();
      float[][] expected = exact.evaluate(random.maker(Form.TENSORS), rows);
      float[][] found = java.evaluate(random.maker(Form.ARRAYS), rows);
      for (int b = 0; b < rows.length; b++) {
        assertArrayEquals(expected[b], found[b], 1e-4f);
      }
      encodes(exact, exact.encode(random.maker(Form.TENSORS), rows), expected, random);
      encodes(java, java.encode(random.maker(Form.ARRAYS), rows), found, random);
      float[][] truth = exact.encode(random.maker(Form.TENSORS), rows);
      float[][] own = java.encode(random.maker(Form.ARRAYS), rows);
      for (int b = 0; b < rows.length; b++) {
        assertArrayEquals(truth[b], own[b], 1e-4f);
      }
    }
  }

  /** z is what the heads read: where they are linear, logits = z W + c. */
  private static void encodes(Learner learner, float[][] z, float[][] logits, Case random) {
    Architecture a = random.architecture();
    assertEquals(a.outputWidth(), z[0].length);
    if (a.headHidden() > 0) {
      return;
    }
    float[] weight = learner.save().arrays().get("parameter/heads/weight");
    float[] bias = learner.save().arrays().get("parameter/heads/bias");
    for (int b = 0; b < z.length; b++) {
      for (int t = 0; t < a.tasks(); t++) {
        double sum = bias[t];
        for (int d = 0; d < z[b].length; d++) {
          sum += z[b][d] * weight[d * a.tasks() + t];
        }
        assertEquals(sum, logits[b][t], 1e-4);
      }
    }
  }

  /**
   * All arrays of a kind side by side: single tensors may be sums that nearly cancel. Parameters
   * whose mean gradient is rounding alone are left out, for there Adam's step is its sign.
   */
  private static float[] flat(State state, String kind, State truth) {
    double largest =
        truth.arrays().entrySet().stream()
            .filter(e -> e.getKey().startsWith("m/"))
            .flatMapToDouble(
                e ->
                    IntStream.range(0, e.getValue().length)
                        .mapToDouble(i -> Math.abs(e.getValue()[i])))
            .max()
            .orElse(0);
    List<Float> all = new ArrayList<>();
    state
        .arrays()
        .forEach(
            (name, x) -> {
              if (name.startsWith(kind)) {
                float[] m = truth.arrays().get("m/" + name.substring(name.indexOf('/') + 1));
                for (int i = 0; i < x.length; i++) {
                  if (m == null || Math.abs(m[i]) > 1e-5 * largest) {
                    all.add(x[i]);
                  }
                }
              }
            });
    float[] flat = new float[all.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = all.get(i);
    }
    return flat;
  }

  @ParameterizedTest
  @EnumSource(Norm.class)
  void neitherThreadsNorLooksChangeABit(Norm norm) {
    for (Case wide : List.of(wide(norm, TaskCapture.FEW), wide(norm, TaskCapture.FEW + 1))) {
      State first = trained(wide, 1, CaptureMode.NONE);
      for (int threads : new int[] {1, 2, 3, 5, 8, 13}) {
        assertSameBits(first, trained(wide, threads, CaptureMode.NONE));
        assertSameBits(first, trained(wide, threads, CaptureMode.GRADIENTS));
      }
    }
  }

  private static State trained(Case wide, int threads, CaptureMode look) {
    try (Learner java = wide.java(threads)) {
      for (int s = 0; s < 8; s++) {
        java.step(wide.batch(Form.ARRAYS, s), look);
      }
      return java.save();
    }
  }

  private static Case wide(Norm norm, int tasks) {
    Architecture architecture =
        new Architecture(
            new GraphConvolution(), 9, List.of(40, 36), norm, .3, 20, 12, norm, .3, tasks);
    return new Case(architecture, new Combination.Sum(), 20, .3, 7);
  }

  @Test
  void helpersAreGoneAfterClosing() {
    Case wide = wide(Norm.BATCH, 5);
    try (Learner java = wide.java(3)) {
      java.step(wide.batch(Form.ARRAYS, 0));
      assertTrue(helpers() >= 2);
    }
    assertEquals(0, helpers());
  }

  private static long helpers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vector-"))
        .count();
  }

  /** A training of one engine goes on in the other. */
  @Test
  void aStateOfOneEngineIsOneOfTheOther() {
    Case wide = wide(Norm.BATCH, 5);
    try (Learner java = wide.java(2);
        Learner djl = wide.djl()) {
      java.step(wide.batch(Form.ARRAYS, 0));
      djl.restore(java.save());
      assertSameBits(java.save(), djl.save());
      djl.step(wide.batch(Form.TENSORS, 1));
      java.restore(djl.save());
      assertSameBits(djl.save(), java.save());
    }
  }

  @Test
  void aLossThatIsNoNumberChangesNothing() {
    Case plain = wide(Norm.BATCH, 5);
    try (Learner java = plain.java(2)) {
      State whole = java.save();
      Map<String, float[]> broken = new TreeMap<>(whole.arrays());
      float[] weights = broken.get("parameter/encoder/0/weight").clone();
      weights[0] = Float.NaN;
      broken.put("parameter/encoder/0/weight", weights);
      java.restore(new State(0, broken));
      State before = java.save();
      assertThrows(RunException.class, () -> java.step(plain.batch(Form.ARRAYS, 0)));
      assertSameBits(before, java.save());
    }
  }

  private static void assertSameBits(State a, State b) {
    assertEquals(a.updates(), b.updates());
    assertEquals(a.arrays().keySet(), b.arrays().keySet());
    a.arrays().forEach((name, x) -> assertArrayEquals(x, b.arrays().get(name), name));
  }
}
