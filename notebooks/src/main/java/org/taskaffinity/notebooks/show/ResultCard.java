package org.taskaffinity.notebooks.show;

import java.util.Locale;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;

/** One result: its affinities, what can be said of them, and where the rest lies. */
final class ResultCard {
  private ResultCard() {}

  static String of(Result result, Drawings drawings) {
    StringBuilder out = new StringBuilder();
    out.append(Html.verdict(result.verdict()));
    out.append(drawings.html(Figures.affinityMap(result)));
    out.append(Html.heading("Task affinity G against label correlation E"));
    out.append(Html.verdict(result.comparison()));
    out.append(Relations.table(result.relation()));
    result.record().notes().forEach(note -> out.append(Html.quiet(Html.escaped("Note: " + note))));
    return out.append(Html.quiet(origin(result))).toString();
  }

  private static String origin(Result result) {
    RunRecord record = result.record();
    String run =
        String.format(
            Locale.ROOT,
            "%s, seed %d: %d epochs, %,d steps, %,d of them captured, %.1f s on %s",
            result.experiment().name(),
            result.experiment().seed(),
            record.epochs(),
            record.steps(),
            record.captures(),
            record.seconds(),
            record.device());
    return Html.escaped(run + " · run " + record.id().substring(0, 12))
        + Links.to(result.folder().resolve("report.html"), "the whole report")
            .map(link -> " · " + link)
            .orElse("");
  }
}
