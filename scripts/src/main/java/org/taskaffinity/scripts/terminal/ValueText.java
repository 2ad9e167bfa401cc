package org.taskaffinity.scripts.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;

/** A value as a terminal shows it: matrices as heat maps, results with their verdict. */
public final class ValueText {
  private ValueText() {}

  /** Text that is a value itself stays as it is; all else fits the width. */
  public static String of(Object value, Look look) {
    return value instanceof CharSequence
        ? value.toString()
        : Fitted.to(look.width(), text(value, look));
  }

  private static String text(Object value, Look look) {
    if (value instanceof Result result) {
      return result(result, look);
    } else if (value instanceof Results results) {
      return results(results, look);
    } else if (value instanceof Pooled pooled) {
      return ResultText.of(pooled, look);
    } else if (value instanceof TaskMatrix matrix) {
      return HeatMapText.of(matrix, scale(matrix), look);
    } else if (value instanceof TaskGroups groups) {
      return groups(groups);
    } else if (value instanceof Audit audit) {
      return AuditText.of(audit, look);
    } else if (value instanceof Plan plan) {
      return plan.explain();
    } else if (value instanceof Figure figure) {
      return FigureText.of(figure, look);
    } else if (value instanceof FirstRows rows) {
      return rows.text(look.width());
    } else if (value instanceof List<?> list && list.size() <= 4 && known(list)) {
      return list.stream().map(each -> of(each, look)).collect(Collectors.joining("\n\n"));
    } else if (value instanceof List<?> list) {
      return list(list, look);
    } else if (value != null && value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      return nested.substring(1, nested.length() - 1);
    }
    return String.valueOf(value);
  }

  private static String list(List<?> list, Look look) {
    boolean runs = !list.isEmpty() && list.stream().allMatch(StoredRun.class::isInstance);
    return runs
        ? String.join("\n", RunsText.of(list.stream().map(StoredRun.class::cast).toList()))
        : RecordText.of(list, look).orElseGet(() -> String.valueOf(list));
  }

  private static boolean known(List<?> list) {
    return !list.isEmpty()
        && list.stream().allMatch(each -> each instanceof Audit || each instanceof Plan);
  }

  /** Counts where every entry is a whole number above 1, differences around 0 otherwise. */
  private static Figure.Scale scale(TaskMatrix matrix) {
    double[] pairs = matrix.pairs();
    boolean counts =
        Arrays.stream(pairs).allMatch(v -> Double.isNaN(v) || v >= 0 && v == Math.rint(v))
            && Arrays.stream(pairs).anyMatch(v -> v > 1);
    return counts ? Figure.Scale.COUNT : Figure.Scale.DIVERGING;
  }

  private static String result(Result result, Look look) {
    return ResultText.of(result, look)
        + "\n"
        + look.colours().quiet("run  " + Fitted.path(result.folder(), look.width() - 5));
  }

  private static String results(Results results, Look look) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            "%d experiments%s",
            results.each().size(), results.pooled().isEmpty() ? "" : ", pooled over seeds"));
    if (!results.failed().isEmpty()) {
      out.append(String.format(", %d failed", results.failed().size()));
    }
    boolean narrow = look.width() < 80;
    int longest =
        results.pooled().stream()
            .mapToInt(p -> p.experiment().condition().length())
            .max()
            .orElse(0);
    int overlap = Math.min(Math.max(7, longest), Math.max(12, look.width() - (narrow ? 24 : 46)));
    out.append(
        look.colours()
            .quiet(
                String.format(
                    "%n%-" + overlap + "s  %5s  %6s  %6s%s",
                    "overlap",
                    "seeds",
                    "mean J",
                    "r(G,E)",
                    narrow ? "" : "  95 % interval")));
    for (Pooled each : results.pooled()) {
      out.append(row(each, overlap, narrow));
    }
    results.failed().forEach(f -> out.append("\n").append(f));
    return out + "\n" + look.colours().quiet("one each: NAME.each().get(0), NAME.pooled().get(0)");
  }

  private static String row(Pooled pooled, int overlap, boolean narrow) {
    Association r = pooled.relation().pearson();
    String said = pooled.experiment().condition();
    return String.format(
        Locale.ROOT,
        "%n%-" + overlap + "s  %5d  %6.3f  %6.3f%s",
        said.length() <= overlap ? said : said.substring(0, overlap - 1) + "…",
        pooled.seeds().size(),
        Arrays.stream(pooled.overlap().pairs()).average().orElse(Double.NaN),
        r.value(),
        narrow ? "" : "  " + interval(r));
  }

  private static String interval(Association r) {
    return r.intervals().stream()
        .filter(Interval::defined)
        .findFirst()
        .map(i -> String.format(Locale.ROOT, "[%.3f, %.3f] over %s", i.low(), i.high(), i.over()))
        .orElse("none");
  }

  private static String groups(TaskGroups groups) {
    List<List<String>> each = groups.groups();
    String listed =
        IntStream.range(0, each.size())
            .mapToObj(i -> String.format("%n%3d  %s", i + 1, String.join(", ", each.get(i))))
            .collect(Collectors.joining());
    String silhouette =
        Double.isNaN(groups.silhouette())
            ? ""
            : String.format(Locale.ROOT, ", silhouette %.3f", groups.silhouette());
    String judged =
        groups.structure().permutations() == 0 ? "" : String.format("%n%s", groups.judgement());
    String alone =
        groups.ungrouped().isEmpty()
            ? ""
            : String.format("%n  –  %s", String.join(", ", groups.ungrouped()));
    String filled =
        groups.filled() == 0
            ? ""
            : String.format("%nnote  %d undefined affinities read as the mean", groups.filled());
    return groups.grouping()
        + ": "
        + each.size()
        + (each.size() == 1 ? " group" : " groups")
        + silhouette
        + judged
        + listed
        + alone
        + filled;
  }
}
