package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values whose squares are no doubles, against arithmetic in a thousand decimal digits. */
class ExtremeValuesTest {
  private static final MathContext DIGITS = new MathContext(1000);
  private static final int N = 60;

  private static double[] values(int task, double scale) {
    return Arrays.stream(Made.list(task, N)).map(v -> (v - .3) * scale).toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1.7e308, 1e-180, 1e-300, 3e-310, 1e160, 1e-155, 1})
  @DisplayName("Pearson's r, E, R² and the mean are right whatever the labels' unit")
  void whateverTheUnit(double scale) {
    double[] x = values(2, scale);
    double[] y = values(3, 1);
    double[] z = values(4, 1 / Math.max(1e-300, Math.min(scale, 1e300)));
    assertEquals(exact(x, y), Correlation.pearson(x, y), 1e-12);
    assertEquals(exact(x, z), Correlation.pearson(x, z), 1e-12);
    assertEquals(exact(x, y), e(x, y, all())[0][1], 1e-12);
    assertEquals(exact(x, z), e(x, z, all())[0][1], 1e-12);
    assertEquals(1, Moments.mean(x) / mean(x).doubleValue(), 1e-12);
    double spread = root(squares(x).divide(BigDecimal.valueOf(N), DIGITS)).doubleValue();
    assertEquals(1, Moments.deviation(x) / spread, scale < 1e-307 ? 1e-9 : 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1.7e308, 1e-180, 1e-300, 1e160, 1})
  void errorsHaveTheirSizeInTheLabelsUnit(double scale) {
    double[] labels = values(2, scale);
    double[] predicted = values(3, -scale);
    BigDecimal error = BigDecimal.ZERO;
    for (int i = 0; i < N; i++) {
      BigDecimal d = new BigDecimal(labels[i]).subtract(new BigDecimal(predicted[i]));
      error = error.add(d.multiply(d));
    }
    double rmse = root(error.divide(BigDecimal.valueOf(N), DIGITS)).doubleValue();
    assertEquals(1, Metrics.rmse(predicted, labels) / rmse, 1e-12);
    double r2 = 1 - error.divide(squares(labels), DIGITS).doubleValue();
    assertEquals(r2, Metrics.r2(predicted, labels), 1e-12 * Math.abs(r2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, 1e-180, 1})
  void aLineIsTheSameInAnyUnit(double scale) {
    double[] x = values(2, scale);
    double[] y = values(3, scale);
    LinearFit fit = LinearFit.of(x, y);
    LinearFit plain = LinearFit.of(values(2, 1), values(3, 1));
    assertEquals(plain.r2(), fit.r2(), 1e-12);
    assertEquals(plain.slope(), fit.slope(), 1e-12);
    assertEquals(plain.intercept(), fit.intercept() / scale, 1e-12);
    assertEquals(plain.band(.1).low(), fit.band(.1 * scale).low() / scale, 1e-12);
  }

  @Test
  @DisplayName("One huge label does not take the digits of a pair that does not share it")
  void aHugeLabelElsewhere() {
    double[] x = values(2, 1);
    double[] y = values(3, 1);
    BitSet[] measured = all();
    double[] outlying = x.clone();
    outlying[7] = 1e300;
    measured[1].clear(7);
    BitSet shared = measured[1];
    double[] ofX = shared.stream().mapToDouble(i -> x[i]).toArray();
    double[] ofY = shared.stream().mapToDouble(i -> y[i]).toArray();
    assertEquals(exact(ofX, ofY), e(outlying, y, measured)[0][1], 1e-12);
    outlying[7] = 1e18;
    assertEquals(exact(ofX, ofY), e(outlying, y, measured)[0][1], 1e-12);
  }

  @Test
  void twoTinyValuesAgainstMany() {
    double[] two = Arrays.stream(values(2, 1)).map(v -> v > 0 ? 1e-200 : -1e-200).toArray();
    double[] many = values(3, 1e-200);
    assertEquals(exact(two, many), e(two, many, all())[0][1], 1e-12);
  }

  @Test
  void whatIsInfiniteIsNoCorrelation() {
    assertTrue(Double.isNaN(Correlation.clamp(Double.POSITIVE_INFINITY)));
    assertTrue(Double.isNaN(Correlation.clamp(Double.NEGATIVE_INFINITY)));
    assertEquals(1, Correlation.clamp(1 + 1e-15));
    double[] x = values(2, 1);
    x[3] = Double.POSITIVE_INFINITY;
    assertTrue(Double.isNaN(Correlation.pearson(x, values(3, 1))));
  }

  @Test
  void matricesOfAnyUnitArePermutedAlike() {
    double[] upper = Arrays.copyOf(values(2, 1e-190), 15);
    double[] other = Arrays.copyOf(values(3, 1e250), 15);
    int[] order = IntStream.range(0, 6).toArray();
    assertEquals(exact(upper, other), new CompleteCorrelation(6, upper, other).under(order), 1e-12);
  }

  private static double[][] e(double[] x, double[] y, BitSet[] measured) {
    return LabelCorrelation.of(new double[][] {x, y}, measured, 3).correlation();
  }

  private static BitSet[] all() {
    BitSet[] all = {new BitSet(), new BitSet()};
    all[0].set(0, N);
    all[1].set(0, N);
    return all;
  }

  private static BigDecimal mean(double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : x) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(x.length), DIGITS);
  }

  private static BigDecimal squares(double[] x) {
    return products(x, x);
  }

  private static BigDecimal products(double[] x, double[] y) {
    BigDecimal meanX = mean(x);
    BigDecimal meanY = mean(y);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.length; i++) {
      BigDecimal dx = new BigDecimal(x[i]).subtract(meanX);
      sum = sum.add(dx.multiply(new BigDecimal(y[i]).subtract(meanY)));
    }
    return sum;
  }

  private static double exact(double[] x, double[] y) {
    BigDecimal norms = root(squares(x)).multiply(root(squares(y)));
    return products(x, y).divide(norms, DIGITS).doubleValue();
  }

  private static BigDecimal root(BigDecimal value) {
    return value.sqrt(new MathContext(60));
  }
}
