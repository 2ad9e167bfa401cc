package org.taskaffinity.runtime.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.figure.Svg;

/** The page of several results: what differs between them, and what they have in common. */
final class ResultsPage {
  private final Results results;
  private final Conditions conditions;
  private final Page page;

  private ResultsPage(Results results) {
    this.results = results;
    List<Experiment> asked = results.stream().map(Result::experiment).toList();
    conditions = new Conditions(asked);
    String name = asked.isEmpty() ? "No results" : asked.get(0).name();
    page =
        new Page(
            name,
            Words.plural(results.each().size(), "run")
                + " under "
                + Words.plural(results.pooled().size(), "condition"));
  }

  static String html(Results results) {
    return new ResultsPage(results).written();
  }

  private String written() {
    page.section("In short");
    page.body().element("p", verdict(), "class", "verdict").line();
    writeConditions();
    if (results.pooled().size() > 1) {
      page.figure(Svg.inline(bars(), page.nextFigure()), false);
    }
    page.section("Runs");
    writeRuns();
    for (Pooled pooled : results.pooled()) {
      PooledSection.write(page, conditions.of(pooled.experiment()), pooled);
    }
    if (!results.each().isEmpty()) {
      RecordSection.write(page, results.each().get(0).record());
      CitationSection.write(page, results.stream().map(Result::record).toList(), statements());
    }
    return page.html();
  }

  /** One sentence a condition. */
  private String verdict() {
    if (results.pooled().isEmpty()) {
      return "Nothing was run.";
    }
    return results.pooled().stream()
        .map(
            p ->
                conditions.of(p.experiment())
                    + ": r(G, E) = "
                    + Words.value(p.relation().pearson().value())
                    + " at a mean overlap of "
                    + Words.value(mean(p.overlap())))
        .collect(Collectors.joining("; ", "", "."));
  }

  private void writeConditions() {
    Table table =
        new Table(
            page.body(),
            "Conditions, each with its seeds pooled",
            "Condition",
            "Seeds",
            "#Mean overlap",
            "#r(G, E)",
            "Interval",
            "#ρ(G, E)",
            "#Mantel p",
            "#Mean spread of G");
    for (Pooled p : results.pooled()) {
      var r = p.relation().pearson();
      table.row(
          conditions.of(p.experiment()),
          p.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          Words.value(mean(p.overlap())),
          Words.value(r.value()),
          Words.intervals(r).replaceFirst("^ \\((.*)\\)$", "$1"),
          Words.value(p.relation().spearman().value()),
          org.taskaffinity.dsl.Association.probability(r.mantelP()),
          Words.value(mean(p.spread())));
    }
    table.end();
  }

  private void writeRuns() {
    Table table =
        new Table(
            page.body(),
            "Runs",
            "Run",
            "Condition",
            "#Seed",
            "#Mean overlap",
            "#r(G, E)",
            "#ρ(G, E)",
            "#Pairs",
            "#Seconds",
            "Folder");
    for (Result run : results.each()) {
      table.row(
          run.record().id().substring(0, Math.min(12, run.record().id().length())),
          conditions.of(run.experiment()),
          String.valueOf(run.experiment().seed()),
          Words.value(mean(run.overlap())),
          Words.value(run.relation().pearson().value()),
          Words.value(run.relation().spearman().value()),
          Words.count(run.relation().pairs()),
          Words.count(run.record().seconds()),
          run.folder().toString());
    }
    table.end();
  }

  private Figure.Bars bars() {
    Figure.Bar[] bars = results.pooled().stream().map(this::bar).toArray(Figure.Bar[]::new);
    return Figures.bars("r(G, E) by condition", "r(G, E)", bars);
  }

  private Figure.Bar bar(Pooled pooled) {
    var r = pooled.relation().pearson();
    var interval = r.intervals().stream().filter(Interval::defined).findFirst();
    return Figures.bar(
        conditions.of(pooled.experiment()),
        r.value(),
        interval.map(Interval::low).orElse(r.value()),
        interval.map(Interval::high).orElse(r.value()));
  }

  private String statements() {
    return results.stream()
        .map(r -> r.experiment().toString())
        .limit(1)
        .collect(Collectors.joining());
  }

  private static double mean(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }
}
