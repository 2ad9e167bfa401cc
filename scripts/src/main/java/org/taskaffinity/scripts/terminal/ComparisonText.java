package org.taskaffinity.scripts.terminal;

import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Difference;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;

/** Two results side by side: what differs, and how their affinities go together. */
public final class ComparisonText {
  private ComparisonText() {}

  public static String of(Runner runner, Result one, Result other) {
    return of(one, other, one.differences(other), relation(runner, one, other));
  }

  /** G of the one against G of the other; empty if they are not of the same tasks. */
  public static Optional<Relation> relation(Runner runner, Result one, Result other) {
    return other.affinity().tasks().containsAll(one.affinity().tasks())
        ? Optional.of(runner.relate(one.affinity(), other.affinity()))
        : Optional.empty();
  }

  public static String of(
      Result one, Result other, List<Difference> differences, Optional<Relation> relation) {
    StringBuilder out = new StringBuilder(differences.isEmpty() ? "Nothing differs.\n" : "");
    for (Difference each : differences) {
      out.append(each.part()).append('\n');
      out.append("  ").append(each.one()).append("\n  ").append(each.other()).append('\n');
    }
    out.append("r(G, E)\n  ").append(one.relation().pearson());
    out.append("\n  ").append(other.relation().pearson());
    out.append("\nG of the one against G of the other\n  ");
    return out.append(relation.map(String::valueOf).orElse("not of the same tasks")).toString();
  }
}
