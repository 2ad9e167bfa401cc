package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/**
 * Exact values come from 720 calls of scipy.stats.pearsonr and spearmanr, one for each of
 * itertools.permutations(range(6)), NaN pairs dropped before each call.
 */
class MantelTest {
  private static final double NAN = Double.NaN;
  private final Stream stream = new Seeds(11).stream("mantel");
  private final double[][] a = new double[6][6];
  private final double[][] b = new double[6][6];

  MantelTest() {
    for (int i = 0; i < 6; i++) {
      for (int j = i + 1; j < 6; j++) {
        a[i][j] = a[j][i] = Made.v(i, j);
        b[i][j] = b[j][i] = .4 * Made.v(i, j) + Made.v(j, i + 20);
      }
    }
  }

  private Mantel.Result test(Correlation method) {
    return Mantel.test(a, b, method, Mantel.PERMUTATIONS, stream);
  }

  @Test
  void fewTasksAreEnumerated() {
    assertEquals(
        new Mantel.Result(Correlation.PEARSON, NAN, 621 / 720.0, 720, true, 15, 0),
        withoutR(test(Correlation.PEARSON), -0.05079293964767123));
    assertEquals(
        new Mantel.Result(Correlation.SPEARMAN, NAN, 423 / 720.0, 720, true, 15, 0),
        withoutR(test(Correlation.SPEARMAN), -0.15357142857142855));
  }

  @Test
  void undefinedPairsAreSkippedWhereverARenamingPutsThem() {
    a[0][3] = a[3][0] = NAN;
    b[1][2] = b[2][1] = NAN;
    b[0][4] = b[4][0] = b[0][5];
    assertEquals(
        new Mantel.Result(Correlation.PEARSON, NAN, 404 / 720.0, 720, true, 13, 2),
        withoutR(test(Correlation.PEARSON), 0.18914255773404257));
    assertEquals(
        new Mantel.Result(Correlation.SPEARMAN, NAN, 709 / 720.0, 720, true, 13, 2),
        withoutR(test(Correlation.SPEARMAN), 0.008253102718210942));
  }

  private static Mantel.Result withoutR(Mantel.Result result, double r) {
    assertEquals(r, result.r(), 1e-13);
    return new Mantel.Result(
        result.method(),
        NAN,
        result.p(),
        result.permutations(),
        result.exact(),
        result.pairs(),
        result.skippedPairs());
  }

  /** 4 standard errors of a proportion from 100,000 draws are at most 0.0064. */
  @Test
  void randomPermutationsApproachTheExactProbability() {
    PermutedCorrelation rho = PermutedCorrelation.of(a, b, Correlation.SPEARMAN);
    double bound = Math.abs(Pairs.of(a, b).correlation(Correlation.SPEARMAN)) - 1e-12;
    int found = 0;
    for (int draw = 0; draw < 100_000; draw++) {
      found += Math.abs(rho.under(stream.permutation(6))) >= bound ? 1 : 0;
    }
    assertEquals(423 / 720.0, found / 100_000.0, 0.0064);
  }

  @Test
  void aMatrixIsRelatedToItselfAsStronglyAsCanBe() {
    double[][] m = Made.mainEffects(27, 1, stream);
    Mantel.Result result = Mantel.test(m, m, Correlation.PEARSON, 999, stream);
    assertEquals(1, result.r(), 1e-12);
    assertEquals(0.001, result.p(), 1e-15);
    assertFalse(result.exact());
  }

  /** A null with effects of single tasks on both sides, and no relation between the two. */
  @Test
  void itsSizeIsFivePercentWhereTheNaivePMisleads() {
    rejections(400, 99);
  }

  @Test
  @Tag("slow")
  void itsSizeIsFivePercentInTheLong() {
    rejections(10_000, 199);
  }

  /** Bounds: 4 binomial standard errors of a true rate of 0.05. */
  private void rejections(int simulations, int permutations) {
    int mantel = 0;
    int naive = 0;
    for (int s = 0; s < simulations; s++) {
      double[][] g = Made.mainEffects(12, 1, stream);
      double[][] e = Made.mainEffects(12, 1, stream);
      Mantel.Result result = Mantel.test(g, e, Correlation.PEARSON, permutations, stream);
      mantel += result.p() <= 0.05 ? 1 : 0;
      naive += Correlation.naiveP(result.r(), result.pairs()) <= 0.05 ? 1 : 0;
    }
    double error = Math.sqrt(.05 * .95 / simulations);
    assertEquals(0.05, mantel / (double) simulations, 4 * error);
    assertTrue(naive > simulations / 5, "naive p rejected " + naive + " of " + simulations);
  }

  /** 9,999 permutations of 27 tasks; measured below 0.1 s, bounded for a busy machine. */
  @Test
  @Tag("slow")
  void aUsualTestTakesLessThanASecond() {
    double[][] g = Made.mainEffects(27, 1, stream);
    double[][] e = Made.mainEffects(27, 1, stream);
    long start = System.nanoTime();
    Mantel.test(g, e, Correlation.SPEARMAN, Mantel.PERMUTATIONS, stream);
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
  }

  @Test
  void anAsymmetricMatrixIsRefused() {
    a[2][1] = 5;
    String message =
        assertThrows(IllegalArgumentException.class, () -> test(Correlation.PEARSON)).getMessage();
    assertTrue(message.endsWith("Take the mean of the two directions first."), message);
  }

  @Test
  void withoutACorrelationThereIsNoP() {
    double[][] flat = new double[6][6];
    Mantel.Result result = Mantel.test(flat, b, Correlation.PEARSON, 99, stream);
    assertEquals(NAN, result.r());
    assertEquals(NAN, result.p());
  }
}
