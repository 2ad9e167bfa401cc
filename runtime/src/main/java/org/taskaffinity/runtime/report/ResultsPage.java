package org.taskaffinity.runtime.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Contrast;
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
  private final List<Contrast> contrasts;
  private final Conditions conditions;
  private final Page page;

  private ResultsPage(Results results, List<Contrast> contrasts) {
    this.results = results;
    this.contrasts = contrasts;
    conditions =
        new Conditions(
            Stream.concat(
                    results.stream().map(Result::experiment),
                    results.failed().stream().map(Results.Failed::experiment))
                .toList());
    page = new Page(results.each().get(0).experiment().name(), subtitle(results));
  }

  /**
   * @param contrasts of real labels and controls among the results
   * @param linked whether a page to explore lies beside it
   */
  static String html(Results results, List<Contrast> contrasts, boolean linked) {
    return new ResultsPage(results, contrasts).written(linked);
  }

  private static String subtitle(Results results) {
    String runs = Words.plural(results.each().size(), "run");
    String failed = results.failed().isEmpty() ? "" : ", " + results.failed().size() + " failed";
    return runs + " under " + Words.plural(results.pooled().size(), "condition") + failed;
  }

  private String written(boolean linked) {
    page.section("In short");
    page.body().element("p", verdict(), "class", "verdict").line();
    page.paragraph(comparison());
    contrasts.forEach(contrast -> page.paragraph(contrast.verdict()));
    if (linked) {
      page.linkToFigures();
    }
    writeConditions();
    if (results.pooled().size() > 1) {
      page.figure(Svg.inline(bars(results), page.nextFigure()), false);
    }
    contrasts.forEach(
        c -> ContrastSection.write(page, c, conditions.besidesControl(c.experiment())));
    page.section("Runs");
    writeRuns();
    if (!results.failed().isEmpty()) {
      writeFailed();
    }
    List<String> order = results.each().get(0).groups().order();
    PageScales scales = PageScales.of(results.pooled());
    Map<Experiment, List<Result>> alike = Results.alikeButForSeed(results.each());
    for (Pooled pooled : results.pooled()) {
      List<Result> seeds = alike.getOrDefault(pooled.experiment().seed(0), List.of());
      new PooledSection(page, pooled, order, scales, seeds)
          .write(conditions.of(pooled.experiment()));
    }
    RecordSection.write(page, results.each().get(0).record(), results.notes());
    CitationSection.write(page, results.stream().map(Result::record).toList(), conditions.script());
    return page.html();
  }

  /** Of one condition in full; of several in one clause each. */
  private String verdict() {
    if (results.pooled().size() == 1) {
      return results.pooled().get(0).verdict();
    }
    return results.pooled().stream()
        .map(p -> conditions.of(p.experiment()) + ": " + p.headline())
        .collect(Collectors.joining("; ", "", "."));
  }

  private String comparison() {
    return results.pooled().stream().map(this::clause).collect(Collectors.joining("; ", "", "."));
  }

  private String clause(Pooled pooled) {
    return conditions.of(pooled.experiment())
        + ": r\u00a0=\u00a0"
        + Words.value(pooled.relation().pearson().value())
        + " between affinities and label correlations, at a mean overlap of "
        + Words.value(mean(pooled.overlap()));
  }

  private void writeConditions() {
    Table table =
        new Table(
            page.body(),
            "Conditions, each with its seeds pooled: r and ρ of the mean G and the mean E",
            "Condition",
            "Seeds",
            "#Overlap",
            "#r",
            "Interval of r",
            "#ρ",
            "#Mantel p",
            "#sd of G");
    for (Pooled pooled : results.pooled()) {
      Association r = pooled.relation().pearson();
      table.row(
          conditions.of(pooled.experiment()),
          pooled.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          Words.value(mean(pooled.overlap())),
          Words.value(r.value()),
          interval(pooled).map(Interval::toString).orElse("–"),
          Words.value(pooled.relation().spearman().value()),
          Association.probability(r.mantelP()),
          Words.value(mean(pooled.spread())));
    }
    table.end();
  }

  private void writeRuns() {
    Table table =
        new Table(
            page.body(),
            "Each run by itself",
            "Run",
            "Condition",
            "#Seed",
            "#Overlap",
            "#r",
            "#ρ",
            "#Pairs",
            "#Seconds",
            "Folder");
    for (Result run : results.each()) {
      table.row(
          Shortened.hash(run.record().id()),
          conditions.of(run.experiment()),
          String.valueOf(run.experiment().seed()),
          Words.value(mean(run.overlap())),
          Words.value(run.relation().pearson().value()),
          Words.value(run.relation().spearman().value()),
          Words.count(run.relation().pairs()),
          Words.count(run.record().seconds()),
          Shortened.folder(run.folder()));
    }
    table.end();
  }

  private void writeFailed() {
    page.section("Failed");
    Table table =
        new Table(
            page.body(),
            "Without a result, and in none of the numbers here; the same sweep tries them again",
            "Condition",
            "#Seed",
            "Reason");
    for (Results.Failed failed : results.failed()) {
      table.row(
          conditions.of(failed.experiment()),
          String.valueOf(failed.experiment().seed()),
          failed.message());
    }
    table.end();
  }

  /** r of each condition, with its first interval. */
  static Figure.Bars bars(Results results) {
    Conditions conditions = new Conditions(results.stream().map(Result::experiment).toList());
    Figure.Bar[] bars =
        results.pooled().stream().map(p -> bar(p, conditions)).toArray(Figure.Bar[]::new);
    return Figures.bars("r(G, E) by condition", "r(G, E)", bars);
  }

  private static Figure.Bar bar(Pooled pooled, Conditions conditions) {
    double r = pooled.relation().pearson().value();
    Optional<Interval> interval = interval(pooled);
    double low = interval.map(Interval::low).orElse(r);
    double high = interval.map(Interval::high).orElse(r);
    return Figures.bar(conditions.of(pooled.experiment()), r, low, high);
  }

  private static Optional<Interval> interval(Pooled pooled) {
    return pooled.relation().pearson().intervals().stream().filter(Interval::defined).findFirst();
  }

  private static double mean(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }
}
