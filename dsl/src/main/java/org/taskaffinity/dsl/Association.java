package org.taskaffinity.dsl;

import java.util.List;
import java.util.Locale;

/**
 * How strongly two task matrices go together over the pairs i &lt; j where both are defined.
 *
 * @param method {@code Pearson} or {@code Spearman}
 * @param value the coefficient in [−1, 1]; NaN where there are fewer than three pairs
 * @param naiveP two-sided p as if pairs were independent; too small, for pairs share tasks
 * @param mantelP two-sided p by permuting tasks, (b + 1) / (m + 1) (Mantel 1967; Phipson and Smyth
 *     2010)
 * @param permutations m
 * @param intervals where the coefficient may lie, by what is resampled
 */
public record Association(
    String method,
    double value,
    double naiveP,
    double mantelP,
    int permutations,
    List<Interval> intervals) {
  public Association {
    intervals = List.copyOf(intervals);
  }

  @Override
  public String toString() {
    StringBuilder out =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%s %.3f (Mantel p = %s", method, value, probability(mantelP)));
    intervals.forEach(interval -> out.append("; ").append(interval));
    return out.append(')').toString();
  }

  /** A p-value in few characters. */
  public static String probability(double p) {
    return String.format(Locale.ROOT, Double.isNaN(p) || p >= 1e-3 ? "%.3f" : "%.1e", p);
  }
}
