package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Values from scipy.stats.linregress; the band by its formula in NumPy with scipy.stats.t.ppf. */
class LinearFitTest {
  /** Quantiles of t agree to about 1e-12. */
  private static final double PRECISION = 1e-11;

  @Test
  void agreesWithScipy() {
    double[] x = Made.list(0, 40);
    double[] y = new double[40];
    Arrays.setAll(y, j -> 0.5 * Made.v(0, j) + Made.v(1, j));
    LinearFit fit = LinearFit.of(x, y);
    assertEquals(0.05715499427592761, fit.slope(), PRECISION);
    assertEquals(0.6975356006534218, fit.intercept(), PRECISION);
    assertEquals(0.004298163736915677, fit.r2(), PRECISION);
    assertEquals(0.2618757207243544, fit.residualError(), PRECISION);
    assertEquals(0.6001958301208568, fit.band(.25).low(), PRECISION);
    assertEquals(0.8234528683239506, fit.band(.25).high(), PRECISION);
  }

  @Test
  void aLineIsFoundExactly() {
    LinearFit fit = LinearFit.of(new double[] {1, 2, 4}, new double[] {5, 7, 11});
    assertEquals(9, fit.at(3), 1e-14);
    assertEquals(1, fit.r2(), 1e-14);
  }

  @Test
  void constantXHasNoLine() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> LinearFit.of(new double[] {2, 2, 2}, new double[] {1, 2, 3}))
            .getMessage();
    assertEquals("All 3 x are 2.0; no line can be fitted.", message);
  }
}
