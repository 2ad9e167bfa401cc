package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

/** What a contrast says, of made-up numbers. */
class ContrastTextTest {
  private static final List<String> TASKS = List.of("A", "B", "C");

  private static TaskMatrix matrix(double ab, double ac, double bc) {
    return new TaskMatrix(TASKS, new double[][] {{1, ab, ac}, {ab, 1, bc}, {ac, bc, 1}});
  }

  private static Relation relation(double r) {
    Association association = new Association("Pearson", r, .01, .01, 999, List.of());
    return new Relation(3, 0, association, association);
  }

  private static Contrast contrast(String over, Interval difference, double... r) {
    TaskMatrix real = matrix(.5, .2, Double.NaN);
    TaskMatrix controlled = matrix(.1, .25, .3);
    TaskMatrix apart = matrix(.4, -.05, Double.NaN);
    Precision precision =
        over.isEmpty()
            ? Precision.unknown(TASKS)
            : new Precision(
                over,
                matrix(100, 100, 100),
                matrix(.05, .05, Double.NaN),
                matrix(.3, -.15, Double.NaN),
                matrix(.5, .05, Double.NaN),
                matrix(.001, .3, Double.NaN));
    return new Contrast(
        Mtl.experiment("made up", Mtl.planted()),
        Mtl.shuffledRows(),
        List.of(1L, 2L, 3L),
        real,
        controlled,
        apart,
        precision,
        relation(r[0]),
        relation(r[1]),
        difference);
  }

  @Test
  void aContrastSaysWhichPairsDiffer() {
    Interval known = new Interval(-.1, .3, .95, "seeds", "jackknife", 3, 3);
    Interval unknown = new Interval(Double.NaN, Double.NaN, .95, "seeds", "jackknife", 1, 0);
    Golden.check(
        "contrasts.txt",
        String.join(
            "\n\n",
            contrast("seeds", known, .9, .8).toString(),
            contrast("captures", unknown, .9, .8).toString(),
            contrast("", unknown, Double.NaN, .8).toString()));
  }

  @Test
  void pairsAreInTheOrderOfTheMatrices() {
    Interval known = new Interval(-.1, .3, .95, "seeds", "jackknife", 3, 3);
    List<ContrastPair> pairs = contrast("seeds", known, .9, .8).pairs();
    assertEquals(
        List.of("A B", "A C", "B C"),
        pairs.stream().map(p -> p.first() + " " + p.second()).toList());
    assertTrue(pairs.get(0).distinguishable());
    assertEquals(.002, pairs.get(0).adjustedP(), 1e-12);
    assertTrue(
        Arrays.asList(false, false)
            .equals(pairs.subList(1, 3).stream().map(ContrastPair::distinguishable).toList()));
  }
}
