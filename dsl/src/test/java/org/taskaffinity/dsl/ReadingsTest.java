package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final double NAN = Double.NaN;
  private static final List<String> TASKS = List.of("A", "B", "C");

  private static TaskMatrix matrix(double ab, double ac, double bc) {
    return new TaskMatrix(TASKS, new double[][] {{1, ab, ac}, {ab, 1, bc}, {ac, bc, 1}});
  }

  private static List<Pair> pairs(Precision precision, Learnt... learnt) {
    return Pairs.of(
        matrix(.1, .2, .3),
        matrix(.05, .1, .2),
        matrix(-.1, -.2, -.3),
        matrix(.5, .6, .7),
        matrix(500, 600, 700),
        precision,
        t -> learnt[t]);
  }

  private static Precision precision(TaskMatrix captures, TaskMatrix p) {
    TaskMatrix errors = matrix(.01, .02, .03);
    return new Precision("captures", captures, errors, errors, errors, p);
  }

  @Test
  void pairsAreReadOffTheMatricesInOrder() {
    TaskMatrix affinity = matrix(.1, .2, NAN);
    TaskMatrix overlap = matrix(.5, .2, .6);
    List<Pair> pairs =
        Pairs.of(
            affinity,
            affinity.map(g -> g / 2),
            affinity.map(g -> -g),
            overlap,
            overlap.map(j -> 1000 * j),
            Precision.unknown(TASKS),
            t -> Learnt.NOT_KNOWN);
    assertEquals(
        List.of(
            new Pair("A", "B", .1, .05, -.1, .5, 500, Reading.READABLE),
            new Pair("A", "C", .2, .1, -.2, .2, 200, Reading.TOO_LITTLE_OVERLAP),
            new Pair("B", "C", NAN, NAN, NAN, .6, 600, Reading.NEVER_CAPTURED)),
        pairs);
  }

  @Test
  void theFirstConditionThatFailsIsTheReading() {
    Precision precision = precision(matrix(19, 20, 100), matrix(1e-9, 0.06, 1e-9));
    List<Pair> all = pairs(precision, Learnt.YES, Learnt.YES, Learnt.YES);
    assertEquals(
        List.of(Reading.TOO_FEW_CAPTURES, Reading.NOT_DISTINGUISHABLE, Reading.READABLE),
        all.stream().map(Pair::reading).toList());
  }

  @Test
  void aPairWithATaskThatWasNotLearntIsNotRead() {
    Precision precision = precision(matrix(100, 100, 100), matrix(1e-9, 1e-9, 1e-9));
    List<Pair> all = pairs(precision, Learnt.NO, Learnt.YES, Learnt.NOT_KNOWN);
    assertEquals(
        List.of(Reading.NOT_LEARNT, Reading.NOT_LEARNT, Reading.READABLE),
        all.stream().map(Pair::reading).toList());
    assertEquals(Learnt.NOT_KNOWN, all.get(2).learnt());
  }

  /** Holm 1979: (m − rank) p, made monotone, at most 1. */
  @Test
  void probabilitiesAreAdjustedForTheNumberOfPairs() {
    TaskMatrix adjusted = precision(matrix(100, 100, 100), matrix(.01, .04, .03)).adjustedP();
    assertEquals(.03, adjusted.at("A", "B"), 1e-15);
    assertEquals(.06, adjusted.at("A", "C"), 1e-15, "not .04: an earlier one has .06");
    assertEquals(.06, adjusted.at("B", "C"), 1e-15);
    assertTrue(Double.isNaN(adjusted.at(0, 0)));
    TaskMatrix gap = precision(matrix(100, 0, 100), matrix(.01, NAN, .9)).adjustedP();
    assertEquals(.02, gap.at("B", "A"), 1e-15, "two pairs, not three");
    assertTrue(Double.isNaN(gap.at("A", "C")));
  }

  @Test
  void readingsAreFoundByRowAndByName() {
    Precision precision = precision(matrix(19, 20, 100), matrix(1e-9, 0.9, 1e-9));
    Readings readings = new Readings(TASKS, pairs(precision, Learnt.YES, Learnt.YES, Learnt.YES));
    assertEquals(Reading.TOO_FEW_CAPTURES, readings.at(1, 0));
    assertEquals(Reading.NOT_DISTINGUISHABLE, readings.at("C", "A"));
    assertEquals(Reading.READABLE, readings.at(2, 2));
    assertFalse(readings.distinguishable(0, 2));
    assertTrue(readings.distinguishable(2, 1));
    assertEquals(2, readings.count(Reading.TOO_FEW_CAPTURES, Reading.READABLE));
  }
}
