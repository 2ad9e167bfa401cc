package org.taskaffinity.scripts.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Reading;

/** Records of one kind as a table of text: tasks, pairs, epochs, data sets. */
final class RecordText {
  private static final int MOST = 1000;
  private static final int WIDEST = 40;
  private static final int NARROWEST = 6;

  private RecordText() {}

  /** Empty if the values are not all records of one kind of the language. */
  static Optional<String> of(List<?> values, Look look) {
    Class<?> kind = values.isEmpty() || values.get(0) == null ? null : values.get(0).getClass();
    boolean alike =
        kind != null
            && kind.isRecord()
            && kind.getName().startsWith("org.taskaffinity.dsl.")
            && values.stream().allMatch(v -> v != null && v.getClass() == kind);
    return alike ? Optional.of(table(kind, values, look)) : Optional.empty();
  }

  private static String table(Class<?> kind, List<?> values, Look look) {
    List<RecordComponent> columns = Arrays.asList(kind.getRecordComponents());
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(RecordComponent::getName).toList());
    for (Object value : values.subList(0, Math.min(MOST, values.size()))) {
      rows.add(columns.stream().map(column -> cell(column, value)).toList());
    }
    int[] widths = widths(rows, look.width());
    String rest = values.size() <= MOST ? "" : "\n… and " + (values.size() - MOST) + " more";
    String head = look.colours().quiet(row(rows.get(0), widths));
    return head
        + "\n"
        + rows.stream().skip(1).map(cells -> row(cells, widths)).collect(Collectors.joining("\n"))
        + rest;
  }

  /** What the columns need; the widest give way until the table fits, or none can. */
  private static int[] widths(List<List<String>> rows, int width) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
      }
    }
    int gaps = 2 * (widths.length - 1);
    while (Arrays.stream(widths).sum() + gaps > width) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String row(List<String> cells, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String shown =
          cell.length() <= widths[i] ? cell : cell.substring(0, Math.max(1, widths[i] - 1)) + "…";
      out.append(i == 0 ? "" : "  ").append(shown);
      out.append(" ".repeat(Math.max(0, widths[i] - shown.length())));
    }
    return out.toString().stripTrailing();
  }

  private static String cell(RecordComponent column, Object record) {
    try {
      return words(column.getAccessor().invoke(record));
    } catch (IllegalAccessException | InvocationTargetException e) {
      return "";
    }
  }

  private static String words(Object value) {
    if (value instanceof Double number) {
      return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.3f", number);
    }
    if (value instanceof Reading reading) {
      return reading.words();
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(RecordText::words).orElse("");
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Double) {
      return list.stream().map(RecordText::words).collect(Collectors.joining(" "));
    }
    return String.valueOf(value).replaceAll("\\s*\\R\\s*", "");
  }
}
