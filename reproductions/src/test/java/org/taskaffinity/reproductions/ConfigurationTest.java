package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.planted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

class ConfigurationTest {
  @TempDir Path folder;

  private Findings table3(Lane lane) {
    Findings found = new Findings();
    var experiment =
        lane == Lane.WRITTEN ? Protocol.written(planted(), 1) : Protocol.careful(planted(), 1);
    try (Runner runner = Runner.open(Settings.settings().out(folder))) {
      Configuration.network(experiment, runner.plan(experiment), found);
    }
    return found;
  }

  private Findings table4(Lane lane, Budget budget) {
    try (Runner runner = Runner.open(Settings.settings().out(folder))) {
      return new Table4()
          .read(lane, new Work(runner, budget, new Scores(folder.resolve("scores.csv"))));
    }
  }

  /** With the paper's epochs, as written is what the paper prints; of the size it says "about". */
  @Test
  void asWrittenIsWhatThePaperPrints() {
    agree("table-3", table3(Lane.WRITTEN), Set.of("total parameters"));
    agree("table-4", table4(Lane.WRITTEN, Budget.FULL), Set.of());
  }

  private static void agree(String table, Findings found, Set<String> but) {
    Map<String, Paper.Number> paper = Paper.of(table);
    Set<String> keys = new HashSet<>(paper.keySet());
    keys.removeAll(but);
    assertTrue(keys.size() > 5);
    for (String key : keys) {
      String said = found.words().get(key);
      if (Double.isNaN(paper.get(key).value())) {
        assertTrue(said.startsWith(paper.get(key).printed()), key + ": " + said);
      } else {
        assertEquals(paper.get(key).value(), Double.parseDouble(said), key);
      }
    }
  }

  /** Every row of the paper's has something beside it, in every lane and budget. */
  @Test
  void everyRowOfThePaperIsAnswered() {
    for (Lane lane : Lane.values()) {
      for (Budget budget : Budget.values()) {
        answered("table-4", table4(lane, budget));
      }
    }
    answered("table-3", table3(Lane.CAREFUL));
  }

  private static void answered(String table, Findings found) {
    List<String> keys = new ArrayList<>(found.words().keySet());
    found.numbers().stream().filter(Finding::defined).map(Finding::key).forEach(keys::add);
    assertTrue(keys.containsAll(Paper.of(table).keySet()), keys.toString());
  }

  @Test
  void theLanesDifferWhereTheLedgerSaysSo() {
    Map<String, String> coded = table4(Lane.CODED, Budget.STANDARD).words();
    assertEquals("every 5 steps", coded.get("logging interval"));
    assertEquals("all steps", coded.get("averaging window"));
    assertEquals("cosine, to a hundredth", coded.get("learning-rate schedule"));
    assertEquals("cosine 0", coded.get("task without a label in a logged batch"));
    assertEquals("all rows of dataset(\"tox21\"), 50 shared at least", coded.get("E"));
    assertEquals(
        "held-out rows, 20 shared at least",
        table4(Lane.WRITTEN, Budget.STANDARD).words().get("E"));
    Map<String, String> careful = table3(Lane.CAREFUL).words();
    assertEquals("batch norm", careful.get("normalisation of the encoder"));
    assertEquals("to 256", careful.get("projection behind the pooling"));
  }
}
