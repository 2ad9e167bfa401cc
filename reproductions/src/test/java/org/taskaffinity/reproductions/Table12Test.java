package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.planted;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;

/** Table 12 on planted tasks. */
class Table12Test {
  private static final List<String> TASKS = List.of("group-1a", "group-1b", "group-2a", "group-2b");

  @TempDir Path folder;

  private static Table12 table() {
    Dataset data = planted(design().molecules(150)).tasks("T1", "T2", "T3", "T4");
    return new Table12(Subject.of("planted", data, 2, 150, b -> Protocol.coded(data, 2, 20)));
  }

  private Findings read(Lane lane) {
    try (Runner runner = Runner.open(Settings.settings().out(folder))) {
      return table()
          .read(lane, new Work(runner, Budget.SMOKE, new Scores(folder.resolve("scores.csv"))));
    }
  }

  /** What is judged is made, in [−1, 1] where it is a correlation. */
  @Test
  void everyNumberOfThePaperIsMade() {
    Findings found = read(Lane.CAREFUL);
    List<String> keys = found.numbers().stream().map(Finding::key).toList();
    assertTrue(keys.containsAll(Paper.of("table-12").keySet()), keys.toString());
    found.numbers().forEach(n -> assertTrue(n.defined() && Math.abs(n.value()) <= 1, n.key()));
    for (TaskMatrix matrix : found.matrices().values()) {
      for (double cosine : matrix.pairs()) {
        assertTrue(cosine > 0 && cosine < 1, matrix.toString());
      }
    }
  }

  /** A network of its own for each task: drawn anew, on that task's labels alone. */
  @Test
  void asCodedEveryTaskHasANetworkOfItsOwn() {
    List<Experiment> apart =
        table().trainings(Lane.CODED, Budget.FULL).stream()
            .filter(e -> e.name().contains("a network for each task"))
            .toList();
    assertEquals(5 * 4, apart.size());
    assertEquals(
        apart.size(), apart.stream().map(Experiment::seed).collect(Collectors.toSet()).size());
    assertTrue(apart.stream().allMatch(e -> e.data().chosen().size() == 1));
    Findings found = read(Lane.CODED);
    assertEquals(
        List.of("T1", "T2", "T3", "T4"), found.matrices().get("task2vec-diagonal").tasks());
    assertFalse(found.numbers().stream().anyMatch(n -> n.key().contains("full")));
  }
}
