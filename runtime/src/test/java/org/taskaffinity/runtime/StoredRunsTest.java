package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.CapturedPair;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.ImportedRun;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.StoredRun.State;
import org.taskaffinity.testing.Golden;

class StoredRunsTest {
  private static final Experiment LOOK = Small.experimentNamed("look");

  @TempDir Path out;

  private String without(String text) {
    return text.replace(out.toString(), "~")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
        .replaceAll("in \\d+\\.\\d s", "in TIME");
  }

  /** Stops a run after a few steps, its state kept. */
  private void interrupted(Experiment experiment) {
    Progress interrupting =
        new Progress() {
          @Override
          public void advance(long done, String note) {
            if (done == 7) {
              Thread.currentThread().interrupt();
            }
          }
        };
    try (Runner runner = Small.runner(out, interrupting)) {
      assertTrue(assertThrows(RunException.class, () -> runner.run(experiment)).stopped());
    }
  }

  @Test
  void whatWasRunIsListedAndReadBackWithItsExperiment() {
    try (Runner runner = Small.runner(out)) {
      assertEquals(List.of(), runner.runs());
      Result result = runner.run(LOOK);
      StoredRun listed = runner.runs().get(0);
      assertEquals(
          new StoredRun(
              result.record().id(),
              State.FINISHED,
              "look",
              LOOK.toString(),
              result.record().started(),
              result.record().seconds(),
              24,
              result.relation().pearson().value(),
              result.folder(),
              ""),
          listed);
      assertEquals(result, runner.stored(listed.id().substring(0, 5)));
      assertEquals(result, runner.stored(listed.id()));
      assertEquals(result, runner.stored(result.folder().toString()));
    }
  }

  @Test
  void anUnfinishedRunIsListedWithHowFarItCame() throws IOException {
    interrupted(LOOK);
    try (Runner runner = Small.runner(out)) {
      StoredRun listed = runner.runs().get(0);
      assertEquals(State.UNFINISHED, listed.state());
      assertEquals(7, listed.steps());
      assertTrue(listed.seconds() > 0);
      assertEquals(java.util.Optional.of(LOOK), listed.experiment());
      assertTrue(listed.started().matches("\\d{4}-.*Z"), listed.started());
      runner.run(LOOK);
      assertEquals(List.of(State.FINISHED), runner.runs().stream().map(StoredRun::state).toList());
    }
  }

  @Test
  void theNewestComesFirst() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Result older = runner.run(LOOK);
      Result newer = runner.run(LOOK.seed(2));
      Path record = older.folder().resolve("run.json");
      Files.writeString(
          record,
          Files.readString(record)
              .replaceAll(",\\s*\"files\" : \\{[^}]*},\\s*\"sha256\".*", "") // as runs were once
              .replace(older.record().started(), "2001-01-01T00:00:00Z"));
      assertEquals(
          List.of(newer.record().id(), older.record().id()),
          runner.runs().stream().map(StoredRun::id).toList());
    }
  }

  /** Within the first of what a file says; what comes later has other lengths with other bits. */
  private static final int CUT = 25;

  /** Whatever lies in the store, there is a list. */
  @Test
  void damagedRunsAreListedAsSuch() throws IOException {
    try (Runner runner = Small.runner(out)) {
      Path folder = runner.run(LOOK).folder();
      List<String> said = new ArrayList<>();
      for (String file : List.of("run.json", "summary.json", "affinity.csv", "captures.npz")) {
        byte[] whole = Files.readAllBytes(folder.resolve(file));
        Files.delete(folder.resolve(file));
        if (!file.equals("run.json")) {
          said.add(listed(runner, "without " + file));
        }
        if (file.endsWith(".json")) {
          Files.write(folder.resolve(file), Arrays.copyOf(whole, CUT));
          said.add(listed(runner, file + " cut short"));
          Files.writeString(folder.resolve(file), "null");
          said.add(listed(runner, file + " null"));
        }
        Files.write(folder.resolve(file), whole);
      }
      String text = Files.readString(folder.resolve("run.json"));
      Files.writeString(folder.resolve("run.json"), text.replace("gcn(16, 16)", "gcn(16, 17)"));
      said.add(listed(runner, "another description"));
      Files.writeString(folder.resolve("run.json"), text);
      assertEquals(State.FINISHED, runner.runs().get(0).state());
      Golden.check("stored-runs-damaged.txt", String.join("\n", said));
    }
  }

  private String listed(Runner runner, String how) {
    StoredRun run = runner.runs().get(0);
    String problem = without(run.problem().replace(run.id(), "ID"));
    assertEquals(State.DAMAGED, run.state(), how);
    assertEquals("look", run.name(), "known from description.txt");
    if (!how.contains("run.json") && !how.contains("description")) {
      return how + ": " + problem;
    }
    RunException refused = assertThrows(RunException.class, () -> runner.stored(run.id()));
    String said = without(refused.getMessage().replace(run.id(), "ID")).replace("\n", "\n  ");
    return how + ": " + problem + "\n  " + said;
  }

  /** A damaged run counts as absent: it is said, kept under another name, and trained again. */
  @Test
  void aDamagedRunIsTrainedAgain() throws IOException {
    List<String> said = new ArrayList<>();
    Progress listening =
        new Progress() {
          @Override
          public void say(String line) {
            said.add(line);
          }
        };
    try (Runner runner = Small.runner(out, listening)) {
      Result first = runner.run(LOOK);
      Result second = runner.run(LOOK.seed(2));
      for (String file : List.of("affinity.csv", "run.json", "summary.json", "history.csv")) {
        byte[] whole = Files.readAllBytes(first.folder().resolve(file));
        byte[] torn = Arrays.copyOf(whole, whole.length / 2);
        Files.write(first.folder().resolve(file), torn);
        assertEquals(first.affinity(), runner.run(LOOK).affinity(), file);
        assertEquals(1, said.size(), said::toString);
        String told = said.remove(0);
        assertTrue(told.startsWith("the stored run " + first.record().id().substring(0, 12)), told);
        Path kept = Path.of(told.replaceAll(".* it is kept as |, and trained again", ""));
        org.junit.jupiter.api.Assertions.assertArrayEquals(
            torn, Files.readAllBytes(kept.resolve(file)));
      }
      Files.delete(second.folder().resolve("tasks.csv"));
      assertEquals(2, runner.run(LOOK.seeds(1, 2)).each().size());
      assertEquals(1, said.size(), said::toString);
      assertEquals(Set.of("FINISHED"), Set.copyOf(states(runner)));
    }
  }

  private static List<String> states(Runner runner) {
    return runner.runs().stream().map(run -> run.state().name()).toList();
  }

  @Test
  void whatIsNoRunIsPassedOver() throws IOException {
    Path runs = Files.createDirectories(out.resolve("runs"));
    Files.writeString(runs.resolve("notes.txt"), "mine");
    Files.createDirectory(runs.resolve("mine"));
    Files.writeString(runs.resolve("a".repeat(64)), "a file called like a run");
    Files.createDirectory(runs.resolve("b".repeat(64)));
    Files.createDirectory(runs.resolve("c".repeat(64) + ".partial"));
    try (Runner runner = Small.runner(out)) {
      assertEquals(
          Set.of("b DAMAGED", "c UNFINISHED"),
          runner.runs().stream()
              .map(r -> r.id().substring(0, 1) + " " + r.state())
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void refusalsListWhatIsThere() throws IOException {
    Path runs = Files.createDirectories(out.resolve("runs"));
    StringBuilder said = new StringBuilder();
    try (Runner runner = Small.runner(out)) {
      said.append(refused(runner, "3f2a"));
      String finished = runner.run(LOOK).record().id();
      interrupted(LOOK.seed(5));
      String partial =
          runner.runs().stream()
              .filter(r -> r.state() == State.UNFINISHED)
              .findFirst()
              .orElseThrow()
              .id();
      said.append(refused(runner, "nowhere"));
      said.append(refused(runner, partial).replace(partial.substring(0, 12), "UNFINISHED"));
      Path twin = runs.resolve(finished.substring(0, 1) + "0".repeat(63) + ".partial");
      Files.createDirectory(twin);
      said.append(refused(runner, finished.substring(0, 1)));
      said.append(refused(runner, ""));
    }
    Golden.check(
        "stored-runs-refused.txt",
        said.toString()
            .replaceAll("\"[0-9a-f]\"", "\"X\"")
            .replaceAll("(?m)^    [0-9a-f]{12} .*$", "    RUN"));
  }

  private String refused(Runner runner, String run) {
    PlanException refused = assertThrows(PlanException.class, () -> runner.stored(run), run);
    return without(refused.getMessage()) + "\n\n";
  }

  /** The mean of what was captured is the affinity. */
  @Test
  void capturesAreThoseThatTheAffinityIsTheMeanOf() {
    try (Runner runner = Small.runner(out)) {
      Result result = runner.run(LOOK);
      Captured captured = runner.captured(result);
      assertEquals(result.record().captures(), captured.size());
      assertEquals(result.affinity().tasks(), captured.tasks());
      double[][] mean = captured.measure(CapturedPair::mean).values();
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          assertEquals(result.affinity().at(i, j), mean[i][j], i == j ? 1e-6 : 1e-15);
        }
      }
      assertEquals(
          result.conflictRate().at(0, 4),
          captured
              .measure(
                  p ->
                      java.util.Arrays.stream(p.cosines()).filter(c -> c < 0).count()
                          / (double) p.size())
              .at(0, 4),
          1e-15);
    }
  }

  @Test
  void aRunGoesToAnotherStoreAndIsKnownThere() {
    Path bundle = out.resolve("look.zip");
    try (Runner here = Small.runner(out.resolve("a"));
        Runner there = Small.runner(out.resolve("b"))) {
      Result result = here.run(LOOK);
      here.export(result, bundle);
      ImportedRun brought = there.importBundle(bundle);
      assertFalse(brought.there());
      assertEquals(brought.run(), there.runs().get(0));
      assertEquals(result.affinity(), there.stored(brought.run().shortId()).affinity());
      // Asking the other store for the experiment itself trains nothing: the result is there.
      assertEquals(result.record(), there.run(LOOK).record());
      assertTrue(there.importBundle(bundle).there());
      assertEquals(List.of(), there.importBundle(bundle).differing());
      assertEquals(
          List.of("seed"),
          result.differences(here.run(LOOK.seed(3))).stream().map(d -> d.part()).toList());
    }
  }

  /** One works, another lists all the while: neither notices the other. */
  @Test
  void listingDisturbsNobodyAndIsNotDisturbed() {
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              try (Runner runner = Small.runner(out)) {
                runner.run(LOOK.seeds(1, 2, 3));
              }
            });
    try (Runner runner = Small.runner(out)) {
      int looks = 0;
      while (!work.isDone() || looks == 0) {
        for (StoredRun run : runner.runs()) {
          assertTrue(run.state() != State.DAMAGED, run::toString);
          looks++;
        }
      }
      work.join();
      assertEquals(3, runner.runs().stream().filter(r -> r.state() == State.FINISHED).count());
    }
  }
}
