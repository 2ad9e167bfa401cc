package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.keepLabels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class VerdictTest {
  private static final double NAN = Double.NaN;
  private static final Skill LEARNT = new Skill("ROC AUC", 0.8, 0.5, 0.7, 0.88, 300, "validation");
  private static final Skill FAILED =
      new Skill("ROC AUC", 0.276, 0.5, 0.11, 0.55, 30, "validation");

  private static Pair pair(String first, String second, double g, int shared, Reading reading) {
    return new Pair(
        first,
        second,
        g,
        0.2,
        0.3,
        0.25,
        shared,
        reading,
        104,
        0.01,
        g - 0.02,
        g + 0.02,
        "captures",
        0.001,
        Learnt.YES);
  }

  private static List<Pair> each(Reading... readings) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < readings.length; i++) {
      pairs.add(pair("A", "B" + i, i % 2 == 0 ? 0.1 * (i + 1) : -0.1 * i, 50, readings[i]));
    }
    return pairs;
  }

  private static Evidence evidence(List<Pair> pairs, int seeds, int captures, Skill... skills) {
    List<String> tasks = new ArrayList<>(List.of("A"));
    IntStream.range(0, pairs.size()).forEach(i -> tasks.add("B" + i));
    double[][] labels = new double[tasks.size()][tasks.size()];
    IntStream.range(0, labels.length).forEach(t -> labels[t][t] = 125);
    List<Evidence.Named> named = new ArrayList<>();
    for (int t = 0; t < skills.length; t++) {
      named.add(new Evidence.Named(tasks.get(t), skills[t]));
    }
    return new Evidence(
        experiment("e", dataset("tox21")),
        pairs,
        seeds,
        captures,
        9800,
        new TaskMatrix(tasks, labels),
        named,
        0.8);
  }

  @Test
  void verdictsInPlainWords() {
    List<Pair> readable =
        each(
            Reading.READABLE,
            Reading.READABLE,
            Reading.READABLE,
            Reading.DOUBTFUL,
            Reading.READABLE,
            Reading.READABLE,
            Reading.READABLE,
            Reading.READABLE);
    List<Pair> mixed =
        each(
            Reading.READABLE,
            Reading.TOO_LITTLE_OVERLAP,
            Reading.NOT_LEARNT,
            Reading.NOT_DISTINGUISHABLE,
            Reading.TOO_LITTLE_OVERLAP);
    Golden.check(
        "verdicts.txt",
        String.join(
            "\n\n",
            Verdict.of(evidence(each(Reading.READABLE), 1, 104, LEARNT, LEARNT)),
            Verdict.of(evidence(readable, 5, 520, LEARNT)),
            Verdict.of(evidence(mixed, 1, 104, LEARNT, FAILED, LEARNT, FAILED)),
            Verdict.of(evidence(mixed, 3, 312, LEARNT, LEARNT)),
            Verdict.of(evidence(each(Reading.TOO_FEW_CAPTURES), 1, 8, LEARNT, LEARNT)),
            Verdict.of(
                evidence(
                    each(Reading.NOT_DISTINGUISHABLE, Reading.NOT_DISTINGUISHABLE),
                    1,
                    100,
                    Skill.UNKNOWN,
                    Skill.UNKNOWN))));
  }

  @Test
  void whatMakesAllOfItDoubtfulComesFirst() {
    String few = Verdict.of(evidence(each(Reading.TOO_FEW_CAPTURES), 1, 8));
    assertTrue(few.startsWith("Warning: gradients were captured at only 8 steps"), few);
    String none = Verdict.of(evidence(each(Reading.NOT_LEARNT, Reading.NOT_LEARNT), 1, 100));
    assertTrue(none.startsWith("None of 2 pairs can be read."), none);
    assertFalse(none.contains("Pull together"), none);
  }

  /** 125 + 125 − 50 = 200 with either label: 0.4 · 200 − 50 = 30 to train, 100 − 50 by count. */
  @Test
  void whatIsMissingIsCounted() {
    String verdict = Verdict.of(evidence(each(Reading.TOO_LITTLE_OVERLAP), 1, 100));
    assertTrue(
        verdict.contains("Measuring about 63 more molecules for both A and B0"),
        "50 that train are 63 of which 0.8 train: " + verdict);
  }

  @Test
  void whatWasWithheldIsNotMissing() {
    Evidence e = evidence(each(Reading.TOO_FEW_SHARED), 1, 100);
    Evidence withheld =
        new Evidence(
            e.experiment().overlap(keepLabels(0.25)),
            e.pairs(),
            1,
            100,
            9800,
            e.labels(),
            e.skills(),
            0.8);
    String verdict = Verdict.of(withheld);
    assertTrue(verdict.contains("Labels were withheld by keepLabels(0.25)"), verdict);
    assertFalse(verdict.contains("Measuring"), verdict);
  }

  @Test
  void headlinesCountSides() {
    assertEquals("no pair can be read", Verdict.headline(each(Reading.NOT_LEARNT)));
    assertEquals(
        "2 of 3 pairs can be read: 1 pulls together, 1 conflicts",
        Verdict.headline(each(Reading.READABLE, Reading.DOUBTFUL, Reading.NEVER_CAPTURED)));
  }

  private static Relation relation(double r, double p, Interval... intervals) {
    Association pearson = new Association("Pearson", r, 1e-9, p, 999, List.of(intervals));
    return new Relation(66, 0, pearson, pearson);
  }

  @Test
  void comparisonsInPlainWords() {
    Interval none = new Interval(NAN, NAN, 0.95, "seeds", "none", 1, 0);
    Interval molecules = new Interval(0.801, 0.912, 0.95, "molecules", "bootstrap", 7823, 1000);
    Golden.check(
        "comparisons.txt",
        String.join(
            "\n",
            Comparison.of(relation(NAN, NAN)),
            Comparison.of(relation(0.867, 0.001, none, molecules)),
            Comparison.of(relation(-0.867, 0.001)),
            Comparison.of(relation(0.12, 0.2, none)),
            Comparison.of(relation(0.9, NAN)),
            Comparison.of(relation(0.9, 0.0499)),
            Comparison.of(relation(0.9, 0.05))));
  }
}
