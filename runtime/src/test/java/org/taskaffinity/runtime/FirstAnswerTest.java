package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.captures;
import static org.taskaffinity.dsl.Mtl.last;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Learnt;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.TaskGroups;

/** What a first run on few molecules says: 24 steps in all. */
class FirstAnswerTest {
  @TempDir Path out;

  @Test
  void aShortTrainingIsCapturedAtEveryStep() {
    try (Runner runner = Small.runner(out)) {
      Experiment asked = Small.experimentNamed("short").capture(captures(100));
      assertEquals(
          "24 of 24 steps, every step, in the whole training", runner.plan(asked).captured());
      Result result = runner.run(asked);
      assertEquals(24, result.record().captures());
      assertTrue(
          result
              .record()
              .notes()
              .contains("gradients captured at 24 of 24 steps, every step, in the whole training"));
      assertEquals("captures", result.precision().over());
      assertTrue(result.standardErrors().at(0, 1) > 0);
      assertEquals(result, runner.stored(result.record().id()));
    }
  }

  @Test
  void fewCapturesAreSaidFirst() {
    try (Runner runner = Small.runner(out)) {
      Result result =
          runner.run(Small.experimentNamed("few").capture(captureEvery(2).window(last(0.5))));
      assertEquals(6, result.record().captures());
      assertTrue(
          result.verdict().startsWith("Warning: gradients were captured at only 6 steps"),
          result.verdict());
      assertEquals(
          0, result.readings().pairs().stream().filter(p -> p.reading().readable()).count());
    }
  }

  /** Every task has a comparison to chance, as 12 of 120 molecules validate. */
  @Test
  void everyTaskIsComparedToChance() {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("skill"));
      assertTrue(result.tasks().stream().allMatch(t -> t.skill().rows() > 0));
      assertTrue(result.tasks().stream().noneMatch(t -> t.learnt() == Learnt.NOT_KNOWN));
    }
  }

  /** A run made before pairs were kept: its captures tell how precise they are. */
  @Test
  void oldRunsAreReadByTheirCaptures() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("old"));
      Files.delete(result.folder().resolve("pairs.csv"));
      withoutHashes(result);
      Result read = runner.stored(result.record().id());
      assertEquals(result.precision(), read.precision());
      assertEquals(result.pairs(), read.pairs());
    }
  }

  /** Nor had their tasks a comparison to chance, nor their groups a test. */
  @Test
  void oldRunsSayWhatIsNotKnownOfThem() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(Small.experimentNamed("older"));
      Path tasks = result.folder().resolve("tasks.csv");
      List<String> rows = Files.readAllLines(tasks);
      Files.write(
          tasks, rows.stream().map(r -> r.replaceAll("^((?:[^,]*,){7}[^,]*).*", "$1")).toList());
      Path summary = result.folder().resolve("summary.json");
      String json = Files.readString(summary);
      String old = json.replaceAll(",\\s*\"structure\" : \\{[^}]*}", "");
      assertTrue(old.length() < json.length(), json);
      Files.writeString(summary, old);
      withoutHashes(result);
      Result read = runner.stored(result.record().id());
      assertTrue(read.tasks().stream().allMatch(t -> t.learnt() == Learnt.NOT_KNOWN));
      assertEquals(TaskGroups.Structure.UNTESTED, read.groups().structure());
      assertEquals(result.groups().groups(), read.groups().groups());
      assertEquals(result.affinity(), read.affinity());
    }
  }

  /** As runs were before the hashes of their files were kept. */
  private static void withoutHashes(Result result) throws IOException {
    Path record = result.folder().resolve("run.json");
    String hashed = Files.readString(record);
    Files.writeString(record, hashed.replaceAll("(?s),\\s*\"files\" : .*", "\n}\n"));
  }

  @Test
  void seedsAreReadTogether() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Results results =
          runner.run(Small.experimentNamed("seeds").capture(captures(100)).seeds(1, 2, 3));
      Pooled pooled = results.pooled().get(0);
      assertEquals("seeds", pooled.precision().over());
      assertEquals(72, pooled.precision().captures().at(0, 1), 24);
      assertEquals(6, pooled.tasks().size());
      assertTrue(pooled.tasks().get(0).validationInterval().defined());
      assertEquals(6, pooled.groups().order().size());
      assertEquals(1, pooled.stability().together().at(0, 0), 1e-12);
      double agreement = pooled.stability().agreement();
      assertTrue(agreement >= -1 && agreement <= 1, "agreement " + agreement);
      double error = pooled.spread().at(0, 1) / Math.sqrt(3);
      assertEquals(error, pooled.standardErrors().at(0, 1), 1e-12);
      assertTrue(pooled.verdict().contains("Intervals are over 3 seeds"), pooled.verdict());
      Path page = runner.report(results, out.resolve("page"));
      assertTrue(Files.readString(page).contains(pooled.verdict().substring(0, 20)));
      String text = Files.readString(page);
      for (String part :
          List.of(
              pooled.groups().judgement(),
              "adjusted Rand index",
              "Against chance",
              "Validation loss by seed",
              "Label correlation E",
              "Mean overlap (Jaccard)",
              "Spread of G over seeds",
              "95 % interval",
              pooled.pairs().get(0).reading().words())) {
        assertTrue(text.contains(part.replace("<", "&lt;")), "the page has no " + part);
      }
      String figures = Files.readString(out.resolve("page").resolve("interactive.html"));
      for (String map :
          List.of("Task affinity G", "Spread of G", "Label correlation E", "Mean overlap")) {
        assertTrue(figures.contains(map), "no figure of " + map);
      }
      List<String> pairs = Files.readAllLines(out.resolve("page").resolve("pairs.csv"));
      assertEquals(16, pairs.size());
      assertFalse(pairs.get(1).contains("captures"), pairs.get(1));
    }
  }
}
