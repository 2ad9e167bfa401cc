package org.taskaffinity.scripts.terminal;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.TaskMatrix;

/** A matrix as a terminal can show it: names beside the rows, numbers above the columns. */
public final class MatrixText {
  private static final int CELL = 7;
  private static final int NAMED = 6;
  private static final int LONGEST_NAME = 28;
  private static final int SHORTEST_NAME = 8;

  private final TaskMatrix matrix;
  private final List<String> tasks;
  private final boolean[][] marked;
  private final int mark;

  private MatrixText(TaskMatrix matrix, boolean[][] marked) {
    this.matrix = matrix;
    this.tasks = matrix.tasks().stream().map(PlainText::line).toList();
    this.marked = marked;
    this.mark = anyMarked() ? 1 : 0;
  }

  /** As many tasks as fit the width, and how many are left out. */
  public static String of(TaskMatrix matrix, int width) {
    return of(matrix, width, new boolean[matrix.size()][matrix.size()]);
  }

  /**
   * The same with a mark behind some entries.
   *
   * @param marked [K][K]
   */
  static String of(TaskMatrix matrix, int width, boolean[][] marked) {
    return new MatrixText(matrix, marked).text(width);
  }

  private boolean anyMarked() {
    for (boolean[] row : marked) {
      for (boolean each : row) {
        if (each) {
          return true;
        }
      }
    }
    return false;
  }

  private String text(int width) {
    String whole = mark == 0 ? matrix.toString() : named();
    if (whole.lines().mapToInt(String::length).max().orElse(0) <= width) {
      return whole;
    }
    int cell = CELL + mark;
    int names =
        Math.min(
            Math.min(LONGEST_NAME, Math.max(SHORTEST_NAME, width - 5 - 3 * cell)), longestName());
    int fitting = Math.max(2, (width - names - 5) / cell);
    return numbered(Math.min(fitting, matrix.size()), names, cell);
  }

  private int longestName() {
    return tasks.stream().mapToInt(String::length).max().orElse(0);
  }

  /** As {@link TaskMatrix#toString}, with marks. */
  private String named() {
    int head = longestName();
    StringBuilder out = new StringBuilder(" ".repeat(head));
    tasks.forEach(task -> out.append(' ').append(right(task, width(task))).append(' '));
    out.setLength(out.length() - 1);
    for (int i = 0; i < matrix.size(); i++) {
      StringBuilder line = new StringBuilder(tasks.get(i));
      line.append(" ".repeat(head - line.length()));
      for (int j = 0; j < matrix.size(); j++) {
        line.append(' ').append(right(number(i, j), width(tasks.get(j)))).append(markOf(i, j));
      }
      out.append('\n').append(line.toString().stripTrailing());
    }
    return out.toString();
  }

  private static int width(String task) {
    return Math.max(NAMED, task.length());
  }

  private String numbered(int shown, int names, int cell) {
    String blank = " ".repeat(mark);
    StringBuilder out = new StringBuilder(" ".repeat(names + 4));
    for (int j = 0; j < shown; j++) {
      out.append(right(Integer.toString(j + 1), cell - mark)).append(j + 1 < shown ? blank : "");
    }
    for (int i = 0; i < shown; i++) {
      StringBuilder line = new StringBuilder();
      line.append(
          String.format(
              Locale.ROOT, "%3d %-" + names + "s", i + 1, shortened(tasks.get(i), names)));
      for (int j = 0; j < shown; j++) {
        line.append(right(number(i, j), cell - mark)).append(mark == 0 ? "" : markOf(i, j));
      }
      out.append('\n').append(line.toString().stripTrailing());
    }
    int left = matrix.size() - shown;
    return out + (left == 0 ? "" : String.format("%n    … and %d more tasks", left));
  }

  private String number(int i, int j) {
    double value = matrix.at(i, j);
    return Double.isNaN(value) ? "." : String.format(Locale.ROOT, "%.3f", value);
  }

  private String markOf(int i, int j) {
    return marked[i][j] ? HeatMapText.MARK : " ";
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String shortened(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length - 1) + "…";
  }
}
