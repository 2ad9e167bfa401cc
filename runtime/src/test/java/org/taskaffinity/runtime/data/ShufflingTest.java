package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Control;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.runtime.random.Seeds;

/** 300 rows, 4 tasks, 70 % of labels measured, of which 60 % are kept in training. */
class ShufflingTest {
  private static final int ROWS = 300;
  private static final int TASKS = 4;
  private static final Seeds SEEDS = new Seeds(5);

  private final Table table = table();
  private final SplitRows parts =
      new SplitRows(
          IntStream.range(0, 200).toArray(),
          IntStream.range(200, 250).toArray(),
          IntStream.range(250, ROWS).toArray());
  private final BitSet[] kept = kept();

  /** The value of a label names its row, so that each can be followed. */
  private static Table table() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    double[][] labels = new double[TASKS][ROWS];
    for (int t = 0; t < TASKS; t++) {
      for (int r = 0; r < ROWS; r++) {
        labels[t][r] = random.nextDouble() < .7 ? 1000 * t + r : Double.NaN;
      }
    }
    return new Table(
        "made up",
        IntStream.range(0, TASKS).mapToObj(t -> Mtl.regression("T" + t)).toList(),
        labels,
        Table.measured(labels),
        List.of(),
        new double[ROWS][1],
        List.of("x"),
        List.of(),
        IntStream.rangeClosed(1, ROWS).toArray(),
        Optional.empty(),
        Layout.made(ROWS),
        Map.of(),
        List.of());
  }

  private BitSet[] kept() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    BitSet[] kept = new BitSet[TASKS];
    for (int t = 0; t < TASKS; t++) {
      kept[t] = new BitSet();
      for (int row : parts.training()) {
        if (table.measured()[t].get(row) && random.nextDouble() < .6) {
          kept[t].set(row);
        }
      }
    }
    return kept;
  }

  private Shuffling.Labelled shuffled(Control control) {
    return Shuffling.apply(control, table, kept, parts, SEEDS);
  }

  /** A row of labels and whether each is kept, as text: NaN equals NaN there. */
  private static String row(Table table, BitSet[] kept, int row) {
    return IntStream.range(0, TASKS)
        .mapToObj(t -> table.labels()[t][row] + (kept[t].get(row) ? " kept" : ""))
        .toList()
        .toString();
  }

  @Test
  void withoutAControlNothingIsCopied() {
    assertSame(table, shuffled(Mtl.noControl()).table());
    assertSame(kept, shuffled(Mtl.noControl()).kept());
  }

  @Test
  void shuffledRowsMoveWholeRowsOfTrainingMoleculesWithALabel() {
    Shuffling.Labelled shuffled = shuffled(Mtl.shuffledRows());
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    int stayed = 0;
    for (int row = 0; row < ROWS; row++) {
      String was = row(table, kept, row);
      String is = row(shuffled.table(), shuffled.kept(), row);
      boolean moves = row < 200 && was.contains("kept");
      if (!moves) {
        assertEquals(was, is, "row " + row);
      }
      stayed += moves && was.equals(is) ? 1 : 0;
      before.add(was);
      after.add(is);
    }
    assertTrue(stayed < 10, stayed + " rows stayed in place");
    Collections.sort(before);
    Collections.sort(after);
    assertEquals(before, after);
    assertArrayEquals(Table.measured(shuffled.table().labels()), shuffled.table().measured());
  }

  @Test
  void shuffledLabelsMoveValuesWithinATaskAndKeepEveryCount() {
    Shuffling.Labelled shuffled = shuffled(Mtl.shuffledLabels());
    assertArrayEquals(table.measured(), shuffled.table().measured());
    assertArrayEquals(kept, shuffled.kept());
    int together = 0;
    for (int t = 0; t < TASKS; t++) {
      assertEquals(valuesByGroup(table, t), valuesByGroup(shuffled.table(), t), "task " + t);
      for (int row : parts.training()) {
        double own = shuffled.table().labels()[t][row] - 1000 * t;
        double other = shuffled.table().labels()[(t + 1) % TASKS][row] - 1000 * ((t + 1) % TASKS);
        together += own == other ? 1 : 0;
      }
    }
    assertTrue(together < 20, together + " pairs of labels still come from one row");
  }

  /** The sorted values that are kept, that are withheld, of validation and of test rows. */
  private Map<String, List<Double>> valuesByGroup(Table of, int task) {
    Map<String, List<Double>> groups = new TreeMap<>();
    for (int row = 0; row < ROWS; row++) {
      String group = row >= 250 ? "test" : row >= 200 ? "validation" : kept[task].get(row) + "";
      if (table.measured()[task].get(row)) {
        groups.computeIfAbsent(group, g -> new ArrayList<>()).add(of.labels()[task][row]);
      }
    }
    groups.values().forEach(Collections::sort);
    return groups;
  }

  @Test
  void theSeedDecides() {
    for (Control control : List.of(Mtl.shuffledRows(), Mtl.shuffledLabels())) {
      double[][] once = shuffled(control).table().labels();
      assertArrayEquals(once, shuffled(control).table().labels());
      double[][] other =
          Shuffling.apply(control, table, kept, parts, new Seeds(6)).table().labels();
      assertNotEquals(Arrays.deepToString(once), Arrays.deepToString(other));
    }
  }
}
