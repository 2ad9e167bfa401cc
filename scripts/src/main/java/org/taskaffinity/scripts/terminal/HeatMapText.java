package org.taskaffinity.scripts.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.ColourRange;
import org.taskaffinity.dsl.FaintPairs;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * A matrix as coloured cells: blue above 0, orange below, as in the figures. Cells hold their
 * numbers where the width allows, are two columns wide where it does not, and half a line high
 * where even that is too wide. The diagonal is left out of the scale and of the colours. Without
 * colours it is a table of numbers. Entries that a figure draws faintly are pale here, too, and
 * have a mark, which a line below explains.
 */
public final class HeatMapText {
  private static final int MIDDLE = 0xf4f4f2;
  private static final int MORE = 0x0a4a92;
  private static final int LESS = 0xb34a00;
  private static final int INK = 0x15181d;
  private static final int BLANK = 0xb9bec7;
  private static final int LONGEST_NAME = 24;
  private static final int SCALE_CELLS = 11;

  /** Of a faint entry; one that every terminal has. */
  static final String MARK = "~";

  private static final double DEEP = 0.5;

  private final TaskMatrix matrix;
  private final Figure.Scale scale;
  private final ColourRange range;
  private final boolean[][] faint;
  private final String meaning;
  private final Look look;

  private HeatMapText(Figure.HeatMap figure, TaskMatrix drawn, Look look) {
    this.matrix = drawn;
    this.scale = figure.scale();
    this.range = figure.range().orElseGet(() -> usual(figure.scale(), drawn));
    this.faint = faint(figure, drawn);
    this.meaning = any(faint) ? figure.faint().orElseThrow().meaning() : "";
    this.look = look;
  }

  /** In the matrix's own order. */
  public static String of(TaskMatrix matrix, Figure.Scale scale, Look look) {
    return of(Figures.heatMap("", matrix).scale(scale), look);
  }

  /** A figure in the order of its tasks; without its title and its tree. */
  static String of(Figure.HeatMap figure, Look look) {
    List<String> order = figure.order();
    TaskMatrix drawn = order.isEmpty() ? figure.matrix() : figure.matrix().select(order);
    HeatMapText map = new HeatMapText(figure, drawn, look);
    return look.colours() == Colours.NONE || drawn.size() == 0
        ? MatrixText.of(drawn, look.width(), map.faint) + map.explained(MARK + " ")
        : map.text();
  }

  private static boolean[][] faint(Figure.HeatMap figure, TaskMatrix drawn) {
    return figure
        .faint()
        .map(pairs -> pairs.in(drawn))
        .orElseGet(() -> new boolean[drawn.size()][drawn.size()]);
  }

  private static boolean any(boolean[][] faint) {
    return Arrays.stream(faint)
        .anyMatch(row -> IntStream.range(0, row.length).anyMatch(j -> row[j]));
  }

  /** What the mark means, in a line of its own; empty where nothing is marked. */
  private String explained(String lead) {
    return meaning.isEmpty() ? "" : "\n" + Wrapped.at(look.width(), lead + PlainText.line(meaning));
  }

  private static ColourRange usual(Figure.Scale scale, TaskMatrix matrix) {
    return switch (scale) {
      case DIVERGING -> ColourRange.around(matrix);
      case FRACTION -> new ColourRange(0, 1);
      case COUNT -> ColourRange.upTo(matrix);
    };
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
      return table(k, names, digits, number) + legend(MARK + " ");
    }
    if (head + 2 * k < look.width()) {
      return table(k, names, digits, 2) + legend(MARK + " ");
    }
    int columns = Math.min(k, Math.max(2, look.width() - 2 * digits - 4));
    return halves(columns, digits) + legend(""); // too small for a mark
  }

  /** Of a cell with its number: a blank on either side of the widest. */
  private int numberWidth() {
    return scale == Figure.Scale.COUNT
        ? 2 + String.format(Locale.ROOT, "%.0f", range.high()).length()
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
    String text = width <= 2 ? " ".repeat(width) : centred(number(value), width);
    if (faint[i][j]) {
      text = width <= 2 ? centred(MARK, width) : marked(text);
    }
    int ink = depth(i, j) > DEEP ? 0xffffff : INK;
    return look.colours().ground(colour(i, j)) + look.colours().ink(ink) + text;
  }

  /** The mark in place of the first blank behind the number. */
  private static String marked(String cell) {
    int end = cell.stripTrailing().length();
    return cell.substring(0, end) + MARK + cell.substring(Math.min(cell.length(), end + 1));
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
    return i == j || Double.isNaN(matrix.at(i, j)) ? BLANK : colour(i, j);
  }

  private int colour(int i, int j) {
    return colour(matrix.at(i, j), depth(i, j));
  }

  /** How much of its colour an entry has, in [0, 1]. */
  private double depth(int i, int j) {
    return depth(matrix.at(i, j)) * (faint[i][j] ? FaintPairs.PALE : 1);
  }

  private double depth(double value) {
    double within = Math.max(range.low(), Math.min(range.high(), value));
    return scale == Figure.Scale.DIVERGING
        ? Math.abs(within) / Math.max(Math.abs(range.low()), Math.abs(range.high()))
        : (within - range.low()) / (range.high() - range.low());
  }

  private int colour(double value, double depth) {
    int end = scale == Figure.Scale.DIVERGING && value < 0 ? LESS : MORE;
    return mixed(16, end, depth) << 16 | mixed(8, end, depth) << 8 | mixed(0, end, depth);
  }

  private static int mixed(int shift, int end, double depth) {
    int from = MIDDLE >> shift & 255;
    return (int) Math.round(from + depth * ((end >> shift & 255) - from));
  }

  private String legend(String mark) {
    StringBuilder out = new StringBuilder(String.format("%n%s ", number(range.low())));
    for (int i = 0; i < SCALE_CELLS; i++) {
      double share = (double) i / (SCALE_CELLS - 1);
      double value = range.low() + share * (range.high() - range.low());
      out.append(look.colours().ground(colour(value, depth(value)))).append("  ");
    }
    return out + Colours.plain() + " " + number(range.high()) + explained(mark + "pale: ");
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
}
