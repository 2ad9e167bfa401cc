package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.columnSplit;
import static org.taskaffinity.dsl.Mtl.noSplit;
import static org.taskaffinity.dsl.Mtl.randomSplit;
import static org.taskaffinity.dsl.Mtl.scaffoldSplit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.testing.Golden;

class SplitterTest {
  private static final Seeds SEEDS = new Seeds(7);
  private static final Split.Fractions TENTHS = new Split.Fractions(0.8, 0.1, 0.1, null);

  @Test
  void aRandomSplitHasTheFractionsAskedFor() {
    SplitRows parts = Splitter.part(Samples.features(1000), randomSplit(0.7, 0.2, 0.1), SEEDS);
    assertEquals(700, parts.training().length);
    assertEquals(200, parts.validation().length);
    assertEquals(100, parts.test().length);
    assertEveryRowOnce(parts, 1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 99, 101})
  void aFractionOfZeroGetsNoRow(int rows) {
    SplitRows parts = Splitter.part(Samples.features(rows), randomSplit(0.9, 0.1, 0), SEEDS);
    assertEquals(0, parts.test().length);
    assertEveryRowOnce(parts, rows);
    SplitRows test = Splitter.part(Samples.features(rows), randomSplit(0.9, 0, 0.1), SEEDS);
    assertEquals(0, test.validation().length);
  }

  @Test
  void theSeedChoosesTheParting() {
    Table table = Samples.features(50);
    Split split = randomSplit(0.8, 0.1, 0.1);
    assertSame(Splitter.part(table, split, SEEDS), Splitter.part(table, split, SEEDS));
    assertDiffers(Splitter.part(table, split, SEEDS), Splitter.part(table, split, new Seeds(8)));
    Split fixed = randomSplit(0.8, 0.1, 0.1).seed(7);
    assertSame(Splitter.part(table, split, SEEDS), Splitter.part(table, fixed, new Seeds(8)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noScaffoldLiesOnTwoSides(long seed) {
    java.util.Random random = new java.util.Random(seed);
    String[] scaffolds =
        IntStream.range(0, 500)
            .mapToObj(r -> "s" + (int) (200 * Math.pow(random.nextDouble(), 3)))
            .toArray(String[]::new);
    SplitRows parts =
        Splitter.scaffolds(500, r -> scaffolds[r], TENTHS, new Seeds(seed).stream("split"));
    assertEveryRowOnce(parts, 500);
    Set<String> training = scaffolds(parts.training(), scaffolds);
    Set<String> validation = scaffolds(parts.validation(), scaffolds);
    Set<String> test = scaffolds(parts.test(), scaffolds);
    assertTrue(training.stream().noneMatch(s -> validation.contains(s) || test.contains(s)));
    assertTrue(validation.stream().noneMatch(test::contains));
    // The groups that cross a border are small by then: the largest come first.
    assertEquals(400, parts.training().length, 10);
    assertEquals(50, parts.validation().length, 10);
    SplitRows other =
        Splitter.scaffolds(500, r -> scaffolds[r], TENTHS, new Seeds(seed + 1).stream("split"));
    assertDiffers(parts, other);
  }

  @Test
  void largerScaffoldsTrainAndSmallerOnesTest() {
    // Groups of 5, 3, 1 and 1: the first two reach 8 of 10, the others are one row each.
    String[] scaffolds = {"a", "a", "a", "a", "a", "b", "b", "b", "c", "d"};
    SplitRows parts = Splitter.scaffolds(10, r -> scaffolds[r], TENTHS, SEEDS.stream("split"));
    assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, parts.training());
    assertEquals(1, parts.validation().length);
    assertEquals(1, parts.test().length);
  }

  @Test
  void moleculesWithoutRingsAreOneGroup() {
    List<String> smiles = List.of("CCO", "c1ccccc1", "CCN", "CCC", "Cc1ccccc1", "C1CC1", "CCCC");
    Table table = Samples.molecules(smiles, List.of());
    SplitRows parts = Splitter.part(table, scaffoldSplit(0.5, 0.25, 0.25), SEEDS);
    assertArrayEquals(new int[] {0, 2, 3, 6}, parts.training());
    assertArrayEquals(new int[] {1, 4}, parts.validation());
    assertArrayEquals(new int[] {5}, parts.test());
  }

  @Test
  void aColumnSaysWhichRowsTrain() {
    List<String> said = List.of("train", "TEST", "valid", "validation", "training");
    Table table = Samples.molecules(List.of("C", "C", "C", "C", "C"), said);
    SplitRows parts = Splitter.part(table, columnSplit("fold"), SEEDS);
    assertArrayEquals(new int[] {0, 4}, parts.training());
    assertArrayEquals(new int[] {2, 3}, parts.validation());
    assertArrayEquals(new int[] {1}, parts.test());
  }

  @Test
  void withoutASplitEveryRowTrains() {
    SplitRows parts = Splitter.part(Samples.features(4), noSplit(), SEEDS);
    assertArrayEquals(new int[] {0, 1, 2, 3}, parts.training());
    assertEveryRowOnce(parts, 4);
  }

  @Test
  void refusalsSayWhatToWrite() {
    Table odd = Samples.molecules(List.of("C", "C"), List.of("train", "holdout"));
    Table held = Samples.molecules(List.of("C", "C"), List.of("test", "test"));
    Golden.check(
        "data/splits.txt",
        new Messages(Path.of("~"))
            .add(
                "no molecules",
                PlanException.class,
                () -> part(Samples.features(5), scaffoldSplit(0.8, 0.1, 0.1)))
            .add("an unknown part", PlanException.class, () -> part(odd, columnSplit("fold")))
            .add("nothing trains", PlanException.class, () -> part(held, columnSplit("fold")))
            .add(
                "too few rows",
                PlanException.class,
                () -> part(Samples.features(4), randomSplit(0.1, 0.4, 0.5)))
            .toString());
  }

  private static SplitRows part(Table table, Split split) {
    return Splitter.part(table, split, SEEDS);
  }

  private static Set<String> scaffolds(int[] rows, String[] scaffolds) {
    Set<String> seen = new HashSet<>();
    Arrays.stream(rows).forEach(r -> seen.add(scaffolds[r]));
    return seen;
  }

  private static void assertEveryRowOnce(SplitRows parts, int rows) {
    int[] all =
        Stream.of(parts.training(), parts.validation(), parts.test())
            .flatMapToInt(Arrays::stream)
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, rows).toArray(), all);
  }

  private static void assertSame(SplitRows a, SplitRows b) {
    assertArrayEquals(a.training(), b.training());
    assertArrayEquals(a.validation(), b.validation());
    assertArrayEquals(a.test(), b.test());
  }

  private static void assertDiffers(SplitRows a, SplitRows b) {
    assertFalse(Arrays.equals(a.test(), b.test()));
  }
}
