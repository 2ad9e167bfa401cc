package org.taskaffinity.scripts.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;

/** Results as a terminal shows them. */
public final class ResultText {
  private ResultText() {}

  public static String of(Result result, int width) {
    return of(result, Look.plain(width));
  }

  /** The verdict, then G as a heat map where there are colours, its pairs, and r(G, E). */
  public static String of(Result result, Look look) {
    String text =
        verdict(result.verdict(), look)
            + "\n\nTask affinity G\n"
            + HeatMapText.of(inOwnOrder(Figures.affinityMap(result)), look)
            + "\n\n"
            + PairText.of(result.pairs(), look.width())
            + "\n\n"
            + relation(result.relation(), look.width())
            + "\n"
            + Wrapped.at(look.width(), result.comparison())
            + notes(result);
    return Fitted.to(look.width(), text);
  }

  private static Figure.HeatMap inOwnOrder(Figure.HeatMap map) {
    return map.order(List.of());
  }

  private static String verdict(String verdict, Look look) {
    return look.colours().bold(Wrapped.at(look.width(), verdict));
  }

  /** What a reader should know of: rows left out, tasks that were none, duplicates. */
  private static String notes(Result result) {
    return notes(result.record().notes());
  }

  /** The notes of a sweep, each once; nothing where there are none. */
  public static String notes(Results results) {
    return notes(results.notes());
  }

  private static String notes(List<String> notes) {
    return notes.isEmpty() ? "" : "\n\nnote    " + String.join("\nnote    ", notes);
  }

  public static String of(Pooled pooled, int width) {
    return of(pooled, Look.plain(width));
  }

  /** The verdict, then the mean G as a heat map where there are colours, its pairs, and r(G, E). */
  public static String of(Pooled pooled, Look look) {
    String text =
        verdict(pooled.verdict(), look)
            + "\n\nTask affinity G, mean over seeds "
            + pooled.seeds()
            + ", overlap "
            + pooled.experiment().condition()
            + "\n"
            + HeatMapText.of(inOwnOrder(Figures.affinityMap(pooled)), look)
            + "\n\n"
            + PairText.of(pooled.pairs(), look.width())
            + "\n\n"
            + relation(pooled.relation(), look.width())
            + "\n"
            + Wrapped.at(look.width(), pooled.comparison());
    return Fitted.to(look.width(), text);
  }

  /** Where everything lies, and how to ask for it again; in a file no line is broken. */
  public static String closing(Path folder, Path page, Object statement, Terminal terminal) {
    int width = terminal.live() ? terminal.width() : Integer.MAX_VALUE;
    String text =
        "\nruns    "
            + Fitted.path(folder, width - 8)
            + "\nreport  "
            + page
            + "\n\nAs a script:\nrunner.run("
            + statement
            + ")";
    return Fitted.to(width, text);
  }

  private static String relation(Relation relation, int width) {
    String undefined = relation.skipped() == 0 ? "" : ", " + relation.skipped() + " undefined";
    return "G against label correlation E, "
        + relation.pairs()
        + " pairs"
        + undefined
        + "\n"
        + association("r  ", relation.pearson(), width)
        + "\n"
        + association("rho", relation.spearman(), width);
  }

  private static String association(String letter, Association a, int width) {
    String indent = " ".repeat(width < 70 ? 4 : 15);
    StringBuilder out =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %s %6.3f   Mantel p %s (%,d permutations), naive p %s",
                letter,
                a.value(),
                Association.probability(a.mantelP()),
                a.permutations(),
                Association.probability(a.naiveP())));
    for (Interval i : a.intervals()) {
      out.append(
          i.defined()
              ? String.format(
                  Locale.ROOT,
                  "%n" + indent + "%.0f %% [%.3f, %.3f] over %d %s",
                  100 * i.level(),
                  i.low(),
                  i.high(),
                  i.units(),
                  i.over())
              : String.format("%n" + indent + "%s", i));
    }
    return out.toString();
  }
}
