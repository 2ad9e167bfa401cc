package org.taskaffinity.dsl;

import java.util.List;
import java.util.stream.Collectors;

/** Affinities as heat maps that show which of them can be read. */
final class AffinityMaps {
  private AffinityMaps() {}

  /** Pairs that cannot be read are faint; the legend names the reasons, each once. */
  static Figure.HeatMap of(String title, AffinityResult result) {
    TaskMatrix affinity = result.affinity();
    Figure.HeatMap map = Figures.heatMap(title, affinity);
    ColourRange range = ColourRange.ofAffinity(affinity, result.standardErrors());
    if (!range.equals(ColourRange.around(affinity))) {
      map = map.scale(range);
    }
    List<Pair> unread =
        result.pairs().stream()
            .filter(p -> !p.reading().readable() && !Double.isNaN(p.affinity()))
            .toList();
    if (unread.isEmpty()) {
      return map;
    }
    String reasons =
        unread.stream()
            .map(Pair::reading)
            .distinct()
            .sorted()
            .map(Reading::words)
            .collect(Collectors.joining(" or "));
    return map.faint(
        reasons, unread.stream().map(p -> new TaskPair(p.first(), p.second())).toList());
  }
}
