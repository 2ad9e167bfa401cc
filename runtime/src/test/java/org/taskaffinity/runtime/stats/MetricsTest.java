package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/**
 * Values from scikit-learn: roc_auc_score, average_precision_score, mean_squared_error, r2_score.
 */
class MetricsTest {
  /** Rounding of sums of 50 terms. */
  private static final double ROUNDING = 1e-14;

  private final double[] scores = new double[50];
  private final boolean[] positive = new boolean[50];

  /** Scores rounded to one digit, half to even as NumPy does, so that many are tied. */
  MetricsTest() {
    for (int j = 0; j < 50; j++) {
      scores[j] = Math.rint(Made.v(3, j) * 10) / 10;
      positive[j] = Made.v(4, j) + 0.5 * Made.v(3, j) > .8;
    }
  }

  @Test
  void classificationAgreesWithScikitLearn() {
    assertEquals(0.534804753820034, Metrics.rocAuc(scores, positive), ROUNDING);
    assertEquals(0.47278106195440295, Metrics.averagePrecision(scores, positive), ROUNDING);
  }

  @Test
  void regressionAgreesWithScikitLearn() {
    double[] labels = Made.list(5, 50);
    double[] predicted = new double[50];
    for (int j = 0; j < 50; j++) {
      predicted[j] = labels[j] * .7 + .2 * Made.v(6, j);
    }
    assertEquals(0.13386593032396837, Metrics.rmse(labels, predicted), ROUNDING);
    assertEquals(0.4779329179692048, Metrics.r2(labels, predicted), ROUNDING);
  }

  /** Of the four (positive, negative) couples one is right, one tied, two wrong. */
  @Test
  void aTieCountsHalf() {
    double[] s = {.5, .1, .5, .2};
    boolean[] y = {true, true, false, false};
    assertEquals(1.5 / 4, Metrics.rocAuc(s, y));
  }

  @Test
  void oneClassHasNoCurve() {
    assertEquals(Double.NaN, Metrics.rocAuc(new double[] {1, 2}, new boolean[] {true, true}));
    assertEquals(
        Double.NaN, Metrics.averagePrecision(new double[] {1, 2}, new boolean[] {false, false}));
    assertEquals(Double.NaN, Metrics.r2(new double[] {1, 2, 3}, new double[] {.1, .1, .1}));
  }

  @Test
  void anUndefinedScoreGivesNoValue() {
    double[] s = {.5, Double.NaN};
    assertEquals(Double.NaN, Metrics.rocAuc(s, new boolean[] {true, false}));
  }

  @Test
  void predictionsMustMatchLabels() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Metrics.rmse(new double[3], new double[2]))
            .getMessage();
    assertEquals("There must be one prediction a label: got 3 predictions for 2 labels.", message);
  }
}
