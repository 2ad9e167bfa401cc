package org.taskaffinity.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

class GroupStructureTest {
  private static final int TASKS = 8;

  private static double[][] affinity(double within, double across, double sd, Stream noise) {
    double[][] g = new double[TASKS][TASKS];
    for (int i = 0; i < TASKS; i++) {
      g[i][i] = 1;
      for (int j = 0; j < i; j++) {
        g[i][j] = (i / 4 == j / 4 ? within : across) + sd * noise.nextGaussian();
        g[j][i] = g[i][j];
      }
    }
    return g;
  }

  private static GroupStructure structure(double[][] g, long seed) {
    return GroupStructure.of(g, Linkage.AVERAGE, new Seeds(seed).stream("structure"));
  }

  @Test
  void twoPlantedBlocksAreStructure() {
    double[][] g = affinity(0.5, 0, 0.05, new Seeds(1).stream("blocks"));
    GroupStructure found = structure(g, 2);
    assertEquals(0.001, found.p(), "no permuted matrix reaches it");
    assertEquals(999, found.permutations());
    assertTrue(found.chance() < 0.4, "chance " + found.chance());
  }

  /** Noise has a silhouette above 0 as well. At most about 5 in 100 are called structure. */
  @Test
  void noiseIsSeldomStructure() {
    Stream noise = new Seeds(3).stream("noise");
    int called = 0;
    for (int d = 0; d < 60; d++) {
      called += structure(affinity(0, 0, 0.02, noise), d).p() < 0.05 ? 1 : 0;
    }
    assertTrue(called <= 7, called + " of 60");
  }

  @Test
  void equalPairsAreNoStructure() {
    assertEquals(1, structure(affinity(0.2, 0.2, 0, new Seeds(1).stream("none")), 1).p());
  }

  @Test
  void threeTasksCannotBeTested() {
    assertFalse(GroupStructure.testable(3));
    assertTrue(GroupStructure.testable(4));
    assertFalse(GroupStructure.testable(617));
  }
}
