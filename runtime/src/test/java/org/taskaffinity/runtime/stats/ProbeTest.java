package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Probes against scikit-learn, and their Fisher information against second differences.
 *
 * <p>The numbers were made by Python, scikit-learn 1.9.1 and NumPy 2.4.6, from the same formulas:
 * {@code LogisticRegression(C=1.0, tol=1e-14, solver="newton-cholesky")}, {@code Ridge(alpha=1.0,
 * solver="cholesky")}, and {@code (z * v[:, None]).T @ z / n}.
 */
class ProbeTest {
  private static final int ROWS = 60;

  private static double[][] features() {
    double[][] z = new double[ROWS][4];
    for (int i = 0; i < ROWS; i++) {
      for (int a = 0; a < 4; a++) {
        z[i][a] = Math.sin(1.3 * i + 0.7 * i * a + a);
      }
    }
    return z;
  }

  private static double[] numbers(double noise) {
    double[][] z = features();
    double[] y = new double[ROWS];
    Arrays.setAll(y, i -> z[i][0] - 2 * z[i][1] + 0.5 + noise * Math.cos(2.1 * i));
    return y;
  }

  private static double[] classes() {
    return Arrays.stream(numbers(1.5)).map(v -> v > 0 ? 1 : 0).toArray();
  }

  @Test
  void aClassificationIsThatOfScikitLearn() {
    Probe probe = Probe.logistic(features(), classes());
    double[] expected = {0.719354335191, -2.257324758204, -0.184599579871, 0.045386797891};
    assertArrayEquals(expected, probe.weights(), 1e-10);
    assertEquals(0.559000311377, probe.intercept(), 1e-10);
    double[][] moment = {
      {0.073882549072, 0.01122291119, -0.016462253731, -0.004161249009},
      {0.01122291119, 0.057982178856, 0.000187921629, 0.003211858846},
      {-0.016462253731, 0.000187921629, 0.077656291433, 0.012342722094},
      {-0.004161249009, 0.003211858846, 0.012342722094, 0.075806814995}
    };
    for (int a = 0; a < 4; a++) {
      assertArrayEquals(moment[a], probe.moment()[a], 1e-11);
    }
  }

  @Test
  void aRegressionIsThatOfScikitLearn() {
    Probe probe = Probe.linear(features(), numbers(1));
    double[] expected = {0.92607470599, -1.986916305815, -0.024465102366, 0.029359588894};
    assertArrayEquals(expected, probe.weights(), 1e-11);
    assertEquals(0.5030385843346269, probe.intercept(), 1e-11);
    double[] first = {0.999663329098, -0.047992205757, -0.027122695061, 0.00651983379};
    assertArrayEquals(first, probe.moment()[0], 1e-11);
    assertEquals(1.011740001689, probe.moment()[3][3], 1e-11);
  }

  /**
   * (w wᵀ) ⊗ S is the Fisher information of M in f = w·(M z) + b at M = 1. For these two
   * likelihoods the Hessian of −log p does not depend on the labels, so it is its own expectation
   * over the model's: second differences of the log-likelihood measure it.
   */
  @Test
  void theFactorsAreTheFisherInformationOfTheSharedLayer() {
    fisher(Probe.logistic(features(), classes()), classes(), true);
    fisher(Probe.linear(features(), numbers(1)), numbers(1), false);
  }

  private static void fisher(Probe probe, double[] y, boolean logistic) {
    int d = 4;
    double step = 1e-3;
    double residual = 0;
    for (int i = 0; i < ROWS; i++) {
      double off = y[i] - value(probe, identity(d), features()[i]);
      residual += off * off / ROWS;
    }
    double precision = logistic ? 1 : 1 / residual;
    for (int p = 0; p < d * d; p++) {
      for (int q = p; q < d * d; q++) {
        double hessian =
            (likelihood(probe, y, logistic, moved(p, step, q, step))
                    - likelihood(probe, y, logistic, moved(p, step, q, -step))
                    - likelihood(probe, y, logistic, moved(p, -step, q, step))
                    + likelihood(probe, y, logistic, moved(p, -step, q, -step)))
                / (4 * step * step);
        double[] w = probe.weights();
        double found = w[p / d] * w[q / d] * probe.moment()[p % d][q % d];
        assertEquals(-hessian * precision, found, 2e-5 * (1 + Math.abs(found)), p + ", " + q);
      }
    }
  }

  private static double[][] identity(int d) {
    double[][] m = new double[d][d];
    for (int a = 0; a < d; a++) {
      m[a][a] = 1;
    }
    return m;
  }

  private static double[][] moved(int p, double by, int q, double byToo) {
    double[][] m = identity(4);
    m[p / 4][p % 4] += by;
    m[q / 4][q % 4] += byToo;
    return m;
  }

  private static double value(Probe probe, double[][] m, double[] z) {
    double f = probe.intercept();
    for (int a = 0; a < z.length; a++) {
      for (int b = 0; b < z.length; b++) {
        f += probe.weights()[a] * m[a][b] * z[b];
      }
    }
    return f;
  }

  /** The mean log-likelihood, of a regression with unit variance and without its constant. */
  private static double likelihood(Probe probe, double[] y, boolean logistic, double[][] m) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      double f = value(probe, m, features()[i]);
      sum += logistic ? y[i] * f - Math.log1p(Math.exp(f)) : -(y[i] - f) * (y[i] - f) / 2;
    }
    return sum / ROWS;
  }

  /** What one plane parts is fitted all the same: the ridge keeps the weights finite. */
  @Test
  void whatCanBePartedHasASolution() {
    Random random = new Random(5);
    double[][] z = new double[200][30];
    double[] y = new double[200];
    for (int i = 0; i < 200; i++) {
      z[i] = random.doubles(30, -50, 50).toArray();
      y[i] = z[i][0] > 0 ? 1 : 0;
    }
    Probe probe = Probe.logistic(z, y);
    double[] gradient = probe.weights();
    double slope = 0;
    for (int i = 0; i < 200; i++) {
      double f = probe.intercept();
      for (int a = 0; a < 30; a++) {
        f += probe.weights()[a] * z[i][a];
      }
      double off = 1 / (1 + Math.exp(-f)) - y[i];
      slope += off;
      for (int a = 0; a < 30; a++) {
        gradient[a] += off * z[i][a];
      }
    }
    assertEquals(0, slope, 1e-6);
    for (double each : gradient) {
      assertEquals(0, each, 1e-5);
    }
    assertTrue(Arrays.stream(probe.weights()).allMatch(Double::isFinite));
  }

  /** A feature that never changes takes part in nothing. */
  @Test
  void aDeadFeatureHasNoWeight() {
    double[][] z = features();
    for (double[] row : z) {
      row[2] = 0;
    }
    Probe probe = Probe.logistic(z, classes());
    assertEquals(0, probe.weights()[2]);
    assertEquals(0, probe.moment()[2][2]);
  }
}
