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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    page.verdicts();
    for (Artefact artefact : Artefacts.all()) {
      page.section(artefact, folder);
    }
    return page.out.toString();
  }

  private void head() {
    line("# What holds of arXiv 2604.07848");
    line("");
    if (budget == Budget.SMOKE) {
      line(
          "**A smoke test on small samples: it shows that everything runs. No number on this page"
              + " says anything about the paper.**");
      line("");
    }
    line(
        "Every table and figure of the paper beside ours, in up to three lanes: *as written* by the"
            + " paper's text, *as coded* by its public code, *as it should be* with missing captures"
            + " left missing, permutation tests and intervals. Claims are judged in the third lane, by"
            + " rules that were written down before the runs; their bounds stand, but that no interval"
            + " alone meets a rule, that a claim needs one rule met, and that a p which no permutation could"
            + " have brought below its bound tells nothing, was settled after; R1's rules repeat some of C2 and"
            + " C3. Brackets hold 95 % intervals, over what"
            + " the tables say; n counts pairs, molecules or captures, and beside a p the permutations.");
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
            "Budget: %s. Read off %,d trainings (those that several tables read counted each time),"
                + " %.1f hours of training. Versions of the numerics: %s.",
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

  // Claims

  private void verdicts() {
    line("## Claims");
    line("");
    line(inShort());
    line("");
    line("| | claim | where | as written | as coded | as it should be |");
    line("|---|---|---|---|---|---|");
    for (Claim claim : Claim.all()) {
      StringBuilder row = new StringBuilder("| " + claim.id() + " | " + cell(claim.text()));
      row.append(" | ").append(cell(claim.where()));
      for (Lane lane : Lane.values()) {
        row.append(" | ").append(verdict(claim, lane));
      }
      line(row + " |");
    }
    line("");
    line("### The rules, and what they came to as it should be");
    line("");
    line("| | rule | number | |");
    line("|---|---|---|---|");
    for (Claim claim : Claim.all()) {
      for (Rule rule : claim.rules()) {
        Optional<Finding> number = number(rule, Lane.CAREFUL);
        line(
            "| "
                + claim.id()
                + " | "
                + cell(rule.said())
                + " | "
                + number.map(ReportPage::said).orElse("")
                + " | "
                + outcome(rule.of(number))
                + " |");
      }
    }
    line("");
  }

  /** How many claims came to which verdict as it should be. */
  private String inShort() {
    Map<String, Long> verdicts =
        Claim.all().stream()
            .map(
                claim ->
                    claim.rules().isEmpty()
                        ? claim.aside()
                        : budget == Budget.SMOKE
                            ? "not judged"
                            : Verdict.of(outcomes(claim, Lane.CAREFUL)).said())
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return verdicts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", ", "Claims and objections by verdict: ", "."));
  }

  private List<Rule.Outcome> outcomes(Claim claim, Lane lane) {
    return claim.rules().stream().map(rule -> rule.of(number(rule, lane))).toList();
  }

  private static String outcome(Rule.Outcome outcome) {
    return switch (outcome) {
      case MET -> "met";
      case UNSURE -> "unsure: the number and its interval disagree";
      case COARSE -> "cannot be met: no p of so few permutations is as small";
      case FAILED -> "not met";
      case UNKNOWN -> "no number";
    };
  }

  private String verdict(Claim claim, Lane lane) {
    if (claim.rules().isEmpty()) {
      return lane == Lane.CAREFUL ? cell(claim.aside()) : "";
    }
    List<Rule.Outcome> outcomes = outcomes(claim, lane);
    Verdict verdict = Verdict.of(outcomes);
    long met = outcomes.stream().filter(o -> o == Rule.Outcome.MET).count();
    if (verdict == Verdict.UNTESTED) {
      return lane == Lane.CAREFUL ? verdict.said() + ": no numbers yet" : "";
    }
    long known = outcomes.stream().filter(o -> o != Rule.Outcome.UNKNOWN).count();
    String without = known == outcomes.size() ? "" : ", " + (outcomes.size() - known) + " missing";
    String rules = met + " of " + known + without;
    if (budget == Budget.SMOKE) {
      return "not judged (" + rules + ")";
    }
    String word = verdict.said() + " (" + rules + ")";
    return lane == Lane.CAREFUL ? "**" + word + "**" : word;
  }

  private Optional<Finding> number(Rule rule, Lane lane) {
    Map<Lane, Stored> lanes = found.getOrDefault(rule.artefact(), Map.of());
    return Optional.ofNullable(lanes.get(lane)).flatMap(s -> s.number(rule.key()));
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
      stored.remarks().forEach(r -> line("- " + cell(r)));
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
      StringBuilder row = new StringBuilder("| " + cell(key) + " | ");
      row.append(paper.containsKey(key) ? cell(paper.get(key).printed()) : "").append(" |");
      for (Lane lane : columns) {
        Stored stored = lanes.get(lane);
        String words = cell(stored.words().getOrDefault(key, ""));
        row.append(' ').append(stored.number(key).map(ReportPage::said).orElse(words)).append(" |");
      }
      line(row.toString());
    }
    line("");
  }

  /** {@code 0.92 [0.90, 0.94] over 3 seeds, n 66}. */
  private static String said(Finding number) {
    if (!number.defined()) {
      return "undefined";
    }
    StringBuilder text = new StringBuilder(plain(number.value()));
    if (number.bounded() && number.low() == number.high()) {
      text.append(" under each of ").append(number.over());
    } else if (number.bounded()) {
      text.append(" [").append(plain(number.low())).append(", ").append(plain(number.high()));
      text.append("]");
      if (!number.over().isEmpty()) {
        text.append(" over ").append(number.over());
      }
    }
    return number.n() > 0 ? text + ", n " + number.n() : text.toString();
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    return size < 1e-3
        ? String.format(Locale.ROOT, "%.1e", value)
        : String.format(Locale.ROOT, size < 10 ? "%.3f" : "%.1f", value);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
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
