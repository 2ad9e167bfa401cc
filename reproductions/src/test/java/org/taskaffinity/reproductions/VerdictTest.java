package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static Optional<Finding> number(double value, double low, double high) {
    return Optional.of(new Finding("sider r", value, low, high, "3 seeds", 351));
  }

  @Test
  void aNumberIsNearIfItOrItsIntervalIs() {
    Rule rule = new Rule("table-1", "sider r", Rule.Test.NEAR, 0.08);
    assertEquals(Rule.Outcome.MET, rule.of(number(0.87, 0.86, 0.88)));
    assertEquals(Rule.Outcome.UNSURE, rule.of(number(0.80, 0.60, 0.95)));
    assertEquals(Rule.Outcome.FAILED, rule.of(number(0.80, 0.78, 0.82)));
    assertEquals(Rule.Outcome.FAILED, rule.of(Optional.of(Finding.of("sider r", 0.8))));
    assertEquals(Rule.Outcome.UNKNOWN, rule.of(Optional.empty()));
    assertEquals(Rule.Outcome.UNKNOWN, rule.of(number(Double.NaN, 0, 1)));
  }

  @Test
  void aSideIsSureOnlyIfTheWholeIntervalIsThere() {
    Rule above = new Rule("table-1", "sider r", Rule.Test.ABOVE, 0.5);
    assertEquals(Rule.Outcome.MET, above.of(number(0.6, 0.55, 0.65)));
    assertEquals(Rule.Outcome.UNSURE, above.of(number(0.6, 0.45, 0.75)));
    assertEquals(Rule.Outcome.FAILED, above.of(number(0.4, 0.3, 0.6)));
    Rule below = new Rule("table-1", "sider r", Rule.Test.BELOW, 0.5);
    assertEquals(Rule.Outcome.MET, below.of(number(0.4, 0.3, 0.45)));
    assertEquals(Rule.Outcome.UNSURE, below.of(number(0.4, 0.3, 0.6)));
    assertEquals(Rule.Outcome.FAILED, below.of(number(0.5, 0.4, 0.6)));
  }

  /** Ten partitions give 1/11 at best; (1 + 0) / (1 + 19) is .05, which is not below it. */
  @Test
  void fewPermutationsCannotMeetASmallP() {
    Rule p = new Rule("table-11", "permutation p, 2 groups", Rule.Test.BELOW, 0.05);
    assertEquals(Rule.Outcome.COARSE, p.of(Optional.of(Finding.of("p", 1 / 11.0, 10))));
    assertEquals(Rule.Outcome.COARSE, p.of(Optional.of(Finding.of("p", 0.05, 19))));
    assertEquals(Rule.Outcome.MET, p.of(Optional.of(Finding.of("p", 1 / 21.0, 20))));
    assertEquals(Rule.Outcome.FAILED, p.of(Optional.of(Finding.of("p", 0.9, 20))));
    Rule other = new Rule("table-11", "people", Rule.Test.BELOW, 0.05);
    assertEquals(Rule.Outcome.FAILED, other.of(Optional.of(Finding.of("people", 0.9, 3))));
  }

  @Test
  void aClaimHoldsIfAllItsRulesDo() {
    Rule.Outcome met = Rule.Outcome.MET;
    Rule.Outcome failed = Rule.Outcome.FAILED;
    Rule.Outcome unknown = Rule.Outcome.UNKNOWN;
    assertEquals(Verdict.HOLDS, Verdict.of(List.of(met, met)));
    assertEquals(Verdict.IN_PART, Verdict.of(List.of(met, failed)));
    assertEquals(Verdict.OPEN, Verdict.of(List.of(met, unknown)));
    assertEquals(Verdict.OPEN, Verdict.of(List.of(failed, unknown)));
    assertEquals(Verdict.IN_PART, Verdict.of(List.of(met, Rule.Outcome.UNSURE)));
    assertEquals(Verdict.UNSURE, Verdict.of(List.of(Rule.Outcome.UNSURE, Rule.Outcome.UNSURE)));
    assertEquals(Verdict.UNSURE, Verdict.of(List.of(Rule.Outcome.COARSE)));
    assertEquals(Verdict.FAILS, Verdict.of(List.of(failed, Rule.Outcome.UNSURE)));
    assertEquals(Verdict.FAILS, Verdict.of(List.of(failed, failed)));
    assertEquals(Verdict.UNTESTED, Verdict.of(List.of(unknown)));
  }

  /** C1 to C21 and R1 to R4, each with rules or with what stands in their place. */
  @Test
  void everyClaimIsJudgedOrSaysWhyNot() {
    List<Claim> claims = Claim.all();
    assertEquals(25, claims.size());
    for (Claim claim : claims) {
      assertTrue(claim.rules().isEmpty() != claim.aside().isEmpty(), claim.id());
      claim.rules().forEach(rule -> assertFalse(rule.said().isBlank()));
    }
    assertEquals(
        claims.stream().map(Claim::id).collect(Collectors.toSet()),
        new HashSet<>(Paper.read("claims.csv").stream().map(line -> line.getField("id")).toList()));
    Set<String> judged =
        Paper.read("rules.csv").stream()
            .map(line -> line.getField("claim"))
            .collect(Collectors.toSet());
    judged.forEach(id -> assertTrue(claims.stream().anyMatch(c -> c.id().equals(id)), id));
  }
}
