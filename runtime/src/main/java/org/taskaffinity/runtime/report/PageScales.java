package org.taskaffinity.runtime.report;

import java.util.List;
import java.util.function.Function;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * The colour ranges of a page: maps of one quantity share one, so that they can be compared by eye.
 * The spread of G has the unit of G and the depth of its colours: a spread as deep as the affinity
 * is as large.
 *
 * @param affinity of G, symmetric around 0
 * @param spread of the standard deviation of G
 * @param labels of E, symmetric around 0
 */
record PageScales(ColourRange affinity, ColourRange spread, ColourRange labels) {
  static PageScales of(List<Pooled> conditions) {
    double deepest =
        conditions.stream()
            .map(p -> ColourRange.ofAffinity(p.affinity(), p.standardErrors()))
            .mapToDouble(ColourRange::high)
            .reduce(around(conditions, Pooled::spread).high(), Math::max);
    return new PageScales(
        new ColourRange(-deepest, deepest),
        new ColourRange(0, deepest),
        around(conditions, Pooled::labelCorrelation));
  }

  private static ColourRange around(List<Pooled> conditions, Function<Pooled, TaskMatrix> matrix) {
    return ColourRange.around(conditions.stream().map(matrix).toArray(TaskMatrix[]::new));
  }
}
