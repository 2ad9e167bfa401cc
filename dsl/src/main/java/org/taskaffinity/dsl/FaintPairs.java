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
  /** Share of its depth that is left to the colour of a faint entry. */
  public static final double PALE = 0.3;

  public FaintPairs {
    if (meaning.isBlank()) {
      throw new DescriptionException(
          "faint(\"\", …) does not say what the mark means. Write it in words:"
              + " faint(\"not distinguishable from 0\", pair(\"A\", \"B\")).");
    }
    pairs = List.copyOf(pairs);
  }

  /**
   * The entries of a matrix that are faint: [K][K], symmetric. Undefined entries are not, and pairs
   * of tasks that the matrix does not have are left out.
   */
  public boolean[][] in(TaskMatrix drawn) {
    boolean[][] faint = new boolean[drawn.size()][drawn.size()];
    List<String> tasks = drawn.tasks();
    for (TaskPair pair : pairs) {
      int i = tasks.indexOf(pair.first());
      int j = tasks.indexOf(pair.second());
      if (i >= 0 && j >= 0) {
        faint[i][j] = !Double.isNaN(drawn.at(i, j));
        faint[j][i] = !Double.isNaN(drawn.at(j, i));
      }
    }
    return faint;
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
