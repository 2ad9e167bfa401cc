package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads decimal commas as decimal points, in a table whose fields are not separated by commas. This
 * is done where it is plain what is meant: some comma stands before other than three digits, and no
 * number of those columns has a point.
 */
final class DecimalCommas {
  private static final Pattern COMMA = Pattern.compile("[-+\u2212]?\\d+,\\d+(?:[eE][-+]?\\d+)?");
  private static final Pattern THOUSANDS = Pattern.compile("[-+\u2212]?[1-9]\\d{0,2},\\d{3}");

  private DecimalCommas() {}

  static Grid read(Grid grid, List<String> notes) {
    List<Integer> columns = new ArrayList<>();
    boolean plain = false;
    for (int c = 0; c < grid.header().size(); c++) {
      int commas = 0;
      boolean consistent = true;
      for (String[] row : grid.rows()) {
        String cell = Blank.strip(row[c]);
        boolean comma = COMMA.matcher(cell).matches();
        commas += comma ? 1 : 0;
        plain |= comma && !THOUSANDS.matcher(cell).matches();
        consistent &= comma || Missing.stripped(cell) || whole(cell);
      }
      if (commas > 0 && consistent) {
        columns.add(c);
      }
    }
    if (columns.isEmpty() || !plain) {
      return grid;
    }
    notes.add(
        "decimal commas are read as decimal points: "
            + ByReason.listed(columns.stream().map(grid.header()::get).toList()));
    return grid.with(grid.header(), grid.rows().stream().map(r -> read(r, columns)).toList());
  }

  private static boolean whole(String cell) {
    return cell.indexOf('.') < 0 && !Double.isNaN(Grid.number(cell));
  }

  private static String[] read(String[] row, List<Integer> columns) {
    String[] out = Arrays.copyOf(row, row.length);
    columns.forEach(c -> out[c] = out[c].replace(',', '.'));
    return out;
  }
}
