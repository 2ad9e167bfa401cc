package org.taskaffinity.scripts.terminal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.Reading;
import org.taskaffinity.dsl.TaskMatrix;

/** An audit as a terminal shows it. */
public final class AuditText {
  private static final int SHOWN = 5;

  /** Characters of a column's name in a list; a longer one moves the rest of its line. */
  private static final int WIDEST = 32;

  private AuditText() {}

  /** Two tasks and the Jaccard index of their labels. */
  private record Both(String first, String second, double jaccard, long shared) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "    %.3f  %,7d shared  %s – %s", jaccard, shared, first, second);
    }
  }

  public static String of(Audit audit, int width) {
    return of(audit, Look.plain(width));
  }

  /** With the Jaccard indices as a heat map where there are colours. */
  public static String of(Audit audit, Look look) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %,d molecules, %d columns of labels%n",
            PlainText.line(audit.name()),
            audit.molecules(),
            audit.jaccard().size()));
    out.append(String.format("  labels   %s%n", counts(audit.counts())));
    List<Both> pairs = pairs(audit);
    if (!pairs.isEmpty()) {
      summary(out, pairs);
    }
    out.append("\nJaccard index\n")
        .append(HeatMapText.of(audit.jaccard(), Figure.Scale.FRACTION, look));
    audit.notes().forEach(note -> out.append("\n  note  ").append(note));
    return out.toString();
  }

  /** Every column of the file, a line each: its name, its role, and why it has that role. */
  public static String columns(Audit audit) {
    List<String> names =
        audit.columns().stream().map(each -> PlainText.line(each.column())).toList();
    int width = Math.min(WIDEST, names.stream().mapToInt(String::length).max().orElse(0));
    return IntStream.range(0, names.size())
        .mapToObj(i -> column(names.get(i), audit.columns().get(i), width))
        .collect(Collectors.joining("\n", "columns of " + PlainText.line(audit.name()) + "\n", ""));
  }

  private static String column(String name, ColumnRole column, int width) {
    String form = "  %-" + Math.max(1, width) + "s  %-11s  %s";
    return String.format(
        Locale.ROOT, form, name, column.role().word(), PlainText.line(column.why()));
  }

  private static void summary(StringBuilder out, List<Both> pairs) {
    double[] sorted = pairs.stream().mapToDouble(Both::jaccard).sorted().toArray();
    out.append(
        String.format(
            Locale.ROOT,
            "  Jaccard  mean %.3f, median %.3f, from %.3f to %.3f, over %,d pairs%n",
            Arrays.stream(sorted).average().orElse(Double.NaN),
            median(sorted),
            sorted[0],
            sorted[sorted.length - 1],
            sorted.length));
    out.append(
        String.format(
            Locale.ROOT,
            "           %,d pairs at 30 %% or above, %,d at 40 %% or above%n",
            above(sorted, Reading.LEAST_JACCARD),
            above(sorted, Reading.READABLE_JACCARD)));
    Comparator<Both> least = Comparator.comparingDouble(Both::jaccard);
    if (pairs.size() <= 2 * SHOWN) {
      listed(out, "pairs", pairs.stream().sorted(least.reversed()));
      return;
    }
    listed(out, "most overlapping", pairs.stream().sorted(least.reversed()).limit(SHOWN));
    listed(out, "least overlapping", pairs.stream().sorted(least).limit(SHOWN));
  }

  private static void listed(StringBuilder out, String which, Stream<Both> pairs) {
    out.append("  ").append(which).append('\n');
    out.append(pairs.map(Both::toString).collect(Collectors.joining("\n"))).append('\n');
  }

  private static String counts(List<Integer> counts) {
    double[] sorted = counts.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "from %,.0f to %,.0f a column, median %,.0f",
            sorted[0],
            sorted[sorted.length - 1],
            median(sorted));
  }

  private static List<Both> pairs(Audit audit) {
    TaskMatrix jaccard = audit.jaccard();
    List<String> tasks = jaccard.tasks().stream().map(PlainText::line).toList();
    return IntStream.range(0, tasks.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, tasks.size())
                    .mapToObj(
                        j ->
                            new Both(
                                tasks.get(i),
                                tasks.get(j),
                                jaccard.at(i, j),
                                Math.round(audit.shared().at(i, j)))))
        .filter(both -> !Double.isNaN(both.jaccard()))
        .toList();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static long above(double[] values, double bound) {
    return Arrays.stream(values).filter(v -> v >= bound).count();
  }
}
