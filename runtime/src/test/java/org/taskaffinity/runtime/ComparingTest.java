package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Agreement;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.runtime.analysis.Comparing;

/** Values from scikit-learn 1.9.1, as in cluster's AgreementTest. */
class ComparingTest {
  /** Logarithms to another base, and sums of a dozen of them. */
  private static final double ROUNDING = 1e-13;

  /** Labels {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3} of the tasks a to l. */
  private final TaskGroups one = groups("", "a b c", "d e f", "g h i j", "k l");

  /** Labels {0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 3, 1}; k is noise. */
  private final TaskGroups other = groups("k", "i h g f", "c d e l", "b a j");

  private static TaskGroups groups(String ungrouped, String... groups) {
    return new TaskGroups(
        Mtl.hdbscan(),
        Arrays.stream(groups).map(ComparingTest::names).toList(),
        names(ungrouped),
        List.of(),
        List.of(),
        Double.NaN,
        0);
  }

  private static List<String> names(String spaced) {
    return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
  }

  @Test
  void tasksAreMatchedByNameAndNoiseStandsAlone() {
    Agreement found = Comparing.groups(one, other);
    assertEquals(0.18518518518518517, found.ari(), ROUNDING);
    assertEquals(0.5028909422035811, found.nmi(), ROUNDING);
    assertEquals(0.21669369518860437, found.ami(), ROUNDING);
  }

  /** The adjusted index is 0 on average; 4 standard errors of 1,000 draws, sd about 0.12. */
  @Test
  void chanceHasTheSizesOfTheGroups() {
    Agreement.Chance chance = Comparing.groups(one, other).chance();
    assertEquals(0, chance.ariMean(), 0.016);
    assertTrue(chance.ari95() > 0.15 && chance.ari95() < 0.35, chance.toString());
    assertTrue(chance.nmiMean() > 0.3 && chance.nmi95() > chance.nmiMean(), chance.toString());
    assertEquals(1_000, chance.draws());
  }

  @Test
  void theOrderInWhichGroupsAreListedChangesNoBit() {
    TaskGroups turned = groups("", "l k", "h j g i", "c b a", "f d e");
    assertEquals(Comparing.groups(one, other), Comparing.groups(turned, other));
  }

  @Test
  void theRunnerFindsFullAgreementOfAGroupingWithItself(@TempDir Path out) {
    try (Runner runner = Small.runner(out)) {
      Agreement found = runner.compare(other, other);
      assertEquals(1, found.ari(), ROUNDING);
      assertEquals(1, found.nmi(), ROUNDING);
      assertEquals(1, found.ami(), ROUNDING);
    }
  }

  private static String refusal(TaskGroups one, TaskGroups other) {
    return assertThrows(PlanException.class, () -> Comparing.groups(one, other)).getMessage();
  }

  @Test
  void groupsOfOtherTasksAreRefused() {
    assertEquals(
        """
        Groups of different tasks cannot be compared.
          only in the first: a, b
          only in the second: none
          write: group(affinity.select(tasks), …) for both, with the tasks they share""",
        refusal(groups("a", "b c"), groups("c")));
  }

  @Test
  void aTaskInTwoGroupsIsRefused() {
    assertEquals(
        "Task \"a\" is in two places of one grouping. Put each task into one group.",
        refusal(groups("a"), groups("a", "a")));
  }

  @Test
  void groupsOfNoTaskAreRefused() {
    assertEquals(
        "There is no task in these groups. Compare groups of at least one.",
        refusal(groups(""), groups("")));
  }
}
