package org.taskaffinity.runtime.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.runtime.figure.Numbers;

/** Numbers of a result in plain words. */
final class Words {
  private Words() {}

  /** The association, its intervals, and what the p-values compare. */
  static String explained(Relation relation) {
    Association r = relation.pearson();
    if (Double.isNaN(r.value())) {
      return "With "
          + plural(relation.pairs(), "pair")
          + " there is nothing to correlate: at least"
          + " three pairs need both an affinity and a label correlation.";
    }
    return "Over "
        + plural(relation.pairs(), "pair")
        + (relation.skipped() == 0 ? "" : " (" + relation.skipped() + " more are undefined)")
        + ", r(G, E) = "
        + value(r.value())
        + intervals(r)
        + " and ρ(G, E) = "
        + value(relation.spearman().value())
        + intervals(relation.spearman())
        + ". "
        + mantel(r);
  }

  private static String mantel(Association r) {
    if (Double.isNaN(r.mantelP())) {
      return "There are too few tasks for a permutation test.";
    }
    return "Mantel p = "
        + Association.probability(r.mantelP())
        + String.format(
            Locale.ROOT,
            ": the share of renamings of one matrix's tasks, among %,d and the names as they are,"
                + " that relate the two at least as strongly. The naive p of %s treats pairs as"
                + " independent, which they are not, for they share tasks.",
            r.permutations(),
            Association.probability(r.naiveP()));
  }

  /** {@code (95 % interval 0.80 to 0.91 over 7831 molecules)}; empty where there is none. */
  static String intervals(Association association) {
    String said =
        association.intervals().stream()
            .filter(Interval::defined)
            .map(Words::interval)
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? "" : " (" + said + ")";
  }

  private static String interval(Interval i) {
    return String.format(
        Locale.ROOT,
        "%.0f %% interval %s to %s over %,d %s",
        100 * i.level(),
        value(i.low()),
        value(i.high()),
        i.units(),
        i.over());
  }

  /** {@code 0.71 to 0.83}; a dash where there is no interval. */
  static String ends(Interval interval) {
    return interval.defined() ? ends(interval.low(), interval.high()) : "–";
  }

  static String ends(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high) ? "–" : value(low) + " to " + value(high);
  }

  static String value(double value) {
    return Numbers.shown(value, 3);
  }

  static String count(double value) {
    return Numbers.shown(value, 0);
  }

  static String plural(long count, String thing) {
    return count(count) + " " + thing + (count == 1 ? "" : "s");
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return Numbers.shown(seconds, 1) + " s";
    }
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }
}
