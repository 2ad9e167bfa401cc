package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;

class ExpectedCountsTest {
  private static final int N = 100;

  /** Task 0 has 20 positives, task 1 has 24, task 2 has 26; task 3 and 4 are numbers. */
  private static double[][] labels() {
    double[][] labels = new double[5][N];
    for (int c = 0; c < N; c++) {
      labels[0][c] = c % 5 == 0 ? 1 : 0;
      labels[1][c] = c < 24 ? 1 : 0;
      labels[2][c] = c >= 74 ? 1 : 0;
      labels[3][c] = c * 0.5;
      labels[4][c] = c % 7;
    }
    return labels;
  }

  private static BitSet[] measured() {
    BitSet[] measured = new BitSet[5];
    for (int t = 0; t < 5; t++) {
      measured[t] = new BitSet();
      measured[t].set(0, N);
    }
    return measured;
  }

  private static MoleculeBootstrap bootstrap(BitSet[] measured, int minimum) {
    return new MoleculeBootstrap(labels(), measured, null, 20, 10, new Seeds(1))
        .requiring(minimum, new boolean[] {true, true, true, false, false});
  }

  /** 20 · 24 / 100 = 4.8 and 20 · 26 / 100 = 5.2. */
  @Test
  void aPairOfClassificationsNeedsItsSmallestExpectedCount() {
    MoleculeBootstrap found = bootstrap(measured(), 5);
    double[][] e = found.observed();
    assertTrue(Double.isNaN(e[0][1]));
    assertEquals(4.8, found.lacking(0, 1), 1e-12);
    assertFalse(Double.isNaN(e[0][2]));
    assertTrue(Double.isNaN(found.lacking(0, 2)));
    assertEquals(1, e[0][0]);
  }

  @Test
  void whatHasNoSuchRequirementIsAsBefore() {
    double[][] without = bootstrap(measured(), 0).observed();
    double[][] plain =
        new MoleculeBootstrap(labels(), measured(), null, 20, 10, new Seeds(1)).observed();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(plain[i][j], without[i][j]);
      }
    }
    assertTrue(Double.isNaN(bootstrap(measured(), 0).lacking(0, 1)));
  }

  /** The negatives may be the smaller class: 96 positives of 100 are 4 negatives. */
  @Test
  void theSmallerClassCounts() {
    double[][] labels = labels();
    for (int c = 0; c < N; c++) {
      labels[0][c] = c < 96 ? 1 : 0;
    }
    MoleculeBootstrap found =
        new MoleculeBootstrap(labels, measured(), null, 20, 10, new Seeds(1))
            .requiring(5, new boolean[] {true, true, true, false, false});
    assertEquals(4 * 26 / 100.0, found.lacking(0, 2), 1e-12);
    assertEquals(4, found.lacking(0, 3), "with a regression: the smaller class itself");
    assertEquals(4, found.lacking(4, 0));
  }

  @Test
  void onlySharedMoleculesCount() {
    BitSet[] measured = measured();
    measured[3].clear(10, N);
    measured[3].set(60, 90);
    MoleculeBootstrap found = bootstrap(measured, 11);
    assertEquals(10, found.lacking(1, 3), "10 of its 24 positives are shared with task 3");
    assertTrue(Double.isNaN(found.lacking(3, 4)), "two regressions are not concerned");
    assertFalse(Double.isNaN(found.observed()[3][4]));
  }

  @Test
  void replicatesLackTheSamePairs() {
    bootstrap(measured(), 5)
        .forEach(
            (e, r) -> {
              assertTrue(Double.isNaN(e[0][1]));
              assertFalse(Double.isNaN(e[0][2]));
            });
  }
}
