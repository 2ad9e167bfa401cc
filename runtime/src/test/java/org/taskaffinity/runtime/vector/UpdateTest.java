package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.train.Descent;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.State;
import org.taskaffinity.runtime.train.StateFile;

/** Every rule, by itself and through whole steps of both engines. */
class UpdateTest {

  /** Five steps in float from numbers below 1, in three ranges as three threads have them. */
  @ParameterizedTest
  @EnumSource
  void theRuleFollowsTheEquations(Descent descent) {
    Update update = Update.of(descent.optimisation(), Descent.COUNT);
    float[] w = Descent.start();
    for (int t = 1; t <= Descent.STEPS; t++) {
      float[] g = Descent.gradient(t);
      float[] before = g.clone();
      update.begin(Descent.rate(t), Descent.factor(t));
      update.move(w, g, 0, 64);
      update.move(w, g, 1600, Descent.COUNT);
      update.move(w, g, 64, 1600);
      assertArrayEquals(before, g); // where nothing is written anew, it must stay zero
    }
    assertArrayEquals(descent.exact(), Descent.wide(w), 1e-6);
    assertArrayEquals(descent.torch(), Descent.some(Descent.wide(w)), 1e-6);
    assertEquals(Descent.STEPS, update.updates());
  }

  static Stream<Arguments> learners() {
    return Stream.of(Descent.values())
        .flatMap(descent -> Stream.of(true, false).map(java -> Arguments.of(descent, java)));
  }

  private static Case layered(Descent descent) {
    Architecture architecture =
        new Architecture(
            new GraphConvolution(), 9, List.of(40, 36), Norm.LAYER, .3, 20, 12, Norm.BATCH, .3, 5);
    return new Case(architecture, new Combination.Sum(), 20, .3, 7, descent.rule());
  }

  private static Learner learner(Case of, boolean java) {
    return java ? of.java(2) : of.djl();
  }

  private static void step(Learner learner, Case of, int from, int end) {
    for (int s = from; s < end; s++) {
      learner.step(of.batch(learner.form(), s));
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void goingOnFromASavedStateGivesTheSameBits(Descent descent, boolean java) throws IOException {
    Case of = layered(descent);
    try (Learner whole = learner(of, java);
        Learner first = learner(of, java);
        Learner second = learner(of, java)) {
      step(whole, of, 0, 6);
      step(first, of, 0, 3);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      StateFile.write(first.save(), bytes);
      second.restore(StateFile.read(new ByteArrayInputStream(bytes.toByteArray())));
      step(second, of, 3, 6);
      State expected = whole.save();
      State found = second.save();
      assertEquals(6, found.updates());
      assertEquals(expected.arrays().keySet(), found.arrays().keySet());
      expected.arrays().forEach((name, x) -> assertArrayEquals(x, found.arrays().get(name), name));
    }
  }

  /** A state holds nothing that its rule does not need. */
  @ParameterizedTest
  @MethodSource("learners")
  void aStateIsNoLargerThanItsRule(Descent descent, boolean java) {
    try (Learner learner = learner(layered(descent), java)) {
      Set<String> kinds =
          learner.save().arrays().keySet().stream()
              .map(name -> name.substring(0, name.indexOf('/')))
              .collect(Collectors.toSet());
      kinds.removeAll(Set.of("parameter", "statistic"));
      assertEquals(Set.of(descent.remembered()), kinds);
      assertEquals(descent.rule().remembered(), kinds.size());
    }
  }

  /** Six steps of each engine by itself, from the same weights; 1e-5 of the parameters' norm. */
  @ParameterizedTest
  @EnumSource
  void bothEnginesComeToTheSameParameters(Descent descent) {
    Case of = layered(descent);
    try (Learner djl = of.djl();
        Learner java = of.java(2)) {
      State before = java.save();
      step(djl, of, 0, 6);
      step(java, of, 0, 6);
      double apart = Case.apart(parameters(djl.save()), parameters(java.save()));
      assertTrue(apart < 1e-5, descent + ": " + apart);
      double moved = Case.apart(parameters(before), parameters(java.save()));
      assertTrue(moved > 100 * apart, descent + " moved by " + moved);
    }
  }

  private static float[] parameters(State state) {
    List<float[]> all =
        state.arrays().entrySet().stream()
            .filter(e -> e.getKey().startsWith("parameter/"))
            .map(Map.Entry::getValue)
            .toList();
    float[] flat = new float[all.stream().mapToInt(a -> a.length).sum()];
    int at = 0;
    for (float[] each : all) {
      System.arraycopy(each, 0, flat, at, each.length);
      at += each.length;
    }
    return flat;
  }

  @Test
  void aStateOfAnotherRuleIsRefused() {
    try (Learner adam = layered(Descent.ADAM).java(1);
        Learner sgd = layered(Descent.SGD).java(1)) {
      assertThrows(IllegalArgumentException.class, () -> adam.restore(sgd.save()));
    }
  }
}
