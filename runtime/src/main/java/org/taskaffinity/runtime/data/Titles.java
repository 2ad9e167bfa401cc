package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of a table of text that stand above its header and name no columns. */
final class Titles {
  private Titles() {}

  /**
   * A table whose first line has a single cell, as a spreadsheet writes a title, and whose header
   * is below it; any other table as it is.
   *
   * @param notes is told what was passed over
   */
  static Grid without(Grid grid, List<String> notes) {
    if (!title(grid.header()) || grid.rows().stream().noneMatch(Titles::names)) {
      return grid;
    }
    List<String[]> cells = new ArrayList<>();
    cells.add(grid.header().toArray(String[]::new));
    RowPlaces.Builder places = new RowPlaces.Builder();
    places.add(1);
    for (int row = 0; row < grid.rows().size(); row++) {
      if (filled(grid.rows().get(row)) > 0) {
        cells.add(grid.rows().get(row));
        places.add(grid.places().numbers()[row]);
      }
    }
    return SheetTable.of(grid.where(), new SheetCells(cells, places.as(grid.places().word())))
        .map(
            table -> {
              notes.addAll(table.notes());
              return table.grid();
            })
        .orElse(grid);
  }

  private static boolean title(List<String> header) {
    return header.size() > 1
        && !header.get(0).isEmpty()
        && header.stream().skip(1).allMatch(String::isEmpty);
  }

  /** Whether a line names several columns, and holds no labels. */
  private static boolean names(String[] cells) {
    return filled(cells) > 1
        && IntStream.range(0, cells.length)
            .filter(c -> !Blank.all(cells[c]))
            .noneMatch(c -> Missing.is(cells[c]) || !Double.isNaN(Grid.number(cells[c].strip())));
  }

  private static long filled(String[] cells) {
    return Arrays.stream(cells).filter(c -> !Blank.all(c)).count();
  }
}
