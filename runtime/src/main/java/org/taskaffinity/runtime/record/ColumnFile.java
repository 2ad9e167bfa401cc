package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.runtime.files.AtomicFiles;

/**
 * {@code columns.csv}: every column of a data set's file with its role and why it has that role.
 * Planted data sets are in no file and have none.
 */
final class ColumnFile {
  static final String NAME = "columns.csv";

  private ColumnFile() {}

  static void write(List<ColumnRole> columns, Path folder) {
    if (!columns.isEmpty()) {
      AtomicFiles.write(
          folder.resolve(NAME),
          Tables.csv(
              List.of("column", "role", "why"),
              columns.stream().map(c -> List.of(c.role().word(), c.why())).toList(),
              columns.stream().map(ColumnRole::column).toList()));
    }
  }
}
