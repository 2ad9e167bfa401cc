package org.taskaffinity.runtime.analysis;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskMatrix;

/** Refuses directed matrices where each pair of tasks is read once. */
public final class Undirected {
  private Undirected() {}

  /**
   * The matrix, if it is symmetric.
   *
   * @param what reads it, as the beginning of a sentence: {@code Groups}
   * @throws PlanException if the values of a pair differ by direction
   */
  public static TaskMatrix required(TaskMatrix matrix, String what) {
    if (matrix.symmetric()) {
      return matrix;
    }
    List<String> tasks = matrix.tasks();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        List<String> pair = List.of(tasks.get(i), tasks.get(j));
        if (!matrix.select(pair).symmetric()) {
          throw new PlanException(
              String.format(
                  Locale.ROOT,
                  "%s read each pair of tasks once, and this matrix is directed: %.3f from %s to"
                      + " %s, %.3f back.\n  write: its symmetrised(), the mean of both directions",
                  what,
                  matrix.at(i, j),
                  pair.get(0),
                  pair.get(1),
                  matrix.at(j, i)));
        }
      }
    }
    throw new IllegalStateException("a matrix without an asymmetric pair is symmetric");
  }
}
