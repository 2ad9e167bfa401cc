package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What the numbers of a column look like, apart from amounts. */
final class OddValues {
  private static final int MOST_CLASSES = 10;
  private static final int FEW_CLASSES = 5;
  private static final int FEWEST_NUMBERED = 10;
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Names of amounts with a unit, which no class has. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i).*([ieacgltxd]c50|gi50|ld50|p?k[iadm]\\b|log[spdk]|kcat|\\btm\\b"
              + "|\\b[nu\u00b5\u03bc]m\\b|%|percent|pct|conc|dose|ratio|temperature|energy|pressure"
              + "|half.?life|t1/2).*|.*_([nu\u00b5\u03bc]M|Ki|Kd|Km|Tm)");

  /** Names of what is measured, often in whole numbers. */
  private static final Pattern MEASURED =
      Pattern.compile(
          "(?i).*(inhib|activit|potency|value|response|signal|titer|auc|clearance|permeab|solub"
              + "|viabil|yield|count).*");

  private static final Pattern PLACEHOLDER = Pattern.compile("-99+|999+");

  private OddValues() {}

  /**
   * The number that seems to stand for "not measured": −99, −999, 999, 9999 and so on, in at least
   * two cells, and at least ten times as far from 0 as all others on its side.
   */
  static Optional<Long> placeholder(double[] values) {
    DoubleSummaryStatistics all =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
    return all.getCount() == 0
        ? Optional.empty()
        : DoubleStream.of(all.getMin(), all.getMax())
            .filter(end -> standsForNone(end, values))
            .mapToObj(end -> (long) end)
            .findFirst();
  }

  private static boolean standsForNone(double end, double[] values) {
    double[] others = Arrays.stream(values).filter(v -> !Double.isNaN(v) && v != end).toArray();
    return end == Math.rint(end)
        && PLACEHOLDER.matcher(plain(end)).matches()
        && labels(values) - others.length > 1
        && others.length > 0
        && Arrays.stream(others).allMatch(v -> end < 0 ? v > end / 10 : v < end / 10);
  }

  private static String plain(double whole) {
    return Math.abs(whole) < 1e9 ? Long.toString((long) whole) : "";
  }

  /** The two values of a column that holds two whole numbers and each label more than once. */
  static Optional<long[]> two(double[] values) {
    return wholes(values, 2)
        .filter(w -> w.size() == 2 && labels(values) > 2)
        .map(w -> new long[] {w.get(0), w.get(1)});
  }

  /**
   * The classes of a column that looks like more than two: consecutive whole numbers from −1, 0 or
   * 1 on, at most ten, each of them twice on average; or three to five whole numbers of any kind
   * (0, 10 and 20; 0, 1 and 9), each of them four times on average.
   */
  static Optional<List<Long>> classes(double[] values) {
    return wholes(values, MOST_CLASSES)
        .filter(w -> w.size() > 2)
        .filter(w -> consecutive(w, labels(values)) || few(w, labels(values)));
  }

  private static boolean consecutive(List<Long> values, long labels) {
    return Math.abs(values.get(0)) <= 1
        && values.get(values.size() - 1) - values.get(0) == values.size() - 1
        && labels >= 2L * values.size();
  }

  private static boolean few(List<Long> values, long labels) {
    return values.size() <= FEW_CLASSES && labels >= 4L * values.size();
  }

  /** Whether a column numbers rows: digits alone in each of its cells, and no two are equal. */
  static boolean numbered(Grid grid, double[] values, int column, boolean named) {
    boolean enough = values.length >= (named ? 2 : FEWEST_NUMBERED);
    return enough
        && !quantity(grid.header().get(column))
        && !MEASURED.matcher(grid.header().get(column)).matches()
        && grid.rows().stream().allMatch(r -> DIGITS.matcher(Blank.strip(r[column])).matches())
        && Arrays.stream(values).distinct().count() == values.length;
  }

  /** Whether a name is that of an amount, so that few whole numbers are no classes. */
  static boolean quantity(String name) {
    return QUANTITY.matcher(name).matches();
  }

  private static long labels(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
  }

  /** The different values in order, if all are whole and there are not more of them. */
  private static Optional<List<Long>> wholes(double[] values, int most) {
    TreeSet<Long> found = new TreeSet<>();
    for (double value : values) {
      if (!Double.isNaN(value)) {
        if (value != Math.rint(value) || Math.abs(value) > 1e15) {
          return Optional.empty();
        }
        found.add((long) value);
        if (found.size() > most) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(List.copyOf(found));
  }

  /** {@code 0, 1 and 2}. */
  static String listed(List<Long> values) {
    String first =
        values.subList(0, values.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return first + " and " + values.get(values.size() - 1);
  }
}
