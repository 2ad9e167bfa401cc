package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Pairs and verdicts, read off the matrices of a result. */
final class Readings {
  private Readings() {}

  static List<Pair> pairs(
      TaskMatrix affinity,
      TaskMatrix conflictRate,
      TaskMatrix labelCorrelation,
      TaskMatrix overlap,
      TaskMatrix shared) {
    List<String> tasks = affinity.tasks();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        int both = (int) shared.at(i, j);
        pairs.add(
            new Pair(
                tasks.get(i),
                tasks.get(j),
                affinity.at(i, j),
                conflictRate.at(i, j),
                labelCorrelation.at(i, j),
                overlap.at(i, j),
                both,
                Reading.of(affinity.at(i, j), overlap.at(i, j), both)));
      }
    }
    return List.copyOf(pairs);
  }

  static String verdict(List<Pair> pairs, Relation relation) {
    return overlapVerdict(pairs) + " " + relationVerdict(relation);
  }

  private static String overlapVerdict(List<Pair> pairs) {
    long unread =
        pairs.stream()
            .filter(p -> p.reading() != Reading.READABLE && p.reading() != Reading.DOUBTFUL)
            .count();
    long doubtful = pairs.stream().filter(p -> p.reading() == Reading.DOUBTFUL).count();
    if (unread + doubtful == 0) {
      return pairs.size() == 1
          ? "The one pair has enough overlap to be read."
          : "All " + pairs.size() + " pairs have enough overlap to be read.";
    }
    String more = unread == 0 ? "" : " more";
    String unsure = doubtful + more + (doubtful == 1 ? " is doubtful." : " are doubtful.");
    if (unread == 0) {
      return "Of " + pairs.size() + " pairs, " + unsure;
    }
    return unread
        + " of "
        + pairs.size()
        + (unread == 1 ? " pairs has" : " pairs have")
        + " too little overlap to be read"
        + (doubtful == 0 ? "." : ", " + unsure);
  }

  private static String relationVerdict(Relation relation) {
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
        String.format(Locale.ROOT, "r = %.2f%s", pearson.value(), interval)
            + (Double.isNaN(pearson.mantelP())
                ? ", too few tasks for a Mantel test"
                : ", Mantel p = " + Association.probability(pearson.mantelP()));
    if (!(pearson.mantelP() < 0.05)) {
      return "Gradients and labels do not demonstrably tell the same story: " + strength + ".";
    }
    return pearson.value() > 0
        ? "Tasks whose labels agree pull the encoder the same way: " + strength + "."
        : "Tasks whose labels agree pull the encoder apart: " + strength + ".";
  }
}
