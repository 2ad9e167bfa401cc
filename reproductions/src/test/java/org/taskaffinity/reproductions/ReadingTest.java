package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;

/** Every artefact in every lane at the standard budget, read off made-up results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTest {
  @TempDir static Path folder;

  private Runner real;
  private Work work;
  private final Map<String, Findings> read = new LinkedHashMap<>();

  @BeforeAll
  void readEverything() {
    real = Runner.open(Settings.settings().out(folder));
    work = new Work(MadeUp.runner(real), Budget.STANDARD, new Scores(folder.resolve("scores.csv")));
    for (Artefact artefact : Artefacts.all()) {
      for (Lane lane : artefact.lanes()) {
        artefact.scored(lane, Budget.STANDARD).forEach(e -> work.scores().add(work.run(e)));
        artefact.scored(lane, work).forEach(e -> work.scores().add(work.run(e)));
        read.put(artefact.id() + " " + lane.word(), artefact.read(lane, work));
      }
    }
  }

  @AfterAll
  void close() {
    real.close();
  }

  private Findings read(String artefact, Lane lane) {
    return read.get(artefact + " " + lane.word());
  }

  @Test
  void everyRuleHasItsNumberAndItsPermutationP() {
    List<String> missing = new ArrayList<>();
    for (Rule rule : Paper.read("rules.csv").stream().map(Rule::of).toList()) {
      Findings found = read(rule.artefact(), rule.lane());
      List<String> keys = found.numbers().stream().map(Finding::key).toList();
      if (!keys.contains(rule.key())) {
        missing.add(rule.said());
      }
      if (!rule.p().isEmpty() && !keys.contains(rule.p())) {
        missing.add(rule.p());
      }
    }
    assertEquals(List.of(), missing);
  }

  /** A number that a rule judges has an interval over the unit that the rule asks for. */
  @Test
  void everyJudgedNumberHasAnIntervalOverItsUnit() {
    Set<String> without = new TreeSet<>();
    for (Rule rule : Paper.read("rules.csv").stream().map(Rule::of).toList()) {
      Finding number = read(rule.artefact(), rule.lane()).number(rule.key());
      if (rule.over() != Over.PERMUTATIONS && number.over(rule.over()).isEmpty()) {
        without.add(rule.said());
      }
    }
    assertEquals(Set.of(), without);
  }

  /** In one of its lanes at least. */
  @Test
  void everyNumberOfThePaperIsMade() {
    Set<String> missing = new TreeSet<>();
    for (Artefact artefact : Artefacts.all()) {
      Set<String> keys = new TreeSet<>(Paper.of(artefact.id()).keySet());
      for (Lane lane : artefact.lanes()) {
        Findings found = read(artefact.id(), lane);
        found.numbers().forEach(n -> keys.remove(n.key()));
        keys.removeAll(found.words().keySet());
      }
      keys.forEach(key -> missing.add(artefact.id() + ", " + key));
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyIntervalHoldsItsNumberAndCorrelationsStayInTheirRange() {
    read.forEach(
        (where, found) ->
            found
                .numbers()
                .forEach(
                    n -> {
                      for (Span span : n.spans()) {
                        if (span.defined() && n.defined() && n.scale() != Scale.PLAIN) {
                          String what = where + ", " + n.key() + " " + span;
                          assertTrue(span.low() <= n.value() + 1e-9, what);
                          assertTrue(span.high() >= n.value() - 1e-9, what);
                        }
                      }
                      if (n.scale() == Scale.FISHER_Z && n.defined()) {
                        assertTrue(Math.abs(n.value()) <= 1, where + ", " + n.key());
                      }
                    }));
  }

  /** Table 1's r is the mean of the seeds' Pearson correlations, computed here once more. */
  @Test
  void tableOneReadsTheMeanCorrelationOfItsSeeds() {
    for (Subject subject : Subject.all()) {
      List<Result> results = work.run(subject.careful(Budget.STANDARD));
      double sum = 0;
      for (Result result : results) {
        sum += pearson(result.affinity(), result.labelCorrelation());
      }
      Finding r = read("table-1", Lane.CAREFUL).number(subject.key() + " r");
      assertEquals(sum / results.size(), r.value(), 1e-12, subject.key());
    }
  }

  /** G of Table 5's pairs is that of the made-up results, and its ranks are counted. */
  @Test
  void tableFiveReadsPairsAndRanks() {
    List<Result> results = work.run(Subject.SIDER.careful(Budget.STANDARD));
    double g = 0;
    double rank = 0;
    for (Result result : results) {
      double own = result.affinity().at("Cardiac disorders", "Vascular disorders");
      g += own;
      for (double other : result.affinity().pairs()) {
        rank += other >= own ? 1 : 0;
      }
    }
    Findings found = read("table-5", Lane.CAREFUL);
    assertEquals(g / results.size(), found.number("Cardiac - Vascular G").value(), 1e-12);
    assertEquals(
        rank / results.size(), found.number("Cardiac - Vascular rank of G").value(), 1e-12);
    Span span = found.number("Cardiac - Vascular rank of G").over(Over.SEEDS).orElseThrow();
    assertTrue(span.low() >= 1 && span.high() <= 351, span.toString());
  }

  /** Less noise where more labels are kept: the made-up r rises, and every fit is made. */
  @Test
  void tableSevenFitsARisingCurve() {
    for (Lane lane : Lane.values()) {
      Findings found = read("table-7", lane);
      double low = found.number("r at 10 %").value();
      double high = found.number("r at 90 %").value();
      assertTrue(low < high, low + " " + high);
      assertTrue(found.number("R² of equation 5").value() > .8, lane.said());
    }
  }

  /** The benefit of a made-up pair is .02 G and noise, so that r(G, benefit) is above chance. */
  @Test
  void tableTenReadsBenefitsOffScores() {
    Findings found = read("table-10", Lane.CAREFUL);
    assertEquals(66, found.number("r of G and benefit").n());
    assertTrue(found.number("reliability of the mean benefit").value() > 0);
    assertTrue(found.number("pilot: r of the benefits of two seeds, 10 epochs").bounded());
    Findings eleven = read("table-11", Lane.CAREFUL);
    assertEquals(42, eleven.number("gain over random, 3 groups").first().orElseThrow().units());
    Finding beaten = eleven.number("share of random partitions beaten, 3 groups");
    assertTrue(beaten.low() >= 0 && beaten.high() <= 1 && beaten.low() < beaten.high());
  }

  private static double pearson(TaskMatrix one, TaskMatrix other) {
    double[] x = one.pairs();
    double[] y = other.pairs();
    double n = x.length;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double syy = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      sx += x[i];
      sy += y[i];
      sxx += x[i] * x[i];
      syy += y[i] * y[i];
      sxy += x[i] * y[i];
    }
    return (sxy - sx * sy / n) / Math.sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
  }
}
