package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/**
 * Values from pandas 3.1.1, DataFrame.corr(min_periods=…), on the same labels; the diagonal of a
 * task of one class, NaN there, is 1 here.
 */
class LabelCorrelationTest {
  private static final double NAN = Double.NaN;

  /** The third task sits at 1e6, which leaves its labels 10 digits after the point. */
  private static final double PRECISION = 1e-9;

  private final double[][] labels = new double[5][];
  private final BitSet[] measured = new BitSet[5];

  /** Tasks 0 and 1 are binary, 2 and 3 continuous, 4 has one class only. */
  LabelCorrelationTest() {
    for (int t = 0; t < 5; t++) {
      labels[t] = Made.list(t, 60);
      measured[t] = new BitSet();
      for (int c = 0; c < 60; c++) {
        measured[t].set(c, Made.v(t + 50, c) > 0.3);
      }
    }
    for (int c = 0; c < 60; c++) {
      labels[0][c] = labels[0][c] > .5 ? 1 : 0;
      labels[1][c] = labels[1][c] > .6 ? 1 : 0;
      labels[2][c] += 1e6;
      labels[4][c] = 0;
    }
  }

  @Test
  void agreesWithPandas() {
    LabelCorrelation e = LabelCorrelation.of(labels, measured, 20);
    double[][] expected = {
      {1, -0.1284457725980754, -0.11337428428117217, -0.7951666590811143, NAN},
      {-0.1284457725980754, 1, -0.6897777685015616, NAN, NAN},
      {-0.11337428428117217, -0.6897777685015616, 1, -0.38361867536280553, NAN},
      {-0.7951666590811143, NAN, -0.38361867536280553, 1, NAN},
      {NAN, NAN, NAN, NAN, 1}
    };
    same(expected, e.correlation());
    assertArrayEquals(new int[] {42, 23, 29, 31, 24}, e.shared()[0]);
    assertArrayEquals(new int[] {31, 29, 24, 42, 24}, e.shared()[3]);
  }

  @Test
  void onSomeCompoundsItIsThatOfThoseCompounds() {
    int[] rows = IntStream.range(0, 60).filter(c -> c % 3 != 0).toArray();
    double[][] expected = {
      {1, -0.25125945381480297, -0.09850884702975239, -0.8390987797329688, NAN},
      {-0.25125945381480297, 1, -0.6822352297915346, NAN, NAN},
      {-0.09850884702975239, -0.6822352297915346, 1, -0.39181180582010666, NAN},
      {-0.8390987797329688, NAN, -0.39181180582010666, 1, NAN},
      {NAN, NAN, NAN, NAN, 1}
    };
    double[][] e = LabelCorrelation.of(labels, measured, rows, 12).correlation();
    same(expected, e);
  }

  /** The count way for binary tasks and the sum way agree once a label is made a third value. */
  @Test
  void countsGiveWhatSumsGive() {
    double[][] shifted = {labels[0].clone(), labels[1].clone()};
    int alone = IntStream.range(0, 60).filter(c -> only(c, 0, 1)).findFirst().orElseThrow();
    shifted[0][alone] = 0.25;
    double counted = LabelCorrelation.of(labels, measured, 20).correlation()[0][1];
    BitSet[] two = {measured[0], measured[1]};
    assertEquals(counted, LabelCorrelation.of(shifted, two, 20).correlation()[0][1], 1e-14);
  }

  private boolean only(int compound, int task, int notTask) {
    return measured[task].get(compound) && !measured[notTask].get(compound);
  }

  @Test
  void aWeightIsARepetition() {
    Labels all = new Labels(labels, measured, null);
    Stream stream = new Seeds(5).stream("weights");
    int[] weights = new int[60];
    IntStream.Builder repeated = IntStream.builder();
    for (int c = 0; c < 60; c++) {
      weights[c] = stream.nextInt(10);
      for (int times = 0; times < weights[c]; times++) {
        repeated.add(c);
      }
    }
    double[][] weighted = all.correlation(new RowWeights(weights), 20);
    int[] rows = repeated.build().toArray();
    same(LabelCorrelation.of(labels, measured, rows, 20).correlation(), weighted);
  }

  /**
   * The size of ToxCast: 190,036 pairs over 134 words each; a generous bound for a busy machine.
   */
  @Test
  @Tag("slow")
  void sixHundredTasksTakeSeconds() {
    Stream stream = new Seeds(6).stream("labels");
    double[][] many = new double[617][8_576];
    BitSet[] known = new BitSet[617];
    for (int t = 0; t < 617; t++) {
      known[t] = new BitSet();
      for (int c = 0; c < 8_576; c++) {
        known[t].set(c, stream.nextInt(4) == 0);
        many[t][c] = stream.nextInt(10) == 0 ? 1 : 0;
      }
    }
    long start = System.nanoTime();
    LabelCorrelation e = LabelCorrelation.of(many, known, 30);
    double seconds = (System.nanoTime() - start) * 1e-9;
    assertTrue(seconds < 20, "took " + seconds + " s");
    assertEquals(0, PairSummary.of(e.correlation()).mean(), 0.001);
  }

  @Test
  void aMeasuredLabelMustBeANumber() {
    labels[2][measured[2].nextSetBit(0)] = NAN;
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> LabelCorrelation.of(labels, measured, 20))
            .getMessage();
    assertTrue(message.startsWith("Task 2, compound "), message);
    assertTrue(message.endsWith("Clear its bit instead."), message);
  }

  @Test
  void twoSharedCompoundsAreNeverEnough() {
    assertThrows(IllegalArgumentException.class, () -> LabelCorrelation.of(labels, measured, 2));
  }

  private static void same(double[][] expected, double[][] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], PRECISION, "row " + i);
    }
  }
}
