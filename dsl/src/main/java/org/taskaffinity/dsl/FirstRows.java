package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The first rows of a data set, as they are read from its source: molecules that cannot be parsed
 * and duplicates are still among them.
 *
 * @param data the data set's name
 * @param columns names: {@code SMILES} or the feature columns, then the tasks
 * @param rows one text per column; empty where nothing was measured
 * @param total rows of the whole data set
 * @param tasks number of its tasks
 * @param notes which columns are tasks and which are not, and what else a reader should know
 */
public record FirstRows(
    String data,
    List<String> columns,
    List<List<String>> rows,
    int total,
    int tasks,
    List<String> notes) {
  private static final int WIDTH = 100;
  private static final int WIDEST = 24;

  public FirstRows {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** One line: name, number of rows and tasks, how many rows are shown. */
  public String title() {
    return String.format(
        Locale.ROOT,
        "%s: %,d %s, %,d %s; the first %d",
        PlainText.line(data),
        total,
        total == 1 ? "row" : "rows",
        tasks,
        tasks == 1 ? "task" : "tasks",
        rows.size());
  }

  /**
   * A table with a title. Columns that do not fit are counted, not shown.
   *
   * @param width characters per line
   */
  public String text(int width) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(PlainText::line).toList());
    rows.forEach(row -> lines.add(row.stream().map(FirstRows::shown).toList()));
    int[] widths =
        IntStream.range(0, columns.size())
            .map(c -> lines.stream().mapToInt(line -> line.get(c).length()).max().orElse(0))
            .map(w -> Math.min(WIDEST, w))
            .toArray();
    int fitting = fitting(widths, width);
    StringBuilder out = new StringBuilder(title());
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < fitting; c++) {
        text.append(c == 0 ? "" : "  ").append(cell(line.get(c), widths[c]));
      }
      out.append('\n').append(text.toString().stripTrailing());
    }
    int left = columns.size() - fitting;
    if (left > 0) {
      out.append(left == 1 ? "\n… and 1 more column" : "\n… and " + left + " more columns");
    }
    notes.forEach(note -> out.append("\nnote  ").append(PlainText.line(note)));
    return out.toString();
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "–" : PlainText.line(cell);
  }

  /** How many columns fit; at least the first. */
  private static int fitting(int[] widths, int width) {
    int used = 0;
    for (int c = 0; c < widths.length; c++) {
      used += widths[c] + (c == 0 ? 0 : 2);
      if (used > width && c > 0) {
        return c;
      }
    }
    return widths.length;
  }

  private static String cell(String text, int width) {
    String cut = text.length() <= width ? text : text.substring(0, width - 1) + "…";
    return cut + " ".repeat(width - cut.length());
  }

  /** The table for a line of {@value #WIDTH} characters. */
  @Override
  public String toString() {
    return text(WIDTH);
  }
}
