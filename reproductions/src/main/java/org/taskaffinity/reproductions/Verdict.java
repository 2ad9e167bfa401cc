package org.taskaffinity.reproductions;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taskaffinity.reproductions.Judgement.Outcome;

/**
 * The verdict on one part of a claim, from its core rules: contradicted where one of them is
 * contradicted, also after Holm's correction for the number of core rules (Holm 1979); supported
 * where all of them are supported (an intersection-union test, which needs no correction);
 * otherwise inconclusive. Rules that cannot be tested here are left out; where no core rule can be,
 * the part is untestable here, and where a number is missing, it is not run.
 *
 * @param outcome the verdict
 * @param how for a contradiction: weaker, stronger or opposite
 * @param held whether a contradiction at the usual level was given up by Holm's correction
 * @param details the judgements of the detail rules
 */
record Verdict(Outcome outcome, String how, boolean held, List<Judgement> details) {
  private static final double LEVEL = 0.05;

  static Verdict of(List<Judgement> judgements) {
    List<Judgement> core = chosen(judgements, Rule.Role.CORE);
    List<Judgement> details = chosen(judgements, Rule.Role.DETAIL);
    List<Judgement> known =
        core.stream()
            .filter(j -> j.outcome() != Outcome.UNTESTABLE && j.outcome() != Outcome.MISSING)
            .toList();
    List<Judgement> against = contradictions(known);
    if (!against.isEmpty()) {
      String how =
          against.stream().map(Judgement::how).distinct().collect(Collectors.joining(", "));
      return new Verdict(Outcome.CONTRADICTED, how, false, details);
    }
    boolean held = known.stream().anyMatch(j -> j.outcome() == Outcome.CONTRADICTED);
    return new Verdict(outcome(core, known), "", held, details);
  }

  private static Outcome outcome(List<Judgement> core, List<Judgement> known) {
    if (core.stream().anyMatch(j -> j.outcome() == Outcome.MISSING)) {
      return Outcome.MISSING;
    }
    if (known.isEmpty()) {
      return Outcome.UNTESTABLE;
    }
    boolean all = known.stream().allMatch(j -> j.outcome() == Outcome.SUPPORTED);
    return all ? Outcome.SUPPORTED : Outcome.INCONCLUSIVE;
  }

  private static List<Judgement> chosen(List<Judgement> judgements, Rule.Role role) {
    return judgements.stream().filter(j -> j.rule().role() == role).toList();
  }

  /** Those that stand after Holm's correction, the clearest first. */
  private static List<Judgement> contradictions(List<Judgement> core) {
    List<Judgement> sorted =
        core.stream()
            .filter(j -> !Double.isNaN(j.p()))
            .sorted(Comparator.comparingDouble(Judgement::p))
            .toList();
    List<Judgement> standing = new java.util.ArrayList<>();
    for (Judgement each : sorted) {
      if (each.p() * (sorted.size() - standing.size()) > LEVEL) {
        break;
      }
      standing.add(each);
    }
    return standing.stream().filter(j -> j.outcome() == Outcome.CONTRADICTED).toList();
  }

  /** Whether the part has an assertion to judge, and not printed sizes alone. */
  static boolean asserts(List<Judgement> judgements) {
    return judgements.stream().anyMatch(j -> j.rule().role() == Rule.Role.CORE);
  }

  /** {@code contradicted (weaker)}. */
  String said() {
    return outcome.said()
        + (how.isEmpty() ? "" : " (" + how + ")")
        + (held ? " (contradicted without Holm's correction)" : "");
  }

  /** {@code 3 of 7 printed sizes reproduced, 2 contradicted, 2 inconclusive}; empty for none. */
  static String sizes(List<Judgement> details) {
    if (details.isEmpty()) {
      return "";
    }
    String others =
        Stream.of(Outcome.CONTRADICTED, Outcome.INCONCLUSIVE, Outcome.UNTESTABLE, Outcome.MISSING)
            .map(o -> counted(details, o))
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        "%d of %d printed sizes reproduced%s",
        details.stream().filter(j -> j.outcome() == Outcome.SUPPORTED).count(),
        details.size(),
        others);
  }

  private static String counted(List<Judgement> details, Outcome outcome) {
    long count = details.stream().filter(j -> j.outcome() == outcome).count();
    return count == 0 ? "" : ", " + count + " " + outcome.said();
  }
}
