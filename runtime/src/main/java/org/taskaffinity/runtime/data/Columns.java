package org.taskaffinity.runtime.data;

import java.util.stream.Collectors;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;

/** Finds columns by their names. */
final class Columns {
  private Columns() {}

  /**
   * @param what the kind of column, for the message
   * @throws PlanException if there is no such column
   */
  static int named(Grid grid, String what, String name) {
    int column = grid.column(name);
    if (column < 0) {
      throw new PlanException(
          Nearest.unknown(
              what,
              name,
              grid.where(),
              grid.header().stream().map(Blank::shown).collect(Collectors.toList())));
    }
    return column;
  }
}
