package org.taskaffinity.dsl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Pairs that a heat map draws in a pale colour and with a small mark.
 *
 * @param meaning what the mark means, as the legend says it
 * @param pairs the pairs
 */
public record FaintPairs(String meaning, List<TaskPair> pairs) {
  public FaintPairs {
    if (meaning.isBlank()) {
      throw new DescriptionException(
          "faint(\"\", …) does not say what the mark means. Write it in words:"
              + " faint(\"not distinguishable from 0\", pair(\"A\", \"B\")).");
    }
    pairs = List.copyOf(pairs);
  }

  /** Refuses pairs of tasks that a matrix does not have. */
  FaintPairs within(TaskMatrix matrix) {
    Set<String> known = Set.copyOf(matrix.tasks());
    Set<String> unknown = new TreeSet<>();
    for (TaskPair pair : pairs) {
      for (String task : List.of(pair.first(), pair.second())) {
        if (!known.contains(task)) {
          unknown.add(task);
        }
      }
    }
    if (!unknown.isEmpty()) {
      matrix.index(unknown.iterator().next());
    }
    return this;
  }

  @Override
  public String toString() {
    return "faint("
        + Say.quoted(meaning)
        + pairs.stream().map(pair -> ", " + pair).collect(Collectors.joining())
        + ")";
  }
}
