package org.taskaffinity.runtime.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.gradient.AffinityMean.Missing;

class AffinityTest {

  /** (3, 4) and (4, 3) have cosine 24/25; (−4, 3) is orthogonal to the first. */
  @Test
  void cosinesAreThoseWorkedOutByHand() {
    double[][] a = Affinity.cosine(new float[][] {{3, 4}, {4, 3}, {-4, 3}});
    assertEquals(24.0 / 25, a[0][1], 1e-15);
    assertEquals(0, a[0][2], 1e-15);
    assertEquals(-7.0 / 25, a[2][1], 1e-15);
    assertEquals(1, a[2][2]);
  }

  @Test
  void productsAndGradientsGiveTheSame() {
    float[][] g = {{1, 2, 3}, {-1, .5f, 2}};
    double[][] gram = {{14, 6}, {6, 5.25}};
    for (int t = 0; t < 2; t++) {
      assertArrayEquals(Affinity.cosine(g)[t], Affinity.cosine(gram)[t], 1e-15);
    }
  }

  @Test
  void aGradientOfZeroHasNoDirectionToCompare() {
    double[][] a = Affinity.cosine(new float[][] {{3, 4}, {0, 0}, null});
    assertEquals(1, a[0][0]);
    assertTrue(Double.isNaN(a[0][1]));
    assertTrue(Double.isNaN(a[1][1]));
    assertTrue(Double.isNaN(a[2][0]));
  }

  @Test
  void gradientsOfDifferentEncodersCannotBeCompared() {
    assertThrows(
        IllegalArgumentException.class, () -> Affinity.cosine(new float[][] {{1}, {1, 2}}));
  }

  @Test
  void whatIsMissingIsSkippedOrReadAsZero() {
    AffinityMean skipped = new AffinityMean(2, Missing.SKIPPED);
    AffinityMean zero = new AffinityMean(2, Missing.READ_AS_ZERO);
    for (AffinityMean mean : new AffinityMean[] {skipped, zero}) {
      mean.add(new double[][] {{1, -.5}, {-.5, 1}});
      mean.add(new double[][] {{1, .1}, {.1, 1}});
      mean.add(new double[][] {{1, Double.NaN}, {Double.NaN, Double.NaN}});
      assertEquals(3, mean.captures());
    }
    assertEquals(-.2, skipped.mean()[0][1], 1e-15);
    assertEquals(2, skipped.counts()[0][1]);
    assertEquals(.5, skipped.conflictRate()[0][1]);
    assertEquals(-.4 / 3, zero.mean()[0][1], 1e-15);
    assertEquals(3, zero.counts()[0][1]);
    assertEquals(1 / 3.0, zero.conflictRate()[0][1], 1e-15);
    assertTrue(Double.isNaN(new AffinityMean(2, Missing.SKIPPED).mean()[0][1]));
  }
}
