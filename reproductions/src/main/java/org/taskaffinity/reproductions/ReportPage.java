package org.taskaffinity.reproductions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.taskaffinity.dsl.RunException;

/** The report in Markdown: a verdict for every claim, then every table and figure. */
final class ReportPage {
  private final Budget budget;
  private final Map<String, Map<Lane, Stored>> found = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private ReportPage(ResultsFolder results, Budget budget) {
    this.budget = budget;
    for (Artefact artefact : Artefacts.all()) {
      Map<Lane, Stored> lanes = new EnumMap<>(Lane.class);
      for (Lane lane : artefact.lanes()) {
        results.read(budget, artefact.id(), lane).ifPresent(s -> lanes.put(lane, s));
      }
      found.put(artefact.id(), lanes);
    }
  }

  /**
   * The page.
   *
   * @param folder where it will lie, for pictures are linked from there
   */
  static String markdown(ResultsFolder results, Budget budget, Path folder) {
    ReportPage page = new ReportPage(results, budget);
    page.head();
    ClaimSection.of(page.found, budget).forEach(page::line);
    for (Artefact artefact : Artefacts.all()) {
      page.section(artefact, folder);
    }
    return page.out.toString();
  }

  private void head() {
    line("# arXiv 2604.07848, reproduced and judged");
    line("");
    if (budget == Budget.SMOKE) {
      line(
          "**A smoke test on small samples: it shows that everything runs. No number on this page"
              + " says anything about the paper.**");
      line("");
    }
    line(
        "Every table and figure of the paper next to ours, in up to three lanes: *as written* by the"
            + " paper's text, *as coded* by its public code, *as it should be* with missing captures"
            + " left missing, permutation tests and intervals. Brackets hold 95 % intervals over the unit"
            + " that follows them; n counts pairs, molecules or captures, and for a p-value the"
            + " permutations. A p-value belongs to the coefficient of the mean matrices, which stands in"
            + " its own row; the mean of the seeds' coefficients is what a single run gives on average.");
    line("");
    Set<String> numerics = new TreeSet<>();
    int runs = 0;
    double seconds = 0;
    for (Map<Lane, Stored> lanes : found.values()) {
      for (Stored stored : lanes.values()) {
        numerics.addAll(stored.numerics());
        runs += stored.runs();
        seconds += stored.seconds();
      }
    }
    line(
        String.format(
            Locale.ROOT,
            "Budget: %s. %,d trainings (those that several tables use are counted each time), %.1f hours"
                + " of training. Versions of the numerics: %s.",
            budget.word(),
            runs,
            seconds / 3600,
            numerics.isEmpty() ? "none" : String.join(", ", numerics)));
    if (numerics.size() > 1) {
      line("");
      line(
          "**These results come from different versions of the numerics. Run `reproduce` again to"
              + " make them alike.**");
    }
    line("");
  }

  // Tables and figures

  private void section(Artefact artefact, Path folder) {
    Map<Lane, Stored> lanes = found.get(artefact.id());
    line("## " + artefact.caption());
    line("");
    if (!artefact.leftOut().isEmpty()) {
      line(artefact.leftOut());
      line("");
    }
    String less = budget == Budget.STANDARD ? Reduction.of(artefact, budget) : "";
    if (!less.isEmpty()) {
      line(less);
      line("");
    }
    String command = "`./affinity reproduce " + artefact.id() + " --budget " + budget.word();
    if (lanes.isEmpty()) {
      line("Not run yet: " + command + "`");
      line("");
      return;
    }
    table(artefact, lanes);
    for (Map.Entry<Lane, Stored> each : lanes.entrySet()) {
      Stored stored = each.getValue();
      line("*" + each.getKey().said() + "*: " + readOff(stored, link(folder, stored.folder())));
      line("");
      stored.remarks().forEach(r -> line("- " + Markdown.cell(r)));
      if (!stored.remarks().isEmpty()) {
        line("");
      }
      for (Path picture : stored.pictures()) {
        String name = String.valueOf(picture.getFileName()).replace(".svg", "");
        line("![" + name + ", " + each.getKey().said() + "](" + link(folder, picture) + ")");
        line("");
      }
    }
    for (Lane lane : artefact.lanes()) {
      if (!lanes.containsKey(lane)) {
        line("*" + lane.said() + "*: not run yet, " + command + " --lanes " + lane.word() + "`");
        line("");
      }
    }
  }

  private static String readOff(Stored stored, String link) {
    return stored.runs() == 0
        ? "no training; [all of it](" + link + ")"
        : String.format(
            Locale.ROOT,
            "%d training%s, %.1f min; [numbers, matrices, runs](%s)",
            stored.runs(),
            stored.runs() == 1 ? "" : "s",
            stored.seconds() / 60,
            link);
  }

  private static String link(Path folder, Path to) {
    return folder
        .toAbsolutePath()
        .normalize()
        .relativize(to.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }

  private void table(Artefact artefact, Map<Lane, Stored> lanes) {
    Map<String, Paper.Number> paper = Paper.of(artefact.id());
    Set<String> keys = new LinkedHashSet<>(paper.keySet());
    lanes.values().forEach(s -> s.numbers().forEach(n -> keys.add(n.key())));
    lanes.values().forEach(s -> keys.addAll(s.words().keySet()));
    List<Lane> columns = new ArrayList<>(lanes.keySet());
    StringBuilder head = new StringBuilder("| | paper |");
    StringBuilder rule = new StringBuilder("|---|---|");
    for (Lane lane : columns) {
      head.append(' ').append(lane.said()).append(" |");
      rule.append("---|");
    }
    line(head.toString());
    line(rule.toString());
    for (String key : keys) {
      StringBuilder row = new StringBuilder("| " + Markdown.cell(key) + " | ");
      row.append(paper.containsKey(key) ? Markdown.cell(paper.get(key).printed()) : "")
          .append(" |");
      for (Lane lane : columns) {
        Stored stored = lanes.get(lane);
        String words = Markdown.cell(stored.words().getOrDefault(key, ""));
        row.append(' ').append(stored.number(key).map(Markdown::number).orElse(words)).append(" |");
      }
      line(row.toString());
    }
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** An SVG without its XML declaration, to stand within a page. */
  static String inlined(Path svg) {
    try {
      String text = Files.readString(svg);
      return text.substring(Math.max(0, text.indexOf("<svg")));
    } catch (IOException e) {
      throw new RunException("Cannot read " + svg + ": " + e.getMessage() + ".", e);
    }
  }
}
