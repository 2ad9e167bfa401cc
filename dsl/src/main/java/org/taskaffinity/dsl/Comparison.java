package org.taskaffinity.dsl;

import java.util.Comparator;
import java.util.Locale;

/** How affinities and label correlations go together, in one sentence. */
final class Comparison {
  private Comparison() {}

  static String of(Relation relation) {
    Association pearson = relation.pearson();
    if (Double.isNaN(pearson.value())) {
      return "Too few pairs have both an affinity and a label correlation to relate the two.";
    }
    String interval =
        pearson.intervals().stream()
            .filter(Interval::defined)
            .max(Comparator.comparingDouble(i -> i.high() - i.low()))
            .map(
                i ->
                    String.format(
                        Locale.ROOT, " (%.2f to %.2f over %s)", i.low(), i.high(), i.over()))
            .orElse("");
    String strength =
        String.format(Locale.ROOT, "r(G, E) = %.2f%s", pearson.value(), interval)
            + (Double.isNaN(pearson.mantelP())
                ? ", too few tasks for a Mantel test"
                : ", Mantel p = " + Association.probability(pearson.mantelP()));
    if (!(pearson.mantelP() < 0.05)) {
      return "Affinities and label correlations are not shown to be related: " + strength + ".";
    }
    return pearson.value() > 0
        ? "Tasks whose labels agree have gradients that agree: " + strength + "."
        : "Tasks whose labels agree have gradients that conflict: " + strength + ".";
  }
}
