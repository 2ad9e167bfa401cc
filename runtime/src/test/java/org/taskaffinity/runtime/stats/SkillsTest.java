package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Learnt;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

class SkillsTest {
  private static final int DRAWS = 2_000;

  /** The ends solve (AUC − θ)² = 1.96² V(θ). */
  @Test
  void theEndsSolveTheScoreEquation() {
    double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    boolean[] positive = {false, false, true, false, false, true, false, true, true, true};
    Skill found = Skills.classification(scores, positive, "validation");
    assertEquals(0.84, found.value(), 1e-12);
    for (double end : new double[] {found.low(), found.high()}) {
      double square = Math.pow(1.959963984540054, 2) * Skills.variance(end, 5, 5);
      assertEquals(square, Math.pow(found.value() - end, 2), 1e-9);
    }
    assertTrue(found.low() < 0.84 && 0.84 < found.high() && found.high() < 1);
    assertEquals(10, found.rows());
    assertEquals("validation", found.part());
  }

  /** One positive that is ranked first of 30 is so by chance once in 30 times. */
  @Test
  void oneLuckyRowIsNotLearning() {
    double[] scores = new double[30];
    boolean[] positive = new boolean[30];
    for (int i = 0; i < 30; i++) {
      scores[i] = i;
    }
    positive[29] = true;
    Skill found = Skills.classification(scores, positive, "validation");
    assertEquals(1, found.value());
    assertEquals(1, found.high(), 1e-9);
    assertEquals(Learnt.NO, found.learnt());
  }

  @Test
  void manyRowsRankedWellAreLearning() {
    double[] scores = new double[200];
    boolean[] positive = new boolean[200];
    Stream stream = new Seeds(3).stream("skill");
    for (int i = 0; i < 200; i++) {
      positive[i] = i % 10 == 0;
      scores[i] = stream.nextGaussian() + (positive[i] ? 2 : 0);
    }
    assertEquals(Learnt.YES, Skills.classification(scores, positive, "test").learnt());
  }

  @Test
  void aClassThatIsAbsentLeavesItOpen() {
    Skill found = Skills.classification(new double[] {1, 2}, new boolean[2], "validation");
    assertEquals(Skill.UNKNOWN, found);
    assertEquals(Learnt.NOT_KNOWN, found.learnt());
  }

  /** Of scores without any skill, few may be called learnt: 2.5 % at the nominal level. */
  @Test
  void chanceIsSeldomCalledLearning() {
    Stream stream = new Seeds(5).stream("null");
    int[] called = new int[2];
    for (int d = 0; d < DRAWS; d++) {
      double[] scores = new double[40];
      boolean[] positive = new boolean[40];
      double[] labels = new double[40];
      for (int i = 0; i < 40; i++) {
        scores[i] = stream.nextGaussian();
        positive[i] = i < 4;
        labels[i] = stream.nextGaussian();
      }
      called[0] += learnt(Skills.classification(scores, positive, "test"));
      double[] guessed = new double[40];
      for (int i = 0; i < 40; i++) {
        guessed[i] = 0.3 * scores[i];
      }
      called[1] += learnt(Skills.regression(guessed, labels, "test"));
    }
    assertTrue(called[0] < 0.04 * DRAWS, called[0] + " of " + DRAWS + " classifications");
    assertTrue(called[1] < 0.04 * DRAWS, called[1] + " of " + DRAWS + " regressions");
  }

  private static int learnt(Skill skill) {
    return skill.learnt() == Learnt.YES ? 1 : 0;
  }

  /** Saved are 1 − 0.25, 4 − 0, 1 − 0.25 and 4 − 0: 9.5 of 10. */
  @Test
  void regressionsAreComparedToTheTrainingMean() {
    Skill found =
        Skills.regression(new double[] {1.5, 2, -1.5, -2}, new double[] {1, 2, -1, -2}, "test");
    assertEquals(0.95, found.value(), 1e-12);
    assertEquals(0, found.chance());
    MeanInterval saved = MeanInterval.independent(new double[] {.75, 4, .75, 4});
    assertEquals(saved.low() / 2.5, found.low(), 1e-12);
    assertEquals(
        Skill.UNKNOWN, Skills.regression(new double[3], new double[3], "test"), "nothing to save");
  }
}
