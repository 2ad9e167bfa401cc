package org.taskaffinity.runtime.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.runtime.random.Stream;
import org.tribuo.util.infotheory.InformationTheory;

/**
 * How far two groupings of the same tasks agree, whatever the groups are called.
 *
 * <p>A label is a name: tasks that carry −1, noise, count as one group of that name.
 */
public final class Agreements {
  /** Rounding may part two equal indices by this much. */
  private static final double TIE = 1e-12;

  private Agreements() {}

  /**
   * All three measures, with what chance gives: b is shuffled over the tasks, its group sizes kept.
   *
   * @param draws shuffles, at least 1
   */
  public static Agreement between(int[] a, int[] b, int draws, Stream stream) {
    return new Agreement(ari(a, b), nmi(a, b), ami(a, b), chance(a, b, draws, stream));
  }

  /**
   * Adjusted Rand index (Hubert and Arabie 1985), n_ij being the tasks in group i of a and j of b.
   *
   * <pre>
   *   ARI = (Σ C(n_ij, 2) − E) / (½ (A + B) − E)
   *   A = Σ C(n_i., 2)    B = Σ C(n_.j, 2)    E = A B / C(n, 2)
   * </pre>
   *
   * @return at most 1; 0 on average for random groups of the same sizes; 1 where both are all in
   *     one group or all alone
   * @throws IllegalArgumentException if the lengths differ or there are no tasks
   */
  public static double ari(int[] a, int[] b) {
    Contingency table = Contingency.of(a, b);
    double both = Contingency.pairs(table.cells());
    double first = Contingency.pairs(table.rows());
    double second = Contingency.pairs(table.columns());
    double all = a.length * (a.length - 1.0) / 2;
    double expected = all == 0 ? 0 : first * second / all;
    double most = (first + second) / 2;
    return most == expected ? 1 : (both - expected) / (most - expected);
  }

  /**
   * Normalised mutual information, 2 I(a; b) / (H(a) + H(b)): the arithmetic mean of the entropies
   * in the denominator.
   *
   * @return in [0, 1]; 1 where both have a single group
   * @throws IllegalArgumentException if the lengths differ or there are no tasks
   */
  public static double nmi(int[] a, int[] b) {
    Contingency table = Contingency.of(a, b);
    double entropies = table.rowEntropy() + table.columnEntropy();
    return entropies == 0 ? 1 : Math.max(0, Math.min(1, 2 * table.information() / entropies));
  }

  /**
   * Adjusted mutual information (Vinh, Epps and Bailey 2010) with the arithmetic mean of the
   * entropies, E[I] being the mean over random groups of the same sizes.
   *
   * <pre>
   *   AMI = (I(a; b) − E[I]) / (½ (H(a) + H(b)) − E[I])
   * </pre>
   *
   * <p>E[I] is Tribuo's. Its whole adjusted measure is not used: it divides by the lesser entropy,
   * and in 4.3.2 takes I and H in bits but E[I] in nats.
   *
   * @return at most 1; 1 where both are all in one group or all alone
   * @throws IllegalArgumentException if the lengths differ or there are no tasks
   */
  public static double ami(int[] a, int[] b) {
    Contingency table = Contingency.of(a, b);
    if (table.trivial()) {
      return 1;
    }
    double expected = InformationTheory.expectedMI(boxed(a), boxed(b));
    double room = (table.rowEntropy() + table.columnEntropy()) / 2 - expected;
    // As scikit-learn does: where there is no room above chance, keep the sign and do not divide by
    // 0.
    double least = Math.ulp(1.0);
    return (table.information() - expected)
        / (room < 0 ? Math.min(room, -least) : Math.max(room, least));
  }

  private static Agreement.Chance chance(int[] a, int[] b, int draws, Stream stream) {
    if (draws < 1) {
      throw new IllegalArgumentException(
          "A chance level needs at least 1 draw, not " + draws + ". 1000 is usual.");
    }
    int[] shuffled = b.clone();
    double[] ari = new double[draws];
    double[] nmi = new double[draws];
    for (int d = 0; d < draws; d++) {
      stream.shuffle(shuffled);
      ari[d] = ari(a, shuffled);
      nmi[d] = nmi(a, shuffled);
    }
    double observed = ari(a, b);
    long atLeast = Arrays.stream(ari).filter(v -> v >= observed - TIE).count();
    return new Agreement.Chance(
        mean(ari),
        percentile95(ari),
        (atLeast + 1.0) / (draws + 1.0),
        mean(nmi),
        percentile95(nmi),
        draws);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The least value with 95 % of all at or below it. */
  private static double percentile95(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  private static List<Integer> boxed(int[] labels) {
    return Arrays.stream(labels).boxed().collect(Collectors.toList());
  }
}
