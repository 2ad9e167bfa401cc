package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Values from scipy.stats.pearsonr and spearmanr (SciPy 1.17.1) on the same lists. */
class CorrelationTest {
  /** SciPy and this class round their sums differently. */
  private static final double ROUNDING = 1e-13;

  private final double[] x = Made.list(0, 40);
  private final double[] y = new double[40];

  CorrelationTest() {
    Arrays.setAll(y, j -> 0.5 * Made.v(0, j) + Made.v(1, j));
  }

  @Test
  void agreesWithScipy() {
    assertEquals(0.06556038237316557, Correlation.pearson(x, y), ROUNDING);
    assertEquals(0.09624765478424015, Correlation.spearman(x, y), ROUNDING);
    assertEquals(0.6877392719199892, Correlation.naiveP(0.06556038237316557, 40), 1e-12);
    assertEquals(0.5546575991955786, Correlation.naiveP(0.09624765478424015, 40), 1e-12);
  }

  @Test
  void tiedValuesShareTheirRanks() {
    double[] tiedX = Arrays.stream(x).map(value -> Math.floor(5 * value)).toArray();
    double[] tiedY = Arrays.stream(y).map(value -> Math.floor(5 * value)).toArray();
    assertEquals(0.011363298721663032, Correlation.PEARSON.of(tiedX, tiedY), ROUNDING);
    assertEquals(0.03128139896801121, Correlation.SPEARMAN.of(tiedX, tiedY), ROUNDING);
  }

  /** scipy.stats.t.sf; relative, because the least is 7e-160. */
  @Test
  void verySmallProbabilitiesKeepTheirDigits() {
    assertEquals(1, Correlation.naiveP(.9356, 351) / 7.225342112617211e-160, 1e-9);
    assertEquals(1, Correlation.naiveP(.3, 66) / 0.014393041137436268, 1e-9);
    assertEquals(1, Correlation.naiveP(-.05, 10) / 0.8908980275878906, 1e-9);
    assertEquals(0, Correlation.naiveP(1, 10));
  }

  /** Adding 1e8 leaves 8 of 16 digits to the values themselves. */
  @Test
  void aLargeOffsetCostsNoMoreThanItsOwnDigits() {
    double[] far = Arrays.stream(x).map(value -> value + 1e8).toArray();
    assertEquals(Correlation.pearson(x, y), Correlation.pearson(far, y), 1e-7);
  }

  @Test
  void whereThereIsNoDirectionThereIsNoCorrelation() {
    assertEquals(
        Double.NaN, Correlation.pearson(new double[] {.1, .1, .1}, new double[] {1, 2, 3}));
    assertEquals(Double.NaN, Correlation.pearson(new double[] {1, 2}, new double[] {1, 2}));
    assertEquals(
        Double.NaN, Correlation.spearman(new double[] {1, Double.NaN, 3}, new double[] {1, 2, 3}));
    assertEquals(Double.NaN, Correlation.naiveP(.5, 2));
  }

  @Test
  void aStraightLineIsExactlyOne() {
    assertEquals(-1, Correlation.pearson(new double[] {1, 2, 3}, new double[] {7, 5, 3}), ROUNDING);
    assertTrue(Math.abs(Correlation.pearson(x, x)) <= 1);
  }

  @Test
  void listsOfTwoLengthsAreRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Correlation.pearson(x, new double[] {1, 2}))
            .getMessage();
    assertEquals("A correlation needs lists of one length, not 40 and 2.", message);
  }
}
