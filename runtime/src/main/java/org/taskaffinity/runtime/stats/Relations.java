package org.taskaffinity.runtime.stats;

import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.runtime.random.Seeds;

/**
 * How two task matrices, such as affinity G and label correlation E, go together over the pairs i
 * &lt; j.
 */
public final class Relations {
  private Relations() {}

  /**
   * Relates two matrices, by Pearson's r and Spearman's ρ, each with Mantel's permutation test.
   *
   * @param a [K][K], symmetric
   * @param b [K][K], symmetric
   * @param permutations of each Mantel test
   * @param seeds streams {@code mantel/pearson} and {@code mantel/spearman}
   * @param intervals those of a coefficient; asked only where the coefficient is defined
   * @throws IllegalArgumentException if the matrices differ in size or are not symmetric
   */
  public static Relation between(
      double[][] a,
      double[][] b,
      int permutations,
      Seeds seeds,
      Function<Correlation, List<Interval>> intervals) {
    Mantel.Result r =
        Mantel.test(a, b, Correlation.PEARSON, permutations, seeds.stream("mantel/pearson"));
    Mantel.Result rho =
        Mantel.test(a, b, Correlation.SPEARMAN, permutations, seeds.stream("mantel/spearman"));
    return new Relation(
        r.pairs(),
        r.skippedPairs(),
        association("Pearson", r, Correlation.PEARSON, intervals),
        association("Spearman", rho, Correlation.SPEARMAN, intervals));
  }

  private static Association association(
      String name,
      Mantel.Result mantel,
      Correlation method,
      Function<Correlation, List<Interval>> intervals) {
    List<Interval> found = Double.isNaN(mantel.r()) ? List.of() : intervals.apply(method);
    // With three pairs the t approximation behind the naive p says nothing.
    double naive = mantel.pairs() < 4 ? Double.NaN : Correlation.naiveP(mantel.r(), mantel.pairs());
    return new Association(name, mantel.r(), naive, mantel.p(), mantel.permutations(), found);
  }
}
