package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.runtime.random.Seeds;

class BlocksTest {
  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  /** Against Hall's condition, written out over all sets of tasks. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aBlockDesignIsFoundExactlyWhenHallsConditionHolds(int seed) {
    LabelMask mask = Samples.random(6 + seed % 30, 2 + seed % 4, 0.2 + 0.01 * seed, seed);
    Blocks blocks = new Blocks(mask);
    for (int m = 0; m <= mask.rows().length; m++) {
      for (int n = 0; n <= m; n++) {
        boolean expected = hall(mask, n, m);
        assertEquals(expected, blocks.feasible(n, m), "n " + n + ", m " + m);
        BitSet[] drawn =
            n <= blocks.complete() ? blocks.draw(n, m, new Seeds(seed).stream("draw")) : null;
        assertEquals(expected, drawn != null);
        if (expected) {
          assertDesign(mask, drawn, n, m);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLargestDesignsAreTheLargest(int seed) {
    LabelMask mask = Samples.random(30, 3, 0.4, seed);
    Blocks blocks = new Blocks(mask);
    int rows = mask.rows().length;
    for (double alpha : new double[] {0, 0.1, 0.3, 0.5, 0.9, 1}) {
      int m =
          IntStream.rangeClosed(0, rows)
              .filter(k -> hall(mask, Blocks.shared(alpha, k), k))
              .max()
              .orElse(0);
      assertEquals(m, blocks.largest(alpha), "alpha " + alpha);
    }
    for (int n = 1; n <= 10; n++) {
      int shared = n;
      int beside =
          IntStream.rangeClosed(n, rows).filter(m -> hall(mask, shared, m)).max().orElse(0);
      assertEquals(beside, blocks.largestBeside(n), "n " + n);
      int fewest = IntStream.rangeClosed(0, n).filter(k -> hall(mask, k, shared)).min().orElse(-1);
      assertEquals(fewest, blocks.fewestShared(n), "m " + n);
    }
  }

  /**
   * Every set T of tasks needs |T| (m − n) rows labelled for one of them, beside the n complete
   * cases that are shared; with that, and n complete cases, there is a design (Hall 1935).
   */
  private static boolean hall(LabelMask mask, int n, int m) {
    if (mask.complete().cardinality() < n) {
      return false;
    }
    for (int set = 1; set < 1 << mask.size(); set++) {
      BitSet rows = new BitSet();
      for (int t = 0; t < mask.size(); t++) {
        if ((set >> t & 1) == 1) {
          rows.or(mask.labels()[t]);
        }
      }
      if (Integer.bitCount(set) * (m - n) > rows.cardinality() - n) {
        return false;
      }
    }
    return true;
  }

  private static void assertDesign(LabelMask mask, BitSet[] drawn, int n, int m) {
    for (int i = 0; i < drawn.length; i++) {
      assertEquals(m, drawn[i].cardinality());
      assertEquals(drawn[i], LabelMask.and(drawn[i], mask.labels()[i]), "labels that are there");
      for (int j = 0; j < i; j++) {
        BitSet both = LabelMask.and(drawn[i], drawn[j]);
        assertEquals(n, both.cardinality());
        assertTrue(
            IntStream.range(0, drawn.length)
                .allMatch(t -> LabelMask.and(drawn[t], both).equals(both)));
      }
    }
  }
}
