package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.taskaffinity.reproductions.Judgement.Outcome;

class VerdictTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final LocalDateTime DAY = LocalDateTime.parse("2026-11-22T00:00:00");

  private static Rule rule(double low, double high, Over over, double alpha) {
    return new Rule(
        "C0",
        "a",
        Rule.Role.CORE,
        Rule.Question.TRUE,
        Lane.CAREFUL,
        "table-1",
        "x",
        low,
        high,
        false,
        over,
        "p",
        alpha,
        DAY,
        DAY);
  }

  private static Finding number(double value, double low, double high) {
    return Finding.of("x", value).and(new Span(Over.SEEDS, 5, low, high));
  }

  private static Judgement judge(Rule rule, Finding number) {
    return Judgement.of(rule, Optional.of(number), Optional.empty());
  }

  private static Outcome outcome(Rule rule, Finding number) {
    return judge(rule, number).outcome();
  }

  @Test
  void anIntervalInsideItsRegionSupports() {
    Rule above = rule(.5, INF, Over.SEEDS, Double.NaN);
    assertEquals(Outcome.SUPPORTED, outcome(above, number(.6, .55, .65)));
    assertEquals(Outcome.INCONCLUSIVE, outcome(above, number(.6, .45, .75)));
    assertEquals(Outcome.INCONCLUSIVE, outcome(above, number(.4, .3, .51)));
    assertEquals(Outcome.CONTRADICTED, outcome(above, number(.4, .3, .45)));
    Rule near = rule(.57, .73, Over.SEEDS, Double.NaN);
    // The value is near, the interval is not inside: a width of the interval is no merit.
    assertEquals(Outcome.INCONCLUSIVE, outcome(near, number(.66, .50, .80)));
    assertEquals(Outcome.SUPPORTED, outcome(near, number(.66, .60, .72)));
  }

  @Test
  void aContradictionHasADirection() {
    Rule above = rule(.5, INF, Over.SEEDS, Double.NaN);
    assertEquals("weaker", judge(above, number(.3, .2, .4)).how());
    assertEquals("opposite", judge(above, number(-.3, -.4, -.2)).how());
    Rule near = rule(.57, .73, Over.SEEDS, Double.NaN);
    assertEquals("stronger", judge(near, number(.85, .8, .9)).how());
    Rule loses = rule(-.028, -.008, Over.SEEDS, Double.NaN);
    assertEquals("opposite", judge(loses, number(.003, .001, .005)).how());
    assertEquals("weaker", judge(loses, number(-.003, -.005, -.001)).how());
    Rule negative = rule(-INF, 0, Over.SEEDS, Double.NaN);
    assertEquals("opposite", judge(negative, number(.1, .05, .15)).how());
    Rule nothing = rule(0, 0, Over.SEEDS, Double.NaN);
    assertEquals("stronger", judge(nothing, number(.1, .05, .15)).how());
  }

  /** Three equal values of three seeds do not show how far a fourth may lie. */
  @Test
  void equalValuesGiveNoInterval() {
    Rule above = rule(.5, INF, Over.SEEDS, Double.NaN);
    assertEquals(Outcome.INCONCLUSIVE, outcome(above, number(.6, .6, .6)));
    assertEquals(Outcome.INCONCLUSIVE, outcome(above, number(.4, .4, .4)));
  }

  /** What supports one unit says nothing about another. */
  @Test
  void withoutAnIntervalOverItsUnitARuleIsInconclusive() {
    Rule tasks = rule(.5, INF, Over.TASKS, Double.NaN);
    assertEquals(Outcome.INCONCLUSIVE, outcome(tasks, number(.9, .89, .91)));
    assertEquals(Outcome.INCONCLUSIVE, outcome(tasks, Finding.of("x", .9)));
    assertEquals(Outcome.MISSING, outcome(tasks, Finding.of("x", Double.NaN)));
    Rule exact = rule(.5, INF, Over.EXACT, Double.NaN);
    assertEquals(Outcome.SUPPORTED, outcome(exact, Finding.exact("x", .6, 3)));
    assertEquals(Outcome.CONTRADICTED, outcome(exact, Finding.exact("x", .4, 3)));
  }

  /** Four tasks have 24 orders: no p is below 1/24, so that p < .001 says nothing of them. */
  @Test
  void whatNoPermutationCouldGiveIsUntestable() {
    Rule rule = rule(0, INF, Over.SEEDS, .001);
    Finding r = number(.6, .5, .7);
    Optional<Finding> few = Optional.of(Finding.of("p", 1 / 24.0, 24));
    assertEquals(Outcome.UNTESTABLE, Judgement.of(rule, Optional.of(r), few).outcome());
    Optional<Finding> small = Optional.of(Finding.of("p", 1e-4, 9999));
    assertEquals(Outcome.SUPPORTED, Judgement.of(rule, Optional.of(r), small).outcome());
    Optional<Finding> large = Optional.of(Finding.of("p", .2, 9999));
    assertEquals(Outcome.INCONCLUSIVE, Judgement.of(rule, Optional.of(r), large).outcome());
    Rule p = rule(-INF, .05, Over.PERMUTATIONS, Double.NaN);
    assertEquals(Outcome.UNTESTABLE, outcome(p, Finding.of("p", 1 / 11.0, 10)));
    assertEquals(Outcome.SUPPORTED, outcome(p, Finding.of("p", 1 / 21.0, 20)));
    Rule none = rule(.025, INF, Over.PERMUTATIONS, Double.NaN);
    assertEquals(Outcome.CONTRADICTED, outcome(none, Finding.of("p", .0069, 9999)));
    assertEquals(2 * .0069, judge(none, Finding.of("p", .0069, 9999)).p(), 1e-12);
    assertEquals(Outcome.INCONCLUSIVE, outcome(none, Finding.of("p", .4, 9999)));
    // A large p is no evidence against the claim.
    assertEquals(Outcome.INCONCLUSIVE, outcome(p, Finding.of("p", .9, 20)));
  }

  /** t = (.5 − .4) / (.1 / t(4)) with t(4) = 2.776: p = 2 (1 − F(2.776)) = .05. */
  @Test
  void thePValueFitsTheInterval() {
    Rule above = rule(.5, INF, Over.SEEDS, Double.NaN);
    assertEquals(.05, judge(above, number(.4, .3, .5)).p(), 1e-9);
    assertEquals(1, judge(above, number(.6, .3, .9)).p());
    assertEquals(0, judge(rule(.5, INF, Over.EXACT, Double.NaN), Finding.exact("x", .4, 1)).p());
    // Against scipy 1.17: 2 * stats.t.sf(3 * stats.t.ppf(.975, 4), 4)
    assertEquals(.001128, judge(above, number(.2, .1, .3)).p(), 1e-5);
  }

  private static Verdict of(Finding... numbers) {
    Rule above = rule(.5, INF, Over.SEEDS, Double.NaN);
    return Verdict.of(List.of(numbers).stream().map(n -> judge(above, n)).toList());
  }

  @Test
  void aPartIsSupportedIfAllItsCoreRulesAre() {
    Finding yes = number(.6, .55, .65);
    Finding no = number(.2, .19, .21);
    Finding open = number(.5, .4, .6);
    assertEquals(Outcome.SUPPORTED, of(yes, yes).outcome());
    assertEquals(Outcome.INCONCLUSIVE, of(yes, open).outcome());
    assertEquals(Outcome.CONTRADICTED, of(yes, no, open).outcome());
    assertEquals("contradicted (weaker)", of(yes, no).said());
    assertEquals(Outcome.MISSING, of(yes, Finding.of("x", Double.NaN)).outcome());
  }

  /** p = .04 against one rule is a contradiction; as the smallest of three it is not. */
  @Test
  void manyRulesNeedClearerContradictions() {
    Finding barely = number(.4, .3, .495);
    assertEquals(Outcome.CONTRADICTED, of(barely).outcome());
    Verdict three = of(barely, number(.6, .55, .65), number(.6, .55, .65));
    assertEquals(Outcome.INCONCLUSIVE, three.outcome());
    assertTrue(three.held());
    // Two of them, clear ones, stand.
    assertEquals(Outcome.CONTRADICTED, of(number(.2, .1, .3), barely).outcome());
  }

  @Test
  void printedSizesAreCountedAndDoNotDecide() {
    Rule detail =
        new Rule(
            "C0",
            "a",
            Rule.Role.DETAIL,
            Rule.Question.REPRODUCES,
            Lane.CODED,
            "table-1",
            "x",
            .9,
            1,
            false,
            Over.SEEDS,
            "",
            Double.NaN,
            DAY,
            DAY);
    List<Judgement> all =
        List.of(
            judge(rule(.5, INF, Over.SEEDS, Double.NaN), number(.6, .55, .65)),
            judge(detail, number(.6, .55, .65)),
            judge(detail, number(.95, .93, .97)));
    Verdict verdict = Verdict.of(all);
    assertEquals(Outcome.SUPPORTED, verdict.outcome());
    assertEquals(
        "1 of 2 printed sizes reproduced, 1 contradicted", Verdict.sizes(verdict.details()));
    assertFalse(Verdict.asserts(all.subList(1, 3)));
  }

  /** C1 to C21 and R1 to R4 in parts, each with rules or with why it has none. */
  @Test
  void everyPartIsJudgedOrSaysWhyNot() {
    List<Claim> claims = Claim.all();
    assertEquals(25, claims.size());
    Set<String> parts = new HashSet<>();
    for (Claim claim : claims) {
      assertFalse(claim.parts().isEmpty(), claim.id());
      for (Claim.Part part : claim.parts()) {
        assertTrue(parts.add(claim.id() + part.id()), claim.id() + part.id());
        assertTrue(part.rules().isEmpty() != part.aside().isEmpty(), claim.id() + part.id());
        part.rules().forEach(rule -> assertFalse(rule.said().isBlank()));
      }
    }
    Set<String> judged =
        Paper.read("rules.csv").stream()
            .map(Rule::of)
            .map(r -> r.claim() + r.part())
            .collect(Collectors.toSet());
    assertTrue(parts.containsAll(judged), judged.toString());
  }

  /** A rule that compares with a printed number has that number in its region. */
  @Test
  void aRegionForAPrintedNumberHoldsIt() {
    for (Rule rule : Paper.read("rules.csv").stream().map(Rule::of).toList()) {
      Paper.Number printed = Paper.of(rule.artefact()).get(rule.key());
      if (rule.question() == Rule.Question.REPRODUCES && printed != null) {
        double value = printed.value();
        assertTrue(rule.low() <= value && value <= rule.high(), rule.said());
      }
    }
  }
}
