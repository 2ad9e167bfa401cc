package org.taskaffinity.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Values from scikit-learn 1.9.1: adjusted_rand_score, normalized_mutual_info_score and
 * adjusted_mutual_info_score.
 */
class AgreementsTest {
  /** Logarithms to another base, and sums of a dozen of them. */
  private static final double ROUNDING = 1e-13;

  private final int[] a = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3};
  private final int[] b = {0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 3, 1};
  private final int[] one = new int[12];
  private final int[] alone = IntStream.range(0, 12).toArray();

  private static void agree(double ari, double nmi, double ami, int[] a, int[] b) {
    Agreement agreement = Agreements.between(a, b, 1, new Seeds(3).stream("one"));
    assertEquals(ari, agreement.ari(), ROUNDING);
    assertEquals(nmi, agreement.nmi(), ROUNDING);
    assertEquals(ami, agreement.ami(), ROUNDING);
  }

  @Test
  void agreesWithScikitLearn() {
    agree(0.18518518518518517, 0.5028909422035811, 0.21669369518860437, a, b);
    agree(0, 0.6820841256628641, 0, alone, b);
    agree(0, 0, 0, a, one);
    agree(1, 1, 1, alone, alone);
    agree(1, 1, 1, one, one);
  }

  @Test
  void namesOfGroupsDoNotMatter() {
    int[] renamed = IntStream.of(a).map(label -> 5 - 3 * label).toArray();
    agree(1, 1, 1, a, renamed);
  }

  /** The adjusted index is 0 on average; 4 standard errors of 2,000 draws, sd about 0.12. */
  @Test
  void chanceIsNearZeroForTheAdjustedIndexAlone() {
    Agreement.Chance chance =
        Agreements.between(a, b, 2_000, new Seeds(3).stream("chance")).chance();
    assertEquals(0, chance.ariMean(), 0.011);
    assertTrue(chance.ari95() > 0.15 && chance.ari95() < 0.35, chance.toString());
    assertTrue(chance.nmiMean() > 0.3, chance.toString());
    assertTrue(chance.nmi95() > chance.nmiMean(), chance.toString());
    assertEquals(2_000, chance.draws());
  }

  /**
   * Two groups of three found again: of the C(6, 3) = 20 ways to choose the first group 2 agree
   * perfectly, so that p tends to 1/10; 4 standard errors of 4,000 draws.
   */
  @Test
  void thePermutationPOfPerfectAgreementIsItsShareAmongAllGroupings() {
    int[] three = {0, 0, 0, 1, 1, 1};
    Agreement.Chance chance =
        Agreements.between(three, three, 4_000, new Seeds(3).stream("p")).chance();
    assertEquals(0.1, chance.ariP(), 4 * Math.sqrt(0.1 * 0.9 / 4_000));
  }

  @Test
  void groupingsOfDifferentTasksAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Agreements.ari(a, new int[3]))
            .getMessage();
    assertEquals(
        "Two groupings must be of the same tasks, at least one: got 12 and 3 labels.", message);
  }
}
