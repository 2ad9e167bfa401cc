package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchTest {
  @TempDir Path folder;

  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private Cli cli;

  private Path script(String text) throws Exception {
    return Files.writeString(folder.resolve("study.affinity.jsh"), text);
  }

  /** As the process does it: the command has a thread, and Ctrl-C comes from another. */
  private void watch(Path file) throws Exception {
    CompletableFuture<Cli> made = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              Cli its = new Cli();
              made.complete(its);
              code.complete(its.run("run", file.toString(), "--watch"));
            });
    worker.setDaemon(true);
    worker.start();
    cli = made.get();
  }

  private void await(BooleanSupplier what) throws Exception {
    for (int i = 0; i < 1000 && !what.getAsBoolean() && !code.isDone(); i++) {
      Thread.sleep(20);
    }
    assertTrue(what.getAsBoolean(), () -> cli.out() + "--- err\n" + cli.err());
  }

  /** How often the command has come to wait for a change. */
  private int rounds() {
    return cli.err().split("Ctrl-C ends", -1).length - 1;
  }

  @AfterEach
  void end() throws Exception {
    if (cli != null && !code.isDone()) {
      cli.interruption.ask(130);
    }
    assertTrue(cli == null || code.get(20, TimeUnit.SECONDS) != null);
  }

  @Test
  void aChangedScriptRunsAgain() throws Exception {
    Path file = script("1\n");
    watch(file);
    await(() -> rounds() == 1);
    assertEquals("1\n", cli.out());
    script("2\n");
    await(() -> rounds() == 2);
    assertEquals("1\n2\n", cli.out());
    cli.interruption.ask(130);
    assertEquals(130, code.get(20, TimeUnit.SECONDS));
  }

  @Test
  void anEditorMayPutAnotherFileInItsPlace() throws Exception {
    Path file = script("1\n");
    watch(file);
    await(() -> rounds() == 1);
    Files.move(file, folder.resolve("study.affinity.jsh~"));
    Thread.sleep(400); // longer than a burst of events lasts
    Path written = Files.writeString(folder.resolve(".study.swp"), "2\n");
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    await(() -> rounds() == 2);
    assertEquals("1\n2\n", cli.out());
  }

  @Test
  void whatIsWrittenInSeveralStepsRunsOnce() throws Exception {
    Path file = script("1\n");
    watch(file);
    await(() -> rounds() == 1);
    for (int i = 0; i < 5; i++) {
      script("throw new IllegalStateException(\"half " + i + "\");\n");
    }
    script("2\n");
    await(() -> cli.out().equals("1\n2\n") && cli.err().endsWith("Ctrl-C ends.\n"));
    assertTrue(rounds() < 6, cli.err()); // two, unless the machine sleeps between two lines
  }

  @Test
  void whatStaysTheSameDoesNotRunAgain() throws Exception {
    Path file = script("1\n");
    watch(file);
    await(() -> rounds() == 1);
    script("1\n");
    Files.writeString(folder.resolve("other.txt"), "new");
    Thread.sleep(1000);
    assertEquals("1\n", cli.out());
    assertEquals(1, rounds());
  }

  @Test
  void errorsAreToldAndTheWatchGoesOn() throws Exception {
    Path file = script("int a = ;\n");
    watch(file);
    await(() -> rounds() == 1);
    assertTrue(cli.err().contains("study.affinity.jsh:1:9"), cli.err());
    Files.write(file, new byte[] {'"', (byte) 0xE4, '"'});
    await(() -> rounds() == 2);
    assertTrue(cli.err().contains("is not written in UTF-8"), cli.err());
    script("keepLabels(50)\n");
    await(() -> rounds() == 3);
    script("3\n");
    await(() -> rounds() == 4);
    assertEquals("3\n", cli.out());
  }

  @Test
  void aTableThatTheScriptNamesIsWatchedToo() throws Exception {
    Path table = Files.writeString(folder.resolve("mine.csv"), "a\n1\n");
    Path file =
        script("Files.readAllLines(Path.of(\"" + table + "\")).size()\n".replace('\\', '/'));
    watch(file);
    await(() -> rounds() == 1);
    Files.writeString(table, "a\n1\n2\n3\n");
    await(() -> rounds() == 2);
    assertEquals("2\n4\n", cli.out());
  }

  @Test
  void aChangeStopsARunThatHasNotEnded() throws Exception {
    Path file = script("println(\"begun\");\nrunner.run(experiment(\"forever\", planted()))\n");
    watch(file);
    await(() -> cli.out().equals("begun\n"));
    Thread.sleep(300);
    script("2\n");
    await(() -> rounds() == 1);
    assertEquals("begun\n2\n", cli.out());
    assertFalse(cli.err().contains("Stopped."), cli.err());
    assertEquals(1, cli.runners.size(), "one runner for all rounds");
  }

  @Test
  void ctrlCEndsARunAndTheWatch() throws Exception {
    Path file = script("println(\"begun\");\nrunner.run(experiment(\"forever\", planted()))\n");
    watch(file);
    await(() -> cli.out().equals("begun\n"));
    Thread.sleep(300);
    cli.interruption.ask(130);
    assertEquals(130, code.get(20, TimeUnit.SECONDS));
    assertTrue(cli.err().contains("Stopped."), cli.err());
  }

  @Test
  void waitingCostsNothing() throws Exception {
    watch(script("1\n"));
    await(() -> rounds() == 1);
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long before = cpu(threads);
    Thread.sleep(2000);
    assertTrue(cpu(threads) - before < 20_000_000, "busy while waiting");
  }

  private static long cpu(java.lang.management.ThreadMXBean threads) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("watch "))
        .mapToLong(t -> threads.getThreadCpuTime(t.getId()))
        .sum();
  }
}
