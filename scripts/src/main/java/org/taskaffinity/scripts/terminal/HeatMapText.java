package org.taskaffinity.scripts.terminal;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * A matrix as coloured cells: blue above 0, orange below, as in the figures. Cells hold their
 * numbers where the width allows, are two columns wide where it does not, and half a line high
 * where even that is too wide. The diagonal is left out of the scale and of the colours. Without
 * colours it is a table of numbers.
 */
public final class HeatMapText {
  private static final int MIDDLE = 0xf4f4f2;
  private static final int MORE = 0x0a4a92;
  private static final int LESS = 0xb34a00;
  private static final int INK = 0x15181d;
  private static final int BLANK = 0xb9bec7;
  private static final int LONGEST_NAME = 24;
  private static final int SCALE_CELLS = 11;
  private static final double DEEP = 0.5;

  private final TaskMatrix matrix;
  private final Figure.Scale scale;
  private final Look look;
  private final double most;

  private HeatMapText(TaskMatrix matrix, Figure.Scale scale, Look look) {
    this.matrix = matrix;
    this.scale = scale;
    this.look = look;
    this.most = scale == Figure.Scale.FRACTION ? 1 : most(matrix);
  }

  /** In the matrix's own order. */
  public static String of(TaskMatrix matrix, Figure.Scale scale, Look look) {
    if (look.colours() == Colours.NONE || matrix.size() == 0) {
      return MatrixText.of(matrix, look.width());
    }
    return new HeatMapText(matrix, scale, look).text();
  }

  private static double most(TaskMatrix matrix) {
    double most = 0;
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < matrix.size(); j++) {
        double size = Math.abs(matrix.at(i, j));
        most = i != j && Double.isFinite(size) ? Math.max(most, size) : most;
      }
    }
    return most > 0 ? most : 1;
  }

  private String text() {
    int k = matrix.size();
    int digits = Integer.toString(k).length();
    int longest =
        matrix.tasks().stream().map(PlainText::line).mapToInt(String::length).max().orElse(0);
    int names = Math.min(LONGEST_NAME, Math.min(longest, Math.max(6, look.width() / 3)));
    int head = digits + 1 + names + 1;
    int number = numberWidth();
    if (head + k * number < look.width()) {
      return table(k, names, digits, number) + legend();
    }
    if (head + 2 * k < look.width()) {
      return table(k, names, digits, 2) + legend();
    }
    int columns = Math.min(k, Math.max(2, look.width() - 2 * digits - 4));
    return halves(columns, digits) + legend();
  }

  /** Of a cell with its number: a blank on either side of the widest. */
  private int numberWidth() {
    return scale == Figure.Scale.COUNT
        ? 2 + String.format(Locale.ROOT, "%.0f", most).length()
        : scale == Figure.Scale.FRACTION ? 6 : 7;
  }

  private String table(int k, int names, int digits, int cell) {
    StringBuilder out = new StringBuilder(" ".repeat(digits + 1 + names + 1));
    for (int j = 0; j < k; j++) {
      String number = Integer.toString(j + 1);
      boolean crowded = number.length() >= cell && j % 2 == 1; // 100, 102, … would run together
      out.append(crowded ? " ".repeat(cell) : centred(number, cell));
    }
    trim(out);
    for (int i = 0; i < k; i++) {
      String name = shortened(PlainText.line(matrix.tasks().get(i)), names);
      out.append(String.format(Locale.ROOT, "%n%" + digits + "d ", i + 1)).append(name);
      out.append(" ".repeat(names - name.length() + 1));
      for (int j = 0; j < k; j++) {
        out.append(cell(i, j, cell));
      }
      out.append(Colours.plain());
    }
    return out.toString();
  }

  private String cell(int i, int j, int width) {
    double value = matrix.at(i, j);
    if (i == j || Double.isNaN(value)) {
      String mark = i == j ? "·" : "?";
      return Colours.plain() + look.colours().quiet(centred(mark, width));
    }
    String number = width <= 2 ? " ".repeat(width) : centred(number(value), width);
    int ink = Math.abs(value) / most > DEEP ? 0xffffff : INK;
    return look.colours().ground(colour(value)) + look.colours().ink(ink) + number;
  }

  private String number(double value) {
    return scale == Figure.Scale.COUNT
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Two rows a line: the upper half of a block in one colour, its ground in the other. */
  private String halves(int k, int digits) {
    StringBuilder out = new StringBuilder(" ".repeat(2 * digits + 2));
    for (int j = 0; j < k; j++) {
      out.append(
          (j + 1) % 10 == 0 ? Integer.toString((j + 1) / 10 % 10) : (j + 1) % 5 == 0 ? "·" : " ");
    }
    trim(out);
    for (int i = 0; i < k; i += 2) {
      String rows = i + 1 < k ? (i + 1) + "–" + (i + 2) : Integer.toString(i + 1);
      out.append(String.format("%n%" + (2 * digits + 1) + "s ", rows));
      for (int j = 0; j < k; j++) {
        out.append(look.colours().ink(halfColour(i, j)));
        out.append(i + 1 < k ? look.colours().ground(halfColour(i + 1, j)) : "\u001B[49m")
            .append('▀');
      }
      out.append(Colours.plain());
    }
    int left = matrix.size() - k;
    return out + (left == 0 ? "" : String.format("%n… and %d more tasks", left));
  }

  private int halfColour(int i, int j) {
    double value = matrix.at(i, j);
    return i == j || Double.isNaN(value) ? BLANK : colour(value);
  }

  private int colour(double value) {
    double depth = Math.min(1, Math.abs(value) / most);
    int end = value < 0 ? LESS : MORE;
    return mixed(16, end, depth) << 16 | mixed(8, end, depth) << 8 | mixed(0, end, depth);
  }

  private static int mixed(int shift, int end, double depth) {
    int from = MIDDLE >> shift & 255;
    return (int) Math.round(from + depth * ((end >> shift & 255) - from));
  }

  private String legend() {
    boolean both = scale == Figure.Scale.DIVERGING;
    StringBuilder out = new StringBuilder(String.format("%n%s ", number(both ? -most : 0)));
    for (int i = 0; i < SCALE_CELLS; i++) {
      double share = (double) i / (SCALE_CELLS - 1);
      out.append(look.colours().ground(colour(both ? most * (2 * share - 1) : most * share)));
      out.append("  ");
    }
    return out + Colours.plain() + " " + number(most);
  }

  private static String centred(String text, int width) {
    int left = Math.max(0, width - text.length() + 1) / 2;
    return " ".repeat(left) + text + " ".repeat(Math.max(0, width - left - text.length()));
  }

  private static void trim(StringBuilder line) {
    while (line.length() > 0 && line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
  }

  private static String shortened(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length - 1) + "…";
  }

  /** The same with the tasks in another order. */
  static String of(Figure.HeatMap figure, Look look) {
    List<String> order = figure.order();
    TaskMatrix drawn = order.isEmpty() ? figure.matrix() : figure.matrix().select(order);
    return of(drawn, figure.scale(), look);
  }
}
