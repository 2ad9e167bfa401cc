package org.taskaffinity.notebooks.show;

import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Relation;

/** How two matrices go together, as a table. */
final class Relations {
  private Relations() {}

  static String table(Relation relation) {
    String undefined =
        relation.skipped() == 0 ? "" : ", " + relation.skipped() + " of them undefined";
    return Html.table(
        List.of(
            "over " + (relation.pairs() + relation.skipped()) + " pairs" + undefined,
            "value",
            "interval",
            "Mantel p"),
        List.of(row("Pearson r", relation.pearson()), row("Spearman ρ", relation.spearman())));
  }

  private static List<String> row(String name, Association a) {
    return List.of(name, Numbers.three(a.value()), intervals(a), Numbers.probability(a.mantelP()));
  }

  static String intervals(Association a) {
    return a.intervals().isEmpty()
        ? "none"
        : a.intervals().stream().map(Numbers::interval).collect(Collectors.joining("; "));
  }
}
