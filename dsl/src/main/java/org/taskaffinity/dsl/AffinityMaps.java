package org.taskaffinity.dsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Affinities as heat maps that show which of them can be read. */
final class AffinityMaps {
  private AffinityMaps() {}

  /** Pairs that cannot be read are faint; the legend names the reasons, each once. */
  static Figure.HeatMap of(String title, AffinityResult result) {
    TaskMatrix affinity = result.affinity();
    Figure.HeatMap usual = Figures.heatMap(title, affinity);
    ColourRange range = ColourRange.ofAffinity(affinity, result.standardErrors());
    Figure.HeatMap map = range.equals(ColourRange.around(affinity)) ? usual : usual.scale(range);
    return unreadable(result).map(pairs -> map.faint(pairs.meaning(), pairs.pairs())).orElse(map);
  }

  /** The pairs whose affinity cannot be read, with the reasons; empty where there is none. */
  static Optional<FaintPairs> unreadable(AffinityResult result) {
    List<Pair> unread =
        result.pairs().stream()
            .filter(p -> !p.reading().readable() && !Double.isNaN(p.affinity()))
            .toList();
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    String reasons =
        unread.stream()
            .map(Pair::reading)
            .distinct()
            .sorted()
            .map(Reading::words)
            .collect(Collectors.joining(" or "));
    return Optional.of(
        new FaintPairs(
            reasons, unread.stream().map(p -> new TaskPair(p.first(), p.second())).toList()));
  }
}
