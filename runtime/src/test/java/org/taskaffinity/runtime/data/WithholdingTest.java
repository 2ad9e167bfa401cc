package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.completeCases;
import static org.taskaffinity.dsl.Mtl.fixed;
import static org.taskaffinity.dsl.Mtl.jaccard;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.labels;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.scaffoldDisjoint;
import static org.taskaffinity.dsl.Mtl.sharedAndDisjoint;
import static org.taskaffinity.dsl.Mtl.sharedCount;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.testing.Golden;

class WithholdingTest {
  private static final Seeds SEEDS = new Seeds(42);

  @Test
  void naturalKeepsEveryTrainingLabel() {
    LabelMask mask = Samples.random(100, 4, 0.5, 1);
    assertArrayEquals(mask.labels(), kept(natural(), mask).labels());
  }

  @Test
  void completeCasesOverlapWholly() {
    LabelMask mask = Samples.random(100, 4, 0.5, 1);
    for (BitSet labels : kept(completeCases(), mask).labels()) {
      assertEquals(mask.complete(), labels);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.25, 0.5, 0.77, 1})
  void keepLabelsKeepsTheRoundedFractionOfEachTask(double p) {
    LabelMask mask = Samples.random(211, 5, 0.3, 2);
    BitSet[] labels = kept(keepLabels(p), mask).labels();
    for (int t = 0; t < labels.length; t++) {
      assertEquals(Math.round(p * mask.counts()[t]), labels[t].cardinality());
      assertEquals(labels[t], LabelMask.and(labels[t], mask.labels()[t]));
    }
  }

  @Test
  void whatIsKeptAtOneFractionIsKeptAtEveryLarger() {
    LabelMask mask = Samples.random(150, 3, 0.4, 3);
    BitSet[] fewer = kept(keepLabels(0.1), mask).labels();
    for (double p = 0.2; p <= 1; p += 0.1) {
      BitSet[] more = kept(keepLabels(p), mask).labels();
      for (int t = 0; t < 3; t++) {
        assertEquals(fewer[t], LabelMask.and(fewer[t], more[t]));
      }
      fewer = more;
    }
  }

  @Test
  void aTaskIsDrawnTheSameWhateverTasksStandBesideIt() {
    LabelMask mask = Samples.random(150, 3, 0.4, 3);
    LabelMask alone =
        new LabelMask(mask.tasks().subList(2, 3), mask.rows(), new BitSet[] {mask.labels()[2]});
    assertEquals(kept(keepLabels(0.3), mask).labels()[2], kept(keepLabels(0.3), alone).labels()[0]);
  }

  /** p = 2J / (1 + J) on full labels: Overlap.TargetJaccard. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.34, 0.5, 0.9, 1})
  void theKeepProbabilityOnFullLabelsIsTheClosedForm(double j) {
    double p = new KeepProbability(Samples.full(1000, 3)).solve(j);
    assertEquals(2 * j / (1 + j), p, 1e-12);
  }

  /**
   * LabelSelection sets are independent samples of fixed size, so a pair's shared count is
   * hypergeometric with sd below √(p² n_ij) ≤ √3000 ≈ 55; an index then has an sd below 0.02, and
   * the mean of ten pairs stays within 0.02 of what was asked. The first-order expectation is off
   * by far less.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2, 0.3, 0.4})
  void targetJaccardReachesTheMeanAskedFor(double j) {
    for (int seed = 0; seed < 10; seed++) {
      LabelMask mask = Samples.random(3000, 5, 0.6, seed);
      BitSet[] labels =
          Withholding.apply(targetJaccard(j), mask, r -> "", true, new Seeds(seed)).labels();
      double mean = Arrays.stream(measured(mask, labels)).average().orElseThrow();
      assertEquals(j, mean, 0.02);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5, 0.8, 1})
  void sharedAndDisjointGivesEveryPairTheSameIndex(double alpha) {
    LabelMask mask = Samples.random(800, 4, 0.7, 5);
    LabelSelection kept = kept(sharedAndDisjoint(alpha), mask);
    int m = kept.labels()[0].cardinality();
    int n = (int) Math.round(alpha * m);
    for (double index : measured(mask, kept.labels())) {
      assertEquals((double) n / (2 * m - n), index, 0);
      // n is αm rounded to a whole molecule, which moves J by 1/m at most
      assertEquals(sharedAndDisjoint(alpha).jaccard(), index, 1.0 / m);
    }
  }

  @Test
  void fixedKeepsTheCountsItSays() {
    LabelMask mask = Samples.random(800, 4, 0.7, 6);
    Overlap.Fixed fixed = fixed(labels(120), jaccard(0.25));
    BitSet[] labels = kept(fixed, mask).labels();
    assertEquals(48, LabelMask.and(labels[0], labels[1]).cardinality());
    for (double index : measured(mask, labels)) {
      assertEquals(fixed.jaccard(), index, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.6})
  void scaffoldDisjointGivesNoScaffoldToTwoParts(double j) {
    LabelMask mask = Samples.random(900, 4, 0.7, 7);
    java.util.Random random = new java.util.Random(7);
    String[] scaffolds =
        IntStream.range(0, 900)
            .mapToObj(r -> "s" + (int) (300 * Math.pow(random.nextDouble(), 2)))
            .toArray(String[]::new);
    BitSet[] labels =
        Withholding.apply(scaffoldDisjoint(j), mask, r -> scaffolds[r], true, SEEDS).labels();
    BitSet shared = Arrays.stream(labels).reduce(LabelMask::and).orElseThrow();
    Map<String, Integer> part = new HashMap<>();
    for (int t = 0; t < labels.length; t++) {
      for (int row : labels[t].stream().toArray()) {
        int here = shared.get(row) ? -1 : t;
        assertEquals(here, part.computeIfAbsent(scaffolds[row], s -> here));
      }
    }
    int m = labels[0].cardinality();
    assertTrue(m > 50, "a good part of the labels is used");
    for (double index : measured(mask, labels)) {
      assertEquals(j, index, 1.0 / m);
    }
  }

  @Test
  void theSeedChoosesTheRows() {
    LabelMask mask = Samples.random(300, 4, 0.7, 8);
    for (Overlap overlap :
        new Overlap[] {keepLabels(0.5), sharedAndDisjoint(0.5), targetJaccard(0.2)}) {
      BitSet[] labels = kept(overlap, mask).labels();
      assertArrayEquals(labels, kept(overlap, mask).labels());
      assertNotEquals(
          labels[0], Withholding.apply(overlap, mask, r -> "", true, new Seeds(43)).labels()[0]);
    }
  }

  @Test
  void onlyTrainingRowsCountAndOnlyTheyAreKept() {
    Table table = Samples.features(10);
    LabelSelection kept = Withholding.apply(natural(), table, new int[] {1, 4, 7}, SEEDS);
    assertEquals("{1, 4, 7}", kept.labels()[0].toString());
  }

  @Test
  void wordsSayWhatItWasSolvedTo() {
    LabelMask mask = Samples.random(600, 4, 0.8, 9);
    Messages words = new Messages(Path.of("~"));
    for (Overlap overlap :
        new Overlap[] {
          natural(),
          completeCases(),
          keepLabels(0.5),
          targetJaccard(0.5),
          sharedAndDisjoint(0.3),
          fixed(sharedCount(50), labels(100)),
          scaffoldDisjoint(0.2)
        }) {
      words.add(overlap.toString(), kept(overlap, mask).words());
    }
    words.add("one task", kept(keepLabels(0.5), Samples.full(50, 1)).words());
    Golden.check("data/overlap-words.txt", words.toString());
  }

  @Test
  void refusalsSayWhatIsFeasible() {
    LabelMask mask = Samples.random(300, 4, 0.7, 10);
    LabelMask gaps = Samples.mask(30, 3, t -> BitSet.valueOf(new long[] {0x3ffL << 10 * t}));
    LabelMask none = Samples.mask(30, 2, t -> BitSet.valueOf(new long[] {0x3ffL * (1 - t)}));
    LabelMask few = Samples.full(2, 3);
    Golden.check(
        "data/overlap-refusals.txt",
        new Messages(Path.of("~"))
            .add("a task without labels", PlanException.class, () -> kept(natural(), none))
            .add("nothing kept", PlanException.class, () -> kept(keepLabels(0.001), mask))
            .add(
                "above the natural overlap",
                PlanException.class,
                () -> kept(targetJaccard(0.95), mask))
            .add("below any overlap", PlanException.class, () -> kept(targetJaccard(0.0001), mask))
            .add(
                "one task", PlanException.class, () -> kept(targetJaccard(0.5), Samples.full(9, 1)))
            .add("no complete cases", PlanException.class, () -> kept(completeCases(), gaps))
            .add("no shared rows", PlanException.class, () -> kept(sharedAndDisjoint(0.5), gaps))
            .add("too few rows", PlanException.class, () -> kept(sharedAndDisjoint(0), few))
            .add(
                "less than one shared",
                PlanException.class,
                () -> kept(sharedAndDisjoint(0.001), mask))
            .add(
                "no shared scaffolds", PlanException.class, () -> kept(scaffoldDisjoint(0.2), gaps))
            .add(
                "too few scaffolds",
                PlanException.class,
                () -> Withholding.apply(scaffoldDisjoint(0.2), mask, r -> "", true, SEEDS))
            .add(
                "no molecules",
                PlanException.class,
                () -> Withholding.apply(scaffoldDisjoint(0.2), mask, r -> "", false, SEEDS))
            .add(
                "too many labels for an index",
                PlanException.class,
                () -> kept(fixed(labels(100), jaccard(0.2)), mask))
            .add(
                "too many of both counts",
                PlanException.class,
                () -> kept(fixed(sharedCount(60), labels(160)), mask))
            .add(
                "too many shared for an index",
                PlanException.class,
                () -> kept(fixed(sharedCount(60), jaccard(0.2)), mask))
            .add(
                "more than any could have",
                PlanException.class,
                () -> kept(fixed(sharedCount(400), labels(500)), mask))
            .toString());
  }

  private static LabelSelection kept(Overlap overlap, LabelMask mask) {
    return Withholding.apply(overlap, mask, r -> "s" + r, true, SEEDS);
  }

  private static double[] measured(LabelMask mask, BitSet[] labels) {
    return new LabelMask(mask.tasks(), mask.rows(), labels).jaccard();
  }
}
