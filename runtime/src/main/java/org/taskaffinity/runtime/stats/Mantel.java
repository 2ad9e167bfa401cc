package org.taskaffinity.runtime.stats;

import org.taskaffinity.runtime.random.Stream;

/**
 * The Mantel test: are two task matrices related beyond chance?
 *
 * <p>Under the null hypothesis the tasks of one matrix may be renamed freely. The test renames
 * them, rows and columns together, and asks how often the correlation over pairs is then as strong
 * as the one observed. Pairs that share a task stay together, so effects of single tasks, which
 * make the naive p far too small, do not mislead it (Mantel 1967, "The detection of disease
 * clustering and a generalized regression approach").
 *
 * <p>Pairs undefined in either matrix are skipped, after each renaming anew.
 */
public final class Mantel {
  /** The usual number of permutations; the least p is then 10⁻⁴. */
  public static final int PERMUTATIONS = 9_999;

  /** Renamings that leave r as it is differ from it by rounding alone. */
  private static final double ROUNDING = 1e-12;

  private Mantel() {}

  /**
   * What the test found.
   *
   * @param method the correlation over pairs
   * @param r the correlation observed; NaN where it is undefined, and then p is too
   * @param p two-sided, in (0, 1]: (b + 1) / (m + 1) with b of m random permutations at least as
   *     strong in absolute value, or b / m where {@code exact}
   * @param permutations m; all K! of them, the identity included, where {@code exact}
   * @param exact whether every permutation was looked at, because K! ≤ the number asked for
   * @param pairs pairs defined in both matrices
   * @param skippedPairs pairs left out
   */
  public record Result(
      Correlation method,
      double r,
      double p,
      int permutations,
      boolean exact,
      int pairs,
      int skippedPairs) {}

  /**
   * Runs the test.
   *
   * @param a [K][K], symmetric; its tasks are the ones renamed
   * @param b [K][K], symmetric
   * @param method the correlation over pairs
   * @param permutations m, at least 1
   * @param stream random permutations; untouched by an exact test
   * @throws IllegalArgumentException if the matrices differ in size or are not symmetric
   */
  public static Result test(
      double[][] a, double[][] b, Correlation method, int permutations, Stream stream) {
    if (permutations < 1) {
      throw new IllegalArgumentException(
          "A Mantel test needs at least 1 permutation, not "
              + permutations
              + ". "
              + PERMUTATIONS
              + " is usual.");
    }
    Pairs pairs = Pairs.of(a, b);
    double r = pairs.correlation(method);
    if (Double.isNaN(r)) {
      return new Result(method, r, Double.NaN, 0, false, pairs.count(), pairs.skipped());
    }
    Extremes extremes = new Extremes(PermutedCorrelation.of(a, b, method), Math.abs(r));
    boolean exact = Permutations.atMost(a.length, permutations);
    double p;
    if (exact) {
      Permutations.all(a.length, extremes::look);
      p = (double) extremes.found / extremes.looked;
    } else {
      int[] order = stream.permutation(a.length);
      for (int i = 0; i < permutations; i++) {
        stream.shuffle(order);
        extremes.look(order);
      }
      p = (extremes.found + 1.0) / (extremes.looked + 1.0);
    }
    return new Result(method, r, p, extremes.looked, exact, pairs.count(), pairs.skipped());
  }

  private static final class Extremes {
    private final PermutedCorrelation correlation;
    private final double bound;
    private int looked;
    private int found;

    Extremes(PermutedCorrelation correlation, double observed) {
      this.correlation = correlation;
      bound = observed - ROUNDING;
    }

    /** A renaming that leaves r undefined counts against significance. */
    void look(int[] order) {
      looked++;
      if (!(Math.abs(correlation.under(order)) < bound)) {
        found++;
      }
    }
  }
}
