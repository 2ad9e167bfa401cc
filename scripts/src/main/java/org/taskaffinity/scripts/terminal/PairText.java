package org.taskaffinity.scripts.terminal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Pair;

/** Pairs as lines: the affinity with its interval, what it rests on, and whether it can be read. */
final class PairText {
  /** More pairs than these are in {@code pairs.csv}. */
  private static final int SHOWN = 15;

  private PairText() {}

  /** The readable pairs first, then by the size of the affinity. */
  static String of(List<Pair> pairs, int width) {
    List<Pair> shown =
        pairs.stream()
            .sorted(
                Comparator.comparing((Pair p) -> !p.reading().readable())
                    .thenComparing(p -> Double.isNaN(p.affinity()) ? 1 : -Math.abs(p.affinity())))
            .limit(SHOWN)
            .toList();
    String more =
        pairs.size() > SHOWN ? "\n   " + (pairs.size() - SHOWN) + " more: see pairs.csv" : "";
    int name = name(shown, width);
    String title =
        String.format(
            "   %-" + name + "s  %7s  %-17s  %8s  %6s  %6s  %s",
            "pair",
            "G",
            "95 % interval",
            "captures",
            "shared",
            "J",
            "reading");
    String table =
        shown.stream().map(p -> "\n" + line(p, name)).collect(Collectors.joining("", title, more));
    return table.lines().allMatch(line -> line.length() <= width)
        ? table
        : shown.stream()
            .map(p -> "\n" + narrow(p, width))
            .collect(
                Collectors.joining(
                    "", "   pair: G, 95 % interval, what it rests on, reading", more));
  }

  private static String line(Pair p, int name) {
    return String.format(
        Locale.ROOT,
        "   %-" + name + "s  %7s  %-17s  %8s  %6s  %6s  %s",
        cut(p.first() + " – " + p.second(), name),
        number(p.affinity()),
        Double.isNaN(p.low()) ? "–" : "[" + number(p.low()) + ", " + number(p.high()) + "]",
        count(p.captures()),
        count(p.shared()),
        number(p.overlap()),
        p.reading().words());
  }

  /** In two lines, for terminals that the table does not fit. */
  private static String narrow(Pair p, int width) {
    String interval =
        Double.isNaN(p.low()) ? "" : " [" + number(p.low()) + ", " + number(p.high()) + "]";
    return "   "
        + cut(p.first() + " – " + p.second(), width - 3)
        + "\n      "
        + number(p.affinity())
        + interval
        + (p.captures() < 0 ? "" : ", " + count(p.captures()) + " captures")
        + (p.shared() < 0 ? "" : ", " + count(p.shared()) + " shared")
        + ", J "
        + number(p.overlap())
        + ", "
        + p.reading().words();
  }

  private static int name(List<Pair> shown, int width) {
    int longest =
        shown.stream().mapToInt(p -> p.first().length() + p.second().length() + 3).max().orElse(4);
    return Math.max(12, Math.min(longest, width - 80));
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String count(int value) {
    return value < 0 ? "–" : String.format(Locale.ROOT, "%,d", value);
  }
}
