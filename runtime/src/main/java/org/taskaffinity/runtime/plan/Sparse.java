package org.taskaffinity.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.taskaffinity.runtime.stats.MoleculeBootstrap;

/** Names the pairs that have no label correlation for lack of expected counts. */
public final class Sparse {
  /** More pairs than these are counted, not named. */
  private static final int NAMED = 3;

  private Sparse() {}

  public static Optional<String> note(MoleculeBootstrap labels, int minimum, List<String> tasks) {
    List<String> dropped = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        double count = labels.lacking(i, j);
        if (!Double.isNaN(count)) {
          dropped.add(
              String.format(Locale.ROOT, "%s and %s, %.2f", tasks.get(i), tasks.get(j), count));
        }
      }
    }
    if (dropped.isEmpty()) {
      return Optional.empty();
    }
    int more = dropped.size() - NAMED;
    return Optional.of(
        "E is undefined for "
            + dropped.size()
            + (dropped.size() == 1 ? " pair" : " pairs")
            + " whose smallest expected count is below minimumExpected("
            + minimum
            + "): "
            + String.join("; ", dropped.subList(0, Math.min(NAMED, dropped.size())))
            + (more > 0 ? "; and " + more + " more" : ""));
  }
}
