package org.taskaffinity.runtime.data;

import java.util.List;
import org.taskaffinity.dsl.ColumnRole;

/**
 * How the source of a table is laid out.
 *
 * @param places where its rows stand, those that are left out too
 * @param columns what each of its columns is used for, in their order; empty where it is no file
 */
record Layout(RowPlaces places, List<ColumnRole> columns) {
  Layout {
    columns = List.copyOf(columns);
  }

  /** Of a table that is made in memory. */
  static Layout made(int rows) {
    return new Layout(RowPlaces.counted(rows), List.of());
  }
}
