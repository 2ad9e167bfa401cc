package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The results of a sweep.
 *
 * @param each one result per experiment, in the order of the sweep; those that failed are not there
 * @param pooled the same by what differs in more than the seed
 * @param failed experiments that failed twice and have no result; running the sweep again tries
 *     them again
 */
public record Results(List<Result> each, List<Pooled> pooled, List<Failed> failed) {
  public Results {
    each = List.copyOf(each);
    pooled = List.copyOf(pooled);
    failed = List.copyOf(failed);
  }

  /** Where nothing failed. */
  public Results(List<Result> each, List<Pooled> pooled) {
    this(each, pooled, List.of());
  }

  /**
   * An experiment without a result.
   *
   * @param experiment what was asked
   * @param message why it failed, and what may help
   */
  public record Failed(Experiment experiment, String message) {

    /** Which one, and the first line of the reason. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-28s seed %-6d failed: %s",
          experiment.condition(),
          experiment.seed(),
          message.lines().findFirst().orElse(""));
    }
  }

  /** Results whose experiments differ in their seed alone, in the order in which they come. */
  public static Map<Experiment, List<Result>> alikeButForSeed(List<Result> results) {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.experiment().seed(0), LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * What a reader should know of, each note once; one that not all runs have says how many do: a
   * split by another seed may leave other rows.
   */
  public List<String> notes() {
    Map<String, Integer> runs = new LinkedHashMap<>();
    each.forEach(result -> result.record().notes().forEach(n -> runs.merge(n, 1, Integer::sum)));
    return runs.entrySet().stream()
        .map(
            note ->
                note.getValue() == each.size()
                    ? note.getKey()
                    : note.getKey() + " (" + note.getValue() + " of " + each.size() + " runs)")
        .toList();
  }

  public Stream<Result> stream() {
    return each.stream();
  }

  /** One line per result, then one per experiment that failed. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Result result : each) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-28s seed %-6d mean overlap %.3f   r %.3f   rho %.3f   %s%n",
              result.experiment().condition(),
              result.experiment().seed(),
              Arrays.stream(result.overlap().pairs()).average().orElse(Double.NaN),
              result.relation().pearson().value(),
              result.relation().spearman().value(),
              result.record().id().substring(0, 12)));
    }
    failed.forEach(f -> out.append(f).append(System.lineSeparator()));
    return out.toString().stripTrailing();
  }
}
