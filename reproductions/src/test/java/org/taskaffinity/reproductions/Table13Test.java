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
    assertEquals(Math.sqrt(.75), Table10.mostLeft(.5, 3), 1e-12);
    assertEquals(Math.sqrt(.75), Table10.mostLeft(.6, 2), 1e-12);
    assertEquals(1, Table10.mostLeft(1, 5), 1e-12);
    assertEquals(0, Table10.mostLeft(-.2, 3));
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
}
