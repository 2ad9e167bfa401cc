package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.fixed;
import static org.taskaffinity.dsl.Mtl.jaccard;
import static org.taskaffinity.dsl.Mtl.labels;
import static org.taskaffinity.dsl.Mtl.scaffoldDisjoint;
import static org.taskaffinity.dsl.Mtl.sharedAndDisjoint;
import static org.taskaffinity.dsl.Mtl.sharedCount;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlapTest {
  static DoubleStream fractions() {
    return new Random(7).doubles(50, 0.02, 1.0);
  }

  @ParameterizedTest
  @MethodSource("fractions")
  @DisplayName("p = 2J/(1+J) undoes J = p/(2-p)")
  void keepProbabilityInvertsTheExpectedJaccard(double j) {
    double p = targetJaccard(j).keepProbability();
    assertEquals(j, p / (2 - p), 1e-12);
  }

  /** Independently: of 1000 molecules each kept with p, counted rather than derived. */
  @Test
  void keepingHalfOfFullLabelsSharesAThird() {
    Random random = new Random(1);
    int both = 0;
    int either = 0;
    for (int molecule = 0; molecule < 1_000_000; molecule++) {
      boolean a = random.nextBoolean();
      boolean b = random.nextBoolean();
      both += a && b ? 1 : 0;
      either += a || b ? 1 : 0;
    }
    // 3 sd of a fraction 1/3 of 750,000 is 0.0016
    assertEquals(1.0 / 3, (double) both / either, 0.0016);
    assertEquals(0.5, targetJaccard(1.0 / 3).keepProbability(), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("fractions")
  @DisplayName("two tasks that share a fraction α of m labels have J = α/(2−α)")
  void sharedAndDisjointHasTheIndexOfItsSets(double alpha) {
    double shared = alpha * 1000;
    double union = 1000 + 1000 - shared;
    assertEquals(shared / union, sharedAndDisjoint(alpha).jaccard(), 1e-12);
    assertEquals(
        alpha, scaffoldDisjoint(sharedAndDisjoint(alpha * 0.99).jaccard()).alpha() / 0.99, 1e-12);
  }

  @Test
  @DisplayName("of n, m and J = n/(2m−n) any two fix the third")
  void anyTwoQuantitiesFixTheThird() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      int n = 1 + random.nextInt(400);
      int m = n + random.nextInt(2000);
      double j = (double) n / (2 * m - n);
      for (Overlap.Fixed same :
          new Overlap.Fixed[] {
            fixed(sharedCount(n), labels(m)),
            fixed(labels(m), sharedCount(n)),
            fixed(labels(m), jaccard(j)),
            fixed(jaccard(j), sharedCount(n))
          }) {
        assertEquals(n, same.sharedCount(), same.toString());
        assertEquals(m, same.labels(), same.toString());
        assertEquals(j, same.jaccard(), 1e-12, same.toString());
      }
    }
  }

  @Test
  void roundingToWholeMoleculesMovesTheIndexALittle() {
    Overlap.Fixed fixed = fixed(labels(101), jaccard(0.25));
    assertEquals(40, fixed.sharedCount()); // 2 · 101 · 0.25 / 1.25 = 40.4
    assertEquals(40.0 / 162, fixed.jaccard(), 1e-12);
    assertTrue(Math.abs(fixed.jaccard() - 0.25) < 0.01);
  }
}
