package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the table in the cells of a sheet. Lines with a single cell above it are titles. Where
 * cells of the header were merged, so that a second line names the columns below each, the two are
 * joined: {@code Assay A} above {@code IC50} becomes {@code Assay A IC50}.
 *
 * @param grid header and rows
 * @param notes what was passed over or joined
 */
record SheetTable(Grid grid, List<String> notes) {

  /**
   * @return empty if there is no header with a row below it
   */
  static Optional<SheetTable> of(String where, SheetCells sheet) {
    List<String[]> cells = sheet.rows();
    List<String> notes = new ArrayList<>();
    int header = 0;
    while (header < cells.size() && filled(cells.get(header)) == 1 && wider(cells, header)) {
      header++;
    }
    if (header > 0) {
      notes.add(
          header == 1
              ? "1 line above the header is passed over"
              : header + " lines above the header are passed over");
    }
    if (header + 1 >= cells.size()) {
      return Optional.empty();
    }
    String[] names = cells.get(header);
    int rows = header + 1;
    if (rows + 1 < cells.size() && second(names, cells.get(rows))) {
      names = joined(names, cells.get(rows));
      rows++;
      notes.add("two lines of the header are joined, as in \"" + example(names) + "\"");
    }
    List<String> columns = Arrays.stream(names).map(Blank::name).toList();
    int first = rows;
    Grid all = new Grid(where, columns, cells, sheet.places());
    return Optional.of(new SheetTable(all.picked(row -> row >= first), notes));
  }

  private static long filled(String[] row) {
    return Arrays.stream(row).filter(c -> !Blank.all(c)).count();
  }

  private static boolean wider(List<String[]> cells, int header) {
    return cells.subList(header, cells.size()).stream().anyMatch(r -> filled(r) > 1);
  }

  /** Whether a line names columns that the line above leaves without a name, and holds no row. */
  private static boolean second(String[] above, String[] line) {
    boolean all =
        IntStream.range(0, above.length).allMatch(c -> !Blank.all(above[c]) || !Blank.all(line[c]));
    boolean names = Arrays.stream(line).allMatch(c -> Blank.all(c) || name(c));
    boolean gaps = Arrays.stream(above).anyMatch(Blank::all);
    boolean merged = Arrays.stream(line).anyMatch(Blank::all);
    return all && names && gaps && merged;
  }

  private static boolean name(String cell) {
    return !Missing.is(cell) && Double.isNaN(Grid.number(Blank.strip(cell)));
  }

  private static String[] joined(String[] above, String[] line) {
    String[] out = new String[above.length];
    String group = "";
    for (int c = 0; c < out.length; c++) {
      group = Blank.all(above[c]) ? group : Blank.strip(above[c]);
      out[c] = Blank.all(line[c]) ? group : (group + " " + Blank.strip(line[c])).strip();
    }
    return out;
  }

  private static String example(String[] names) {
    return Blank.name(names[names.length - 1]);
  }
}
