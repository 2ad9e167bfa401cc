package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionTest {
  private static String of(String id, Budget budget) {
    return Artefacts.all().stream()
        .filter(a -> a.id().equals(id))
        .map(a -> Reduction.of(a, budget))
        .findFirst()
        .orElseThrow();
  }

  /** t(2)/√3 = 2.484 and t(4)/√5 = 1.242 standard deviations; t(9)/√10 = 0.715. */
  @Test
  void seedsEpochsAndLevelsAreNamedWithWhatTheyCost() {
    assertEquals(
        "Less than at full: as written 3 of 5 seeds (intervals over them about 2.0 times as wide),"
            + " 50 of 100 epochs, 10 of 15 settings; as coded 3 of 5 seeds (intervals over them"
            + " about 2.0 times as wide), 20 of 30 epochs, 10 of 15 settings; as it should be 5 of 10"
            + " seeds (intervals over them about 1.7 times as wide), 20 of 30 epochs, 10 of 15"
            + " settings.",
        of("table-7", Budget.STANDARD));
  }

  @Test
  void moleculesAreCounted() {
    assertEquals(
        "Less than at full: as it should be 10 of 20 epochs, 3000 of 5000 molecules.",
        of("synthetic", Budget.STANDARD));
  }

  /** The trainings for G and those for the benefit take less of different things. */
  @Test
  void kindsOfTrainingsAreToldApart() {
    String less = of("table-10", Budget.STANDARD);
    assertTrue(
        less.contains(
            "3 of 5 seeds (intervals over them about 2.0 times as wide) (tox21), 50 of 100 epochs"
                + " (tox21)"),
        less);
    assertTrue(
        less.contains(
            "10 of 30 epochs (tox21 single tasks, three folds; tox21 pairs, three folds)"),
        less);
  }

  /** Seeds are fewer everywhere, epochs for two data sets alone. */
  @Test
  void whatAllKindsTakeLessOfIsSaidOnce() {
    String less = of("table-1", Budget.STANDARD);
    assertEquals(2, less.split("3 of 5 seeds", -1).length - 1, less);
    assertTrue(less.contains("as wide), 50 of 100 epochs (tox21; sider)"), less);
  }

  @Test
  void aPartOfAllMoleculesReadsAsSuch() {
    assertEquals(
        "Less than at full: as it should be 4000 molecules in place of all.",
        of("figure-1", Budget.STANDARD));
  }

  /** Every task has seeds of its own there. */
  @Test
  void seedsAreThoseOfASetting() {
    assertTrue(
        of("table-12", Budget.STANDARD)
            .endsWith("as coded 3 of 5 seeds (intervals over them about 2.0 times as wide)."),
        of("table-12", Budget.STANDARD));
  }

  @Test
  void nothingIsLessAtFull() {
    assertEquals(
        List.of(),
        Artefacts.all().stream()
            .map(a -> Reduction.of(a, Budget.FULL))
            .filter(s -> !s.isEmpty())
            .toList());
  }
}
