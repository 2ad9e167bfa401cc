package org.taskaffinity.scripts.terminal;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.TaskMatrix;

/** A matrix as a terminal can show it: names beside the rows, numbers above the columns. */
public final class MatrixText {
  private static final int CELL = 7;
  private static final int LONGEST_NAME = 28;
  private static final int SHORTEST_NAME = 8;

  private MatrixText() {}

  /** As many tasks as fit the width, and how many are left out. */
  public static String of(TaskMatrix matrix, int width) {
    String whole = matrix.toString();
    if (whole.lines().mapToInt(String::length).max().orElse(0) <= width) {
      return whole;
    }
    List<String> tasks = matrix.tasks().stream().map(PlainText::line).toList();
    int names =
        Math.min(
            Math.min(LONGEST_NAME, Math.max(SHORTEST_NAME, width - 5 - 3 * CELL)),
            tasks.stream().mapToInt(String::length).max().orElse(0));
    int fitting = Math.max(2, (width - names - 5) / CELL);
    return numbered(matrix, tasks, Math.min(fitting, matrix.size()), names);
  }

  private static String numbered(TaskMatrix matrix, List<String> tasks, int shown, int names) {
    StringBuilder out = new StringBuilder(" ".repeat(names + 4));
    for (int j = 0; j < shown; j++) {
      out.append(String.format(Locale.ROOT, "%" + CELL + "d", j + 1));
    }
    for (int i = 0; i < shown; i++) {
      String name = shortened(tasks.get(i), names);
      out.append(String.format(Locale.ROOT, "%n%3d %-" + names + "s", i + 1, name));
      for (int j = 0; j < shown; j++) {
        double value = matrix.at(i, j);
        String cell = Double.isNaN(value) ? "." : String.format(Locale.ROOT, "%.3f", value);
        out.append(" ".repeat(CELL - cell.length())).append(cell);
      }
    }
    int left = matrix.size() - shown;
    return out + (left == 0 ? "" : String.format("%n    … and %d more tasks", left));
  }

  private static String shortened(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length - 1) + "…";
  }
}
