package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report's judgement of every claim: a line for each, then parts, then rules. */
final class ClaimSection {
  private final Map<String, Map<Lane, Stored>> found;
  private final Budget budget;
  private final List<Claim> claims = Claim.all();
  private final List<String> lines = new ArrayList<>();

  private ClaimSection(Map<String, Map<Lane, Stored>> found, Budget budget) {
    this.found = found;
    this.budget = budget;
  }

  /** The section in Markdown, line by line. */
  static List<String> of(Map<String, Map<Lane, Stored>> found, Budget budget) {
    ClaimSection section = new ClaimSection(found, budget);
    section.head();
    section.claims();
    section.rules();
    return section.lines;
  }

  private void head() {
    lines.add("## Claims");
    lines.add("");
    lines.add(
        "A claim is judged in parts that can be true or false separately. A rule names a number, the"
            + " region that the claim puts it into, and the unit that the number's 95 % interval has to"
            + " generalise over. **Supported**: the interval lies inside the region. **Contradicted**:"
            + " the two have no point in common; *weaker* and *stronger* say whether there is less or"
            + " more of what is claimed, *opposite* that the sign is another. **Inconclusive**:"
            + " anything else, and every number without an interval over that unit (three equal values of"
            + " three seeds give none)."
            + " **Untestable here**: the data cannot decide it, whatever they say, as where K tasks"
            + " have too few orders for the claimed p-value.");
    lines.add("");
    lines.add(
        "A part is contradicted if one of its core rules is, after Holm's correction for their"
            + " number; it is supported if all of its core rules that can be tested are, which needs no"
            + " correction. Detail rules are printed sizes; they are counted next to the verdict and do not"
            + " enter it. Where the assertion itself is a size, as in C4b or C16b, its rule is a core rule."
            + " Over seeds means: other initial"
            + " weights, mini-batches, splits and masks, with data and tasks fixed; over tasks: the jackknife"
            + " over tasks; one run: the prediction interval for a single further training, which is what"
            + " most printed numbers are. Of the core rules, "
            + core()
            + " ask for an interval; if these were independent, about "
            + Math.round(core() * 0.05)
            + " would miss the truth by chance.");
    lines.add("");
    lines.add(postHoc());
    lines.add("");
  }

  private long core() {
    return Paper.read("rules.csv").stream()
        .map(Rule::of)
        .filter(r -> r.role() == Rule.Role.CORE)
        .filter(r -> r.over() != Over.EXACT && r.over() != Over.PERMUTATIONS)
        .filter(r -> judge(r).span().isPresent())
        .count();
  }

  private String postHoc() {
    List<Rule> all = Paper.read("rules.csv").stream().map(Rule::of).toList();
    long late = all.stream().filter(Rule::postHoc).count();
    return String.format(
        Locale.ROOT,
        "%d of %d rules are marked *post hoc*: their region was committed after the first number that"
            + " they judge. The regions of the others were committed before; how an interval meets a"
            + " region was settled after all of them.",
        late,
        all.size());
  }

  private void claims() {
    lines.add("| | claim | where | verdict |");
    lines.add("|---|---|---|---|");
    for (Claim claim : claims) {
      lines.add(
          "| "
              + claim.id()
              + " | "
              + Markdown.cell(claim.text())
              + " | "
              + Markdown.cell(claim.where())
              + " | "
              + Markdown.cell(inOneLine(claim))
              + " |");
    }
    lines.add("");
    lines.add("### Parts");
    lines.add("");
    lines.add("| | assertion | verdict |");
    lines.add("|---|---|---|");
    for (Claim claim : claims) {
      for (Claim.Part part : claim.parts()) {
        lines.add(
            "| "
                + claim.id()
                + part.id()
                + " | "
                + Markdown.cell(part.text())
                + " | "
                + Markdown.cell(verdict(part, true))
                + " |");
      }
    }
    lines.add("");
  }

  /** One word where all parts agree, else {@code a supported; b contradicted (weaker)}. */
  private String inOneLine(Claim claim) {
    List<String> each = claim.parts().stream().map(part -> verdict(part, false)).toList();
    if (each.size() == 1 || each.stream().distinct().count() == 1) {
      return each.get(0);
    }
    List<String> said = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      said.add(claim.parts().get(i).id() + " " + each.get(i));
    }
    return String.join("; ", said);
  }

  private String verdict(Claim.Part part, boolean whole) {
    if (!part.aside().isEmpty()) {
      return whole ? "not tested here: " + part.aside() : "not tested here";
    }
    if (budget == Budget.SMOKE) {
      return "not judged";
    }
    List<Judgement> judgements = part.rules().stream().map(this::judge).toList();
    Verdict verdict = Verdict.of(judgements);
    String sizes = Verdict.sizes(verdict.details());
    if (!Verdict.asserts(judgements)) {
      return sizes;
    }
    return verdict.said() + (whole && !sizes.isEmpty() ? "; " + sizes : "");
  }

  private Judgement judge(Rule rule) {
    Optional<Stored> stored =
        Optional.ofNullable(found.getOrDefault(rule.artefact(), Map.of()).get(rule.lane()));
    return Judgement.of(
        rule,
        stored.flatMap(s -> s.number(rule.key())),
        stored.flatMap(s -> rule.p().isEmpty() ? Optional.empty() : s.number(rule.p())));
  }

  private void rules() {
    lines.add("### Rules");
    lines.add("");
    lines.add(
        "A number stands with the interval that the rule asks for. Role: a detail is a printed size."
            + " Asked: *reproduces* compares with the printed number by the paper's own protocol,"
            + " *true* asks the question by the careful protocol.");
    lines.add("");
    lines.add("| | role, asked | rule | number | outcome |");
    lines.add("|---|---|---|---|---|");
    for (Claim claim : claims) {
      for (Claim.Part part : claim.parts()) {
        part.rules().forEach(rule -> lines.add(row(claim.id() + part.id(), judge(rule))));
      }
    }
    lines.add("");
  }

  private String row(String id, Judgement judged) {
    Rule rule = judged.rule();
    String role =
        (rule.role() == Rule.Role.CORE ? "core" : "detail")
            + ", "
            + (rule.question() == Rule.Question.TRUE ? "true" : "reproduces")
            + (rule.postHoc() ? ", *post hoc*" : "");
    return "| "
        + List.of(id, role, Markdown.cell(rule.said()), number(judged), outcome(judged)).stream()
            .collect(Collectors.joining(" | "))
        + " |";
  }

  private static String number(Judgement judged) {
    return judged
        .number()
        .map(n -> Markdown.cell(Markdown.number(n, judged.span(), judged.rule().over())))
        .orElse("");
  }

  private String outcome(Judgement judged) {
    return budget == Budget.SMOKE
        ? "not judged"
        : judged.outcome().said() + (judged.how().isEmpty() ? "" : " (" + judged.how() + ")");
  }
}
