package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

class MeanIntervalTest {
  private static final int SERIES = 4_000;

  /** By hand: sd 1, error 1/√3, t with two degrees of freedom 4.3027. */
  @Test
  void threeIndependentValues() {
    MeanInterval found = MeanInterval.independent(new double[] {1, 2, 3});
    assertEquals(2, found.mean());
    assertEquals(1 / Math.sqrt(3), found.error(), 1e-15);
    assertEquals(2 - 4.302653 / Math.sqrt(3), found.low(), 1e-6);
    assertEquals(2 + 4.302653 / Math.sqrt(3), found.high(), 1e-6);
    assertEquals(0.0741799, found.p(), 1e-7, "R: t.test(1:3)$p.value");
  }

  @Test
  void tooFewValuesHaveNoInterval() {
    assertTrue(Double.isNaN(MeanInterval.independent(new double[] {1}).low()));
    assertTrue(Double.isNaN(MeanInterval.independent(new double[0]).mean()));
    assertTrue(Double.isNaN(MeanInterval.correlated(new double[9]).error()));
  }

  @Test
  void constantValuesAreAllOrNothing() {
    assertEquals(1, MeanInterval.correlated(new double[40]).p());
    assertEquals(0, MeanInterval.independent(new double[] {2, 2, 2}).p());
  }

  /** Eight batches of equal values: their means are 0, 1, … 7, whose sd is √6. */
  @Test
  void batchesAreConsecutive() {
    double[] series = new double[80];
    for (int t = 0; t < 80; t++) {
      series[t] = t / 10;
    }
    MeanInterval found = MeanInterval.correlated(series);
    assertEquals(3.5, found.mean(), 1e-12);
    assertEquals(Math.sqrt(6.0 / 8), found.error(), 1e-12);
  }

  /**
   * What the Javadoc of {@link MeanInterval#correlated} says, with a standard error of about 0.004.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 0, 0.948", "20, 0.3, 0.93625", "20, 0.5, 0.92225", "20, 0.7, 0.88875", "20, 0.9, 0.70375",
    "100, 0, 0.9545", "100, 0.3, 0.94975", "100, 0.5, 0.94275", "100, 0.7, 0.92875",
        "100, 0.9, 0.8245",
    "400, 0, 0.9495", "400, 0.3, 0.94775", "400, 0.5, 0.94625", "400, 0.7, 0.9435",
        "400, 0.9, 0.9255"
  })
  void intervalsOfCorrelatedSeriesCoverTheirMean(int n, double correlation, double expected) {
    Stream stream = new Seeds(7).stream("coverage");
    int covered = 0;
    for (int s = 0; s < SERIES; s++) {
      MeanInterval found = MeanInterval.correlated(autoregressive(n, correlation, stream));
      covered += found.low() <= 0 && 0 <= found.high() ? 1 : 0;
    }
    assertEquals(expected, (double) covered / SERIES, 1e-12);
  }

  /** What the Javadoc of {@link MeanInterval#difference} says, of independent values. */
  @ParameterizedTest
  @CsvSource({"100, 100, 1, 0.9515", "100, 40, 3, 0.952", "400, 25, 0.5, 0.93825"})
  void intervalsOfADifferenceCoverIt(int n, int m, double spread, double expected) {
    Stream stream = new Seeds(8).stream("coverage");
    int covered = 0;
    for (int s = 0; s < SERIES; s++) {
      double[] one = autoregressive(n, 0, stream);
      double[] other = autoregressive(m, 0, stream);
      Arrays.setAll(other, t -> 0.4 + spread * other[t]);
      MeanInterval found = MeanInterval.difference(one, other);
      covered += found.low() <= -0.4 && -0.4 <= found.high() ? 1 : 0;
    }
    double coverage = (double) covered / SERIES;
    assertEquals(expected, coverage, 1e-12);
  }

  /** A stationary AR(1) series with mean 0. */
  private static double[] autoregressive(int n, double correlation, Stream stream) {
    double[] series = new double[n];
    double innovation = Math.sqrt(1 - correlation * correlation);
    series[0] = stream.nextGaussian();
    for (int t = 1; t < n; t++) {
      series[t] = correlation * series[t - 1] + innovation * stream.nextGaussian();
    }
    return series;
  }
}
