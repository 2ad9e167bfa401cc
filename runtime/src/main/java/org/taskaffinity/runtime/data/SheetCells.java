package org.taskaffinity.runtime.data;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The cells of a sheet that hold something, as text: numbers without their format, dates as ISO
 * 8601 has them, TRUE and FALSE, errors as Excel shows them ({@code #N/A}); of a formula the value
 * it had when the workbook was saved.
 *
 * @param rows all as wide as the widest; an empty cell is an empty text
 * @param places the rows' numbers in the sheet
 */
record SheetCells(List<String[]> rows, RowPlaces places) {
  private static final Set<Integer> DATE_FORMATS =
      Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 57);

  private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
  private static final double EXACT = 1e15;

  static SheetCells of(Sheet sheet) throws IOException {
    List<String[]> rows = new ArrayList<>();
    RowPlaces.Builder places = new RowPlaces.Builder();
    try (Stream<Row> stream = sheet.openStream()) {
      stream.forEach(
          row -> {
            String[] cells = row(row);
            if (!Arrays.stream(cells).allMatch(Blank::all)) {
              rows.add(cells);
              places.add(row.getRowNum());
            }
          });
    }
    int width = rows.stream().mapToInt(r -> r.length).max().orElse(0);
    rows.replaceAll(r -> widened(r, width));
    return new SheetCells(rows, places.as("row"));
  }

  private static String[] row(Row row) {
    String[] cells = new String[row.getCellCount()];
    Arrays.setAll(cells, i -> text(row.getCell(i)));
    return cells;
  }

  private static String[] widened(String[] row, int width) {
    String[] out = Arrays.copyOf(row, width);
    Arrays.fill(out, row.length, width, "");
    return out;
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return date(cell) ? cell.asDate().toString() : number(number.doubleValue());
    }
    return value instanceof Boolean truth ? (truth ? "TRUE" : "FALSE") : value.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static boolean date(Cell cell) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (id != null && DATE_FORMATS.contains(id)) {
      return true;
    }
    return format != null
        && !format.equalsIgnoreCase("general")
        && NO_CODE.matcher(format).replaceAll("").matches("(?i)[^0#]*[ymdhs][^0#]*(0*)?");
  }
}
