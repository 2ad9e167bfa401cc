package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;

/**
 * The reading of every two tasks, in the order of the matrices.
 *
 * @param pairs every two tasks once
 * @param tasks K names
 */
public record Readings(List<String> tasks, List<Pair> pairs) {
  public Readings {
    tasks = List.copyOf(tasks);
    pairs = List.copyOf(pairs);
  }

  /** Of the tasks in row i and column j, counted from 0; {@code READABLE} on the diagonal. */
  public Reading at(int i, int j) {
    return i == j ? Reading.READABLE : pair(i, j).reading();
  }

  /**
   * Of two tasks.
   *
   * @throws DescriptionException if there is no such task
   */
  public Reading at(String one, String other) {
    return at(index(one), index(other));
  }

  /**
   * Whether the affinity of two different tasks is distinguishable from 0 ({@link Precision}); true
   * on the diagonal, and where no precision is known.
   */
  public boolean distinguishable(int i, int j) {
    return i == j || pair(i, j).distinguishable();
  }

  /** How many pairs are read so. */
  public int count(Reading... any) {
    return (int) pairs.stream().filter(p -> Arrays.asList(any).contains(p.reading())).count();
  }

  private Pair pair(int i, int j) {
    int row = Math.min(i, j);
    int column = Math.max(i, j);
    int k = tasks.size();
    return pairs.get(row * k - row * (row + 1) / 2 + column - row - 1);
  }

  private int index(String task) {
    int found = tasks.indexOf(task);
    if (found < 0) {
      throw new DescriptionException(Nearest.unknown("task", task, "these readings", tasks));
    }
    return found;
  }
}
