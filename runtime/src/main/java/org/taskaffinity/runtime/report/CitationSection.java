package org.taskaffinity.runtime.report;

import java.util.List;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.runtime.figure.Markup;

/** How to get the same numbers again, and how to name them. */
final class CitationSection {
  private static final String PAPER = "https://arxiv.org/abs/2604.07848";

  /** Runs that are named. */
  private static final int SHOWN = 3;

  private CitationSection() {}

  /**
   * @param records what was run, at least one
   * @param script the statements that run it
   */
  static void write(Page page, List<RunRecord> records, String script) {
    page.section("Cite and re-run");
    page.paragraph("Save this as again.affinity.jsh:");
    Code.write(page.body(), script);
    page.paragraph("and run it:");
    Code.write(page.body(), "./affinity run again.affinity.jsh");
    page.body().open("p", "class", "quiet");
    page.body().text("The same description, data and numerics version make the same run: ");
    List<String> ids = records.stream().map(RunRecord::id).distinct().toList();
    for (String id : ids.subList(0, Math.min(SHOWN, ids.size()))) {
      Shortened.hash(id).write(page.body().text(id.equals(ids.get(0)) ? "" : ", "));
    }
    page.body()
        .text(ids.size() > SHOWN ? ", …" : "")
        .text(". A result that is already stored is returned at once; --fresh runs it again.");
    page.body().close().line();
    writeSources(page.body(), records.get(0));
  }

  private static void writeSources(Markup body, RunRecord record) {
    String version = record.versions().getOrDefault("taskaffinity", "");
    body.open("ul");
    body.element(
        "li",
        "Software: Task Affinity"
            + (version.isEmpty() ? "" : " " + version)
            + ", run "
            + record.id().substring(0, Math.min(12, record.id().length()))
            + ".");
    body.open("li").text("The bounds below which a pair is called unreadable: ");
    body.element(
        "a",
        "“Information-Theoretic Requirements for Gradient-Based Task Affinity Estimation in"
            + " Multi-Task Learning”, arXiv 2604.07848",
        "href",
        PAPER);
    body.text(". They are a claim of that paper which this software is made to test.");
    body.close().close().line();
  }
}
