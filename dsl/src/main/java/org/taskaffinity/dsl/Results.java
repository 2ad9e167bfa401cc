package org.taskaffinity.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of a sweep.
 *
 * @param each one result per experiment, in the order of the sweep
 * @param pooled the same by what differs in more than the seed
 */
public record Results(List<Result> each, List<Pooled> pooled) {
  public Results {
    each = List.copyOf(each);
    pooled = List.copyOf(pooled);
  }

  /** Results whose experiments differ in their seed alone, in the order in which they come. */
  public static Map<Experiment, List<Result>> alikeButForSeed(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.experiment().seed(0), LinkedHashMap::new, Collectors.toList()));
  }

  public Stream<Result> stream() {
    return each.stream();
  }

  /** One line per result. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Result result : each) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-28s seed %-6d mean overlap %.3f   r %.3f   rho %.3f   %s%n",
              result.experiment().overlap(),
              result.experiment().seed(),
              java.util.Arrays.stream(result.overlap().pairs()).average().orElse(Double.NaN),
              result.relation().pearson().value(),
              result.relation().spearman().value(),
              result.record().id().substring(0, 12)));
    }
    return out.toString().stripTrailing();
  }
}
