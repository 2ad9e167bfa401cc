package org.taskaffinity.notebooks.show;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.TaskMatrix;

/** The results of a sweep: each in a line, and what the seeds say together. */
final class ResultsCard {
  private ResultsCard() {}

  static String of(Results results, Drawings drawings) {
    StringBuilder out = new StringBuilder();
    if (results.pooled().size() == 1) {
      out.append(Html.verdict(results.pooled().get(0).verdict()));
    }
    out.append(Html.heading("Each run"));
    out.append(
        Html.table(
            List.of("overlap", "seed", "mean J", "r(G, E)", "ρ(G, E)", "run"),
            results.each().stream().map(ResultsCard::row).toList()));
    if (!results.failed().isEmpty()) {
      out.append(Html.heading("Failed"));
      out.append(
          Html.table(
              List.of("overlap", "seed", "reason"),
              results.failed().stream().map(ResultsCard::row).toList()));
    }
    out.append(Html.heading("Averaged over seeds"));
    out.append(
        Html.table(
            List.of("overlap", "seeds", "mean J", "r(G, E)", "interval", "Mantel p"),
            results.pooled().stream().map(ResultsCard::row).toList()));
    if (results.pooled().size() == 1) {
      out.append(map(results.pooled().get(0), drawings));
    }
    return out.toString();
  }

  static String of(Pooled pooled, Drawings drawings) {
    return Html.verdict(pooled.verdict())
        + map(pooled, drawings)
        + Html.verdict(pooled.comparison())
        + Html.heading("Task affinity G against label correlation E")
        + Relations.table(pooled.relation());
  }

  private static String map(Pooled pooled, Drawings drawings) {
    return drawings.html(
        Figures.affinityMap(pooled).titled("Task affinity G, mean over seeds " + seeds(pooled)));
  }

  private static List<String> row(Result result) {
    return List.of(
        result.experiment().overlap().toString(),
        String.valueOf(result.experiment().seed()),
        Numbers.three(mean(result.overlap())),
        Numbers.three(result.relation().pearson().value()),
        Numbers.three(result.relation().spearman().value()),
        result.record().id().substring(0, 12));
  }

  private static List<String> row(Results.Failed failed) {
    return List.of(
        failed.experiment().condition(),
        String.valueOf(failed.experiment().seed()),
        failed.message());
  }

  private static List<String> row(Pooled pooled) {
    return List.of(
        pooled.experiment().condition(),
        seeds(pooled),
        Numbers.three(mean(pooled.overlap())),
        Numbers.three(pooled.relation().pearson().value()),
        Relations.intervals(pooled.relation().pearson()),
        Numbers.probability(pooled.relation().pearson().mantelP()));
  }

  private static String seeds(Pooled pooled) {
    return pooled.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static double mean(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }
}
