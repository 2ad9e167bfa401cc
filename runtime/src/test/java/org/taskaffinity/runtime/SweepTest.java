package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.head;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Sweep;
import org.taskaffinity.runtime.plan.MemoryBudget;

/** Many trainings at once give what one after another gives, whatever happens to them. */
class SweepTest {
  private static final List<String> BITS =
      List.of("affinity.csv", "conflicts.csv", "history.csv", "tasks.csv", "captures.npz");
  private static final int CELLS = 200;
  private static final int KILLS = 4;

  @TempDir Path out;

  /** Two tasks, a few steps. */
  private static Experiment tiny() {
    return experiment("tiny", planted(design().molecules(60)).tasks("T1", "T2"))
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(8).projection(8))
        .head(head(4))
        .training(adamW(0.003).batchSize(16).epochs(2))
        .capture(captureEvery(2).window(all()));
  }

  private static Sweep tiny(int cells) {
    return tiny().seeds(LongStream.rangeClosed(1, cells).toArray());
  }

  private static Settings cpu(Path out, int threads) {
    return Settings.settings().out(out).device(Device.CPU).threads(threads);
  }

  private static Runner open(Path out, int threads) {
    return Runner.open(cpu(out, threads));
  }

  /** Two processes, each with two threads; one of them is killed again and again. */
  @Test
  @Tag("one-jdk")
  void twoProcessesShareASweepAndEitherMayBeKilled() throws Exception {
    Path shared = out.resolve("shared");
    Random random = new Random(7);
    List<Process> processes = new ArrayList<>(List.of(start(shared), start(shared)));
    try {
      for (int kills = 0; kills < KILLS; kills++) {
        while (finished(shared) < (kills + 1) * CELLS / (KILLS + 1)) {
          TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200)); // anywhere within a training
        int victim = random.nextInt(2);
        assertTrue(processes.get(victim).isAlive(), "it has ended by itself");
        processes.get(victim).destroyForcibly().waitFor();
        processes.set(victim, start(shared));
      }
      for (Process process : processes) {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
        assertEquals(0, process.exitValue());
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    assertEquals(CELLS, finished(shared));
    try (Runner quiet = open(out.resolve("quiet"), 1);
        Runner reading = open(shared, 1)) {
      compare(quiet.run(tiny(CELLS)), reading.run(tiny(CELLS)));
    }
  }

  private static long finished(Path out) throws IOException {
    Path runs = out.resolve("runs");
    if (!Files.exists(runs)) {
      return 0;
    }
    try (Stream<Path> inside = Files.list(runs)) {
      return inside.filter(p -> p.getFileName().toString().matches("[0-9a-f]{64}")).count();
    }
  }

  private static void compare(Results quiet, Results other) throws IOException {
    assertEquals(List.of(), other.failed());
    assertEquals(quiet.each().size(), other.each().size());
    for (int i = 0; i < quiet.each().size(); i++) {
      Result one = quiet.each().get(i);
      assertEquals(one.experiment(), other.each().get(i).experiment());
      assertEquals(1, one.record().threads());
      for (String file : BITS) {
        assertArrayEquals(
            Files.readAllBytes(one.folder().resolve(file)),
            Files.readAllBytes(other.each().get(i).folder().resolve(file)),
            file);
      }
    }
  }

  private static Process start(Path store) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dai.djl.offline=true",
            "--add-modules", // the engine of this JVM
            "jdk.incubator.vector",
            "-Daffinity.checkpoint.seconds=0",
            "-XX:+UseSerialGC",
            SweepTest.class.getName(),
            store.toString())
        .redirectError(new File("/dev/null"))
        .start();
  }

  /** Runs the sweep; to be killed. */
  public static void main(String[] args) {
    try (Runner runner = open(Path.of(args[0]), 2)) {
      runner.run(tiny(CELLS));
    }
  }

  /** The sweep's own thread is interrupted, as Ctrl-C does; each training keeps its state. */
  @Test
  void aStoppedSweepGoesOnWithTheSameBits() throws Exception {
    Sweep asked = tiny().training(adamW(0.003).batchSize(8).epochs(150)).seeds(1, 2, 3);
    Thread worker = Thread.currentThread();
    Progress interrupting =
        new Progress() {
          private boolean done;

          @Override
          public void advance(long finished, String note, double share, java.time.Duration left) {
            if (share > 0.05 && !done) {
              done = true;
              worker.interrupt();
            }
          }
        };
    Path shared = out.resolve("a");
    try (Runner runner = Runner.open(cpu(shared, 2).progress(interrupting))) {
      RunException stopped = assertThrows(RunException.class, () -> runner.run(asked));
      assertTrue(stopped.stopped());
      assertEquals(
          "Stopped with 0 of 3 experiments finished; what was reached is kept.\n"
              + "  to go on, run the same again",
          stopped.getMessage());
      assertFalse(Thread.interrupted());
      long kept = runner.runs().stream().filter(run -> run.steps() > 0).count();
      assertEquals(Math.min(2, Runtime.getRuntime().availableProcessors()), kept);
    }
    try (Runner goingOn = open(shared, 2);
        Runner undisturbed = open(out.resolve("b"), 1)) {
      compare(undisturbed.run(asked), goingOn.run(asked));
    }
  }

  @Test
  void whatFailsIsListedAndTheOthersGoOn() {
    Sweep sweep = tiny().over(adamW(0.003).epochs(2), adamW(1e30).clip(0).epochs(2)).seeds(1, 2);
    List<String> said = new ArrayList<>();
    Progress listening =
        new Progress() {
          @Override
          public void say(String line) {
            said.add(line);
          }
        };
    try (Runner runner = Runner.open(cpu(out, 2).progress(listening))) {
      Results results = runner.run(sweep);
      assertEquals(2, results.each().size());
      assertEquals(1, results.pooled().size());
      assertEquals(2, results.failed().size());
      Results.Failed failed = results.failed().get(0);
      assertEquals(sweep.experiments().get(2), failed.experiment());
      assertTrue(failed.message().contains("Lower the rate"), failed.message());
      assertEquals(1, said.stream().filter(l -> l.contains("Lower the rate")).count(), "" + said);
      assertEquals(1, said.stream().filter(l -> l.contains("the same reason")).count(), "" + said);
      assertTrue(results.toString().contains("seed 2      failed: "), results.toString());
      RunException all =
          assertThrows(
              RunException.class,
              () -> runner.run(tiny().training(adamW(1e30).clip(0)).seeds(1, 2)));
      assertTrue(all.getMessage().contains("Lower the rate"), all.getMessage());
    }
  }

  @Test
  void whatDoesNotFitItsDataIsListedToo() {
    try (Runner runner = open(out, 2)) {
      Results results =
          runner.run(
              tiny()
                  .data(planted(design().molecules(60).coverage(0.5)).tasks("T1", "T2"))
                  .over(natural(), targetJaccard(0.99)));
      assertEquals(1, results.each().size());
      assertTrue(results.failed().get(0).message().contains("targetJaccard(0.99)"));
      Sweep nowhere = tiny().over(dataset("no-such"), dataset("no-such").tasks("a", "b"));
      assertThrows(PlanException.class, () -> runner.run(nowhere));
      assertEquals(1, runner.run(tiny().over(tiny().data(), dataset("no-such"))).failed().size());
    }
  }

  /** One thread a training; all of them for one alone, and where DJL trains. */
  @Test
  void theRecordSaysWithHowManyThreads() {
    try (Runner java = open(out.resolve("java"), 2);
        Runner djl = Runner.open(cpu(out.resolve("djl"), 2).engine(Engine.DJL))) {
      for (Result each : java.run(tiny(2)).each()) {
        assertEquals(1, each.record().threads());
        assertTrue(each.record().versions().get("engine").startsWith("java"));
      }
      assertEquals(2, java.run(tiny().seeds(9)).each().get(0).record().threads());
      for (Result each : djl.run(tiny(2)).each()) {
        assertEquals(2, each.record().threads());
        assertEquals("djl", each.record().versions().get("engine"));
      }
    }
  }

  @Test
  void freshMakesAllAnewAndOnce() {
    try (Runner first = open(out, 2);
        Runner fresh = Runner.open(cpu(out, 2).fresh(true))) {
      Results old = first.run(tiny(3));
      Results anew = fresh.run(tiny(3));
      for (int i = 0; i < 3; i++) {
        assertEquals(old.each().get(i).affinity(), anew.each().get(i).affinity());
        assertNotEquals(
            old.each().get(i).record().seconds(), anew.each().get(i).record().seconds());
      }
    }
  }

  /** Claims are locks; what the clock says, or said when somebody wrote, has no part in them. */
  @Test
  void aClockThatJumpsChangesNothing() throws IOException {
    try (Runner runner = open(out, 2)) {
      Results before = runner.run(tiny(2));
      try (Stream<Path> all = Files.walk(out)) {
        for (Path path : all.toList()) {
          boolean future = path.hashCode() % 2 == 0;
          Files.setLastModifiedTime(
              path,
              FileTime.from(
                  Instant.parse(future ? "2100-01-01T00:00:00Z" : "1980-01-01T00:00:00Z")));
        }
      }
      Results after = runner.run(tiny(4));
      assertEquals(before.each().get(1).affinity(), after.each().get(1).affinity());
      assertEquals(4, after.each().size());
    }
  }

  /** In a small heap two trainings that do not fit beside one another take turns. */
  @Test
  void memoryBoundsHowManyAreUnderWay() throws Exception {
    MemoryBudget budget = new MemoryBudget(100L << 20, 8);
    List<String> told = new ArrayList<>();
    int[] most = new int[2];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          new Thread(
              () -> {
                try (MemoryBudget.Held held = budget.hold(40L << 20, told::add)) {
                  synchronized (most) {
                    most[1] = Math.max(most[1], ++most[0]);
                  }
                  TimeUnit.MILLISECONDS.sleep(20);
                  synchronized (most) {
                    most[0]--;
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(2, most[1]);
    assertEquals(
        List.of(
            "memory allows about 2 trainings at once where there are 8 threads: 40 MB each,"
                + " 100 MB in all; JAVA_OPTS=-Xmx1g allows all"),
        told);
    budget.hold(1000L << 20, told::add).close(); // goes alone
  }
}
