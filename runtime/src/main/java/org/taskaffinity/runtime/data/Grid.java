package org.taskaffinity.runtime.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A file's cells as text, by row and column.
 *
 * @param where the file, for messages
 * @param header names of the columns, distinct
 * @param rows each as wide as the header
 * @param places where the rows stand in the file, for messages
 */
record Grid(String where, List<String> header, List<String[]> rows, RowPlaces places) {

  /** A table that is in no file as it is: its rows are counted. */
  static Grid made(String where, List<String> header, List<String[]> rows) {
    return new Grid(where, header, rows, RowPlaces.counted(rows.size()));
  }

  /** The same rows with other columns or cells. */
  Grid with(List<String> otherHeader, List<String[]> otherRows) {
    return new Grid(where, otherHeader, otherRows, places);
  }

  /** Some of the rows, in their order. */
  Grid picked(IntPredicate chosen) {
    List<String[]> picked =
        IntStream.range(0, rows.size()).filter(chosen).mapToObj(rows::get).toList();
    return new Grid(where, header, picked, places.picked(chosen));
  }

  /** Column by name, or −1; blanks count as {@link Blank#name} has them where none is equal. */
  int column(String name) {
    int equal = header.indexOf(name);
    return equal >= 0 ? equal : header.indexOf(Blank.name(name));
  }

  String cell(int row, int column) {
    return rows.get(row)[column];
  }

  /** A cell's place, in words. */
  String place(int row, int column) {
    return places.starting(row) + " of " + where + ", column \"" + header.get(column) + "\"";
  }

  /** A cell as a message shows it: stripped, in quotes, unseen marks by their codes. */
  String quoted(int row, int column) {
    return '"' + Blank.shown(Blank.strip(cell(row, column))) + '"';
  }

  /** Whether the cell says that nothing was measured. */
  static boolean missing(String cell) {
    return Missing.is(cell);
  }

  /**
   * The number a cell holds, which must have no blanks at its ends. A minus sign of typography
   * (U+2212 and the like) counts as one.
   *
   * @return NaN if it is none, or not finite
   */
  static double number(String stripped) {
    if (stripped.equals("0") || stripped.equals("0.0")) {
      return 0;
    }
    if (stripped.equals("1") || stripped.equals("1.0")) {
      return 1;
    }
    String cell = Blank.signed(stripped);
    if (!cell.isEmpty() && Character.isLetter(cell.charAt(cell.length() - 1))) {
      return Double.NaN; // Java would read 1f, 2d, NaN and Infinity
    }
    try {
      double value = Double.parseDouble(cell);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The names that head more than one column, with how many. */
  static Map<String, Integer> repeated(List<String> header) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    header.forEach(name -> counts.merge(name, 1, Integer::sum));
    counts.values().removeIf(count -> count == 1);
    return counts;
  }

  /** Keeps one copy of each short text: a table of labels holds few different ones, often. */
  static final class Pool {
    private static final int LONGEST = 4;
    private final Map<String, String> texts = new HashMap<>();

    String[] pooled(List<String> fields) {
      return fields.stream()
          .map(f -> f.length() > LONGEST ? f : texts.computeIfAbsent(f, t -> t))
          .toArray(String[]::new);
    }
  }
}
