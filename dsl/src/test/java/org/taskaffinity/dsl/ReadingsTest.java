package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class ReadingsTest {
  private static final double NAN = Double.NaN;

  private static List<Pair> pairs(int readable, int doubtful, int unread) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < readable + doubtful + unread; i++) {
      Reading reading =
          i < readable
              ? Reading.READABLE
              : i < readable + doubtful ? Reading.DOUBTFUL : Reading.TOO_LITTLE_OVERLAP;
      pairs.add(new Pair("A", "B" + i, 0.1, 0.2, 0.3, 0.4, 50, reading));
    }
    return pairs;
  }

  private static Relation relation(double r, double p, Interval... intervals) {
    Association pearson = new Association("Pearson", r, 1e-9, p, 999, List.of(intervals));
    return new Relation(66, 0, pearson, pearson);
  }

  @Test
  void verdictsInPlainWords() {
    Interval none = new Interval(NAN, NAN, 0.95, "seeds", "none", 1, 0);
    Interval molecules = new Interval(0.801, 0.912, 0.95, "molecules", "bootstrap", 7823, 1000);
    Golden.check(
        "verdicts.txt",
        String.join(
            "\n",
            Readings.verdict(pairs(1, 0, 0), relation(NAN, NAN)),
            Readings.verdict(pairs(66, 0, 0), relation(0.867, 0.001, none, molecules)),
            Readings.verdict(pairs(56, 0, 10), relation(-0.867, 0.001)),
            Readings.verdict(pairs(50, 6, 10), relation(0.12, 0.2, none)),
            Readings.verdict(pairs(64, 1, 1), relation(0.9, NAN)),
            Readings.verdict(pairs(64, 2, 0), relation(0.9, 0.0499)),
            Readings.verdict(pairs(0, 0, 3), relation(0.9, 0.05))));
  }

  @Test
  void pairsAreReadOffTheMatricesInOrder() {
    List<String> tasks = List.of("A", "B", "C");
    TaskMatrix affinity =
        new TaskMatrix(tasks, new double[][] {{1, .1, .2}, {.1, 1, NAN}, {.2, NAN, 1}});
    TaskMatrix overlap =
        new TaskMatrix(tasks, new double[][] {{1, .5, .2}, {.5, 1, .6}, {.2, .6, 1}});
    TaskMatrix shared = overlap.map(j -> 1000 * j);
    List<Pair> pairs =
        Readings.pairs(affinity, affinity.map(g -> g / 2), affinity.map(g -> -g), overlap, shared);
    assertEquals(
        List.of(
            new Pair("A", "B", .1, .05, -.1, .5, 500, Reading.READABLE),
            new Pair("A", "C", .2, .1, -.2, .2, 200, Reading.TOO_LITTLE_OVERLAP),
            new Pair("B", "C", NAN, NAN, NAN, .6, 600, Reading.NEVER_CAPTURED)),
        pairs);
  }
}
