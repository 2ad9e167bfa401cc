package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.TaskMatrix;

class Table13Test {
  /** Counted by hand: of four pairings two are won, one is a tie. */
  @Test
  void theAreaIsTheChanceOfTheLargerG() {
    double[] g = {.1, .3, .2, .1};
    double[] benefit = {.01, .02, -.01, -.03};
    // .1 against .2 loses, .1 against .1 ties, .3 wins twice
    assertEquals(2.5 / 4, Table13.auc(g, benefit), 1e-12);
    assertEquals(Double.NaN, Table13.auc(new double[] {.1}, new double[] {.1}));
  }

  /** By hand: R = 3 · .5 / (1 + 2 · .5) = .75; two halves of a test, R = 2 · .6 / 1.6 = .75. */
  @Test
  void noiseLeavesTheRootOfTheReliability() {
    assertEquals(Math.sqrt(.75), Reliability.mostLeft(.5, 3), 1e-12);
    assertEquals(Math.sqrt(.75), Reliability.mostLeft(.6, 2), 1e-12);
    assertEquals(1, Reliability.mostLeft(1, 5), 1e-12);
    assertEquals(0, Reliability.mostLeft(-.2, 3));
  }

  @Test
  void pairsAreChosenByTheirG() {
    List<String> tasks = List.of("a", "b", "c");
    TaskMatrix g = new TaskMatrix(tasks, new double[][] {{1, .1, .2}, {.1, 1, .3}, {.2, .3, 1}});
    TaskMatrix benefit =
        new TaskMatrix(tasks, new double[][] {{0, 5, 6}, {5, 0, Double.NaN}, {6, Double.NaN, 0}});
    assertArrayEquals(new double[] {6}, Table10.benefits(g, benefit, v -> v > .1));
    assertArrayEquals(new double[] {5, 6}, Table10.benefits(g, benefit, v -> true));
  }

  /** Two of ten beneficial pairs lie above the threshold: kept .2, none lost, 2 · .2 / 1.2. */
  @Test
  void fewPairsBoundTheHarmonicMean() {
    assertEquals(.4 / 1.2, Table13.largest(2, 10), 1e-12);
    assertEquals(1, Table13.largest(12, 10), 1e-12);
  }

  /** m + a_i + a_j with Σ a = 0 leaves nothing; what is added to one pair is not taken away. */
  @Test
  void taskEffectsAreTakenAway() {
    double[] a = {.3, -.1, .2, -.4};
    double[][] values = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        values[i][j] = i == j ? 1 : 2 + a[i] + a[j];
      }
    }
    List<String> tasks = List.of("a", "b", "c", "d");
    for (double rest : Matrices.withoutTaskEffects(new TaskMatrix(tasks, values)).pairs()) {
      assertEquals(0, rest, 1e-12);
    }
    values[0][1] += 1;
    values[1][0] += 1;
    // With 6 pairs and 4 parameters, a pair's own part keeps 1 - 4/6 of itself.
    double[] rest = Matrices.withoutTaskEffects(new TaskMatrix(tasks, values)).pairs();
    assertEquals(1 - 4 / 6.0, rest[0], 1e-12);
  }

  /**
   * s = .0041 over ten partitions around a gain of −.007: t(9) s √(1 + 1/10) = .0097, not the .0029
   * of the interval for their mean.
   */
  @Test
  void aRandomPartitionIsPredictedNotTheirMean() {
    double[] others = new double[10];
    for (int i = 0; i < 10; i++) {
      others[i] = .75 + .0041 * Math.sqrt(.9) * (i % 2 == 0 ? 1 : -1);
    }
    Finding gain = Table11.gain("2 groups", .743, others);
    assertEquals(-.007, gain.value(), 1e-12);
    assertEquals(2.262157 * .0041 * Math.sqrt(1.1), gain.high() - gain.value(), 1e-6);
    assertEquals("one partition, from 10", gain.first().orElseThrow().of());
  }
}
