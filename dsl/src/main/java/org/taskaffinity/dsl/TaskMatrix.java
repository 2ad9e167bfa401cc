package org.taskaffinity.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A number for every two tasks; NaN where it is undefined.
 *
 * <p>Equal when names and bits are equal. Prints as a table; {@link #statement} is the text that
 * builds it.
 */
public final class TaskMatrix {
  private static final String MARK = "~";

  /** Matrices read from files are rounded. */
  private static final double ROUNDING = 1e-6;

  private final List<String> tasks;
  private final double[][] values;

  /**
   * @param tasks K names, all different
   * @param values [K][K]; copied
   */
  public TaskMatrix(List<String> tasks, double[][] values) {
    Check.distinct("task", tasks);
    this.tasks = List.copyOf(tasks);
    this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    boolean square = values.length == tasks.size();
    for (double[] row : values) {
      square &= row.length == tasks.size();
    }
    if (!square) {
      throw new DescriptionException(
          "A matrix of " + tasks.size() + " tasks needs as many rows and columns.");
    }
  }

  /** K names, in the order of rows and columns. */
  public List<String> tasks() {
    return tasks;
  }

  /** K. */
  public int size() {
    return tasks.size();
  }

  /** The entry in row i and column j, counted from 0. */
  public double at(int i, int j) {
    return values[i][j];
  }

  /**
   * The entry of two tasks.
   *
   * @throws DescriptionException if there is no such task
   */
  public double at(String a, String b) {
    return values[index(a)][index(b)];
  }

  /** Where a task stands, counted from 0. */
  public int index(String task) {
    int found = tasks.indexOf(task);
    if (found < 0) {
      throw new DescriptionException(Nearest.unknown("task", task, "this matrix", tasks));
    }
    return found;
  }

  /** [K][K]; a copy. */
  public double[][] values() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** The entries i &lt; j, row by row: K (K − 1) / 2 of them. */
  public double[] pairs() {
    int k = size();
    double[] out = new double[k * (k - 1) / 2];
    int at = 0;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++) {
        out[at++] = values[i][j];
      }
    }
    return out;
  }

  /** Whether entries i, j and j, i are equal, up to 1e-6 of them. */
  public boolean symmetric() {
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < i; j++) {
        double a = values[i][j];
        double b = values[j][i];
        double most = ROUNDING * Math.max(1, Math.abs(a));
        boolean equal = Double.compare(a, b) == 0 || Math.abs(a - b) <= most;
        if (!equal) {
          return false;
        }
      }
    }
    return true;
  }

  /** The mean of both directions, (M + Mᵀ) / 2; NaN where one of them is. */
  public TaskMatrix symmetrised() {
    double[][] mean = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        mean[i][j] = (values[i][j] + values[j][i]) / 2;
      }
    }
    return new TaskMatrix(tasks, mean);
  }

  /** The same with each entry changed. */
  public TaskMatrix map(DoubleUnaryOperator change) {
    double[][] changed = values();
    for (double[] row : changed) {
      Arrays.setAll(row, j -> change.applyAsDouble(row[j]));
    }
    return new TaskMatrix(tasks, changed);
  }

  /** The same tasks in another order, or some of them. */
  public TaskMatrix select(List<String> chosen) {
    int[] at = chosen.stream().mapToInt(this::index).toArray();
    double[][] picked = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        picked[i][j] = values[at[i]][at[j]];
      }
    }
    return new TaskMatrix(chosen, picked);
  }

  /** The statement that builds this matrix. */
  public String statement() {
    return "new TaskMatrix(List.of" + Say.quotedList(tasks) + ", " + Say.matrix(values) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskMatrix m
        && tasks.equals(m.tasks)
        && Arrays.deepEquals(values, m.values);
  }

  @Override
  public int hashCode() {
    return 31 * tasks.hashCode() + Arrays.deepHashCode(values);
  }

  /** A table with three decimals; a dot where an entry is undefined. */
  @Override
  public String toString() {
    return text(new boolean[size()][size()]);
  }

  /**
   * The same table with a {@code ~} behind some entries. A table without one is that of {@link
   * #toString}.
   *
   * @param marked [K][K]
   */
  String text(boolean[][] marked) {
    boolean any = !Arrays.deepEquals(marked, new boolean[size()][size()]);
    List<String> names = tasks.stream().map(PlainText::line).toList();
    int head = names.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(row(" ".repeat(head), names, t -> any ? " " : ""));
    for (int i = 0; i < size(); i++) {
      int line = i;
      List<String> cells = Arrays.stream(values[i]).mapToObj(TaskMatrix::cell).toList();
      String name = left(names.get(i), head);
      lines.add(row(name, cells, t -> marked[line][t] ? MARK : any ? " " : ""));
    }
    return lines.stream()
        .map(line -> any ? line.stripTrailing() : line)
        .collect(Collectors.joining("\n"));
  }

  private String row(String head, List<String> cells, IntFunction<String> behind) {
    StringBuilder out = new StringBuilder(head);
    for (int t = 0; t < size(); t++) {
      int width = Math.max(6, PlainText.line(tasks.get(t)).length());
      out.append(' ').append(right(cells.get(t), width)).append(behind.apply(t));
    }
    return out.toString();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "." : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String left(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
