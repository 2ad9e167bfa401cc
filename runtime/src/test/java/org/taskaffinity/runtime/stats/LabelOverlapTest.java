package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class LabelOverlapTest {
  /** Compounds 0–3, 2–7 and none, of 10. */
  private final LabelOverlap overlap =
      LabelOverlap.of(new BitSet[] {range(0, 4), range(2, 8), new BitSet()});

  private static BitSet range(int from, int to) {
    BitSet set = new BitSet();
    set.set(from, to);
    return set;
  }

  @Test
  void eachMeaningOfOverlapHasItsOwnDenominator() {
    assertArrayEquals(new int[] {4, 2, 0}, overlap.shared()[0]);
    assertEquals(2 / 8.0, overlap.jaccard()[0][1]);
    assertEquals(2 / 4.0, overlap.sharedOfSmaller()[1][0]);
    assertEquals(2 / 10.0, overlap.sharedOfAll(10)[0][1]);
    assertEquals(0, overlap.jaccard()[0][2]);
    assertEquals(Double.NaN, overlap.sharedOfSmaller()[0][2]);
    assertEquals(Double.NaN, overlap.jaccard()[2][2]);
  }

  @Test
  void moreCompoundsThanAllAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> overlap.sharedOfAll(5)).getMessage();
    assertEquals("Task 1 has 6 compounds, more than all 5.", message);
  }

  /** numpy.quantile of [0, 0.25] at 0.3 is 0.075; the third pair has no value. */
  @Test
  void aSummarySkipsUndefinedPairsAndSaysSo() {
    double[][] m = {{1, 0, .25}, {0, 1, Double.NaN}, {.25, Double.NaN, 1}};
    PairSummary summary = PairSummary.of(m);
    assertEquals(1, summary.skipped());
    assertEquals(2, summary.pairs());
    assertEquals(.125, summary.mean());
    assertEquals(.125, summary.median());
    assertEquals(.075, summary.quantile(.3), 1e-15);
    assertEquals(.25, summary.max());
    assertEquals(.5, summary.fractionAbove(.1));
    assertThrows(IllegalArgumentException.class, () -> summary.quantile(30));
  }
}
