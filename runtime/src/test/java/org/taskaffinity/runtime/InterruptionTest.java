package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Training;

/** A run that was stopped goes on and ends with the bits of one that was not. */
class InterruptionTest {
  private static final List<String> BITS =
      List.of("affinity.csv", "conflicts.csv", "history.csv", "tasks.csv", "captures.npz");

  @TempDir Path out;

  /** Some seconds long, with a checkpoint every second or so. */
  private static Experiment longer() {
    return Small.experimentNamed("stopped").training(Mtl.adamW(0.003).batchSize(8).epochs(60));
  }

  /** In the middle of an epoch, and at its end, where the validation rows are judged. */
  @ParameterizedTest
  @ValueSource(longs = {17, 18, 24})
  void anInterruptKeepsTheStateAndTheNextRunGoesOn(long step) throws IOException {
    interruptAndGoOn(Small.experimentNamed("stopped"), step);
  }

  static Stream<Training> others() {
    return Stream.of(Mtl.adam(0.003), Mtl.sgd(0.05, 0.9), Mtl.sgd(0.05, 0));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatAnOptimiserRemembersIsKept(Training training) throws IOException {
    Training brief = training.batchSize(16).epochs(4).weightDecay(0.01);
    interruptAndGoOn(Small.experimentNamed("stopped").training(brief), 10);
  }

  private void interruptAndGoOn(Experiment asked, long step) throws IOException {
    Thread worker = Thread.currentThread();
    Progress interrupting =
        new Progress() {
          @Override
          public void advance(long done, String note) {
            if (done == step) {
              worker.interrupt();
            }
          }
        };
    try (Runner runner = Small.runner(out.resolve("a"), interrupting)) {
      RunException stopped = assertThrows(RunException.class, () -> runner.run(asked));
      assertTrue(
          stopped.getMessage().startsWith("Stopped after step " + step + " of 24"),
          stopped.getMessage());
      assertFalse(Thread.interrupted());
    }
    compare(asked);
  }

  @Test
  void aKilledProcessLosesNoBit() throws Exception {
    Path store = out.resolve("a");
    Process process = start(store);
    Path runs = store.resolve("runs");
    while (!hasCheckpoint(runs) && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    process.destroyForcibly().waitFor();
    assertTrue(hasCheckpoint(runs), "the process had ended before it could be killed");
    compare(longer());
  }

  /** Goes on in the store {@code a}, runs undisturbed in {@code b}, and compares. */
  private void compare(Experiment asked) throws IOException {
    try (Runner goingOn = Small.runner(out.resolve("a"));
        Runner undisturbed = Small.runner(out.resolve("b"))) {
      Result resumed = goingOn.run(asked);
      Result whole = undisturbed.run(asked);
      assertEquals(whole.affinity(), resumed.affinity());
      for (String file : BITS) {
        assertArrayEquals(
            Files.readAllBytes(whole.folder().resolve(file)),
            Files.readAllBytes(resumed.folder().resolve(file)),
            file);
      }
    }
  }

  private static boolean hasCheckpoint(Path runs) throws IOException {
    if (!Files.exists(runs)) {
      return false;
    }
    try (var found =
        Files.find(runs, 2, (path, a) -> path.getFileName().toString().equals("checkpoint.bin"))) {
      return found.findAny().isPresent();
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
            InterruptionTest.class.getName(),
            store.toString())
        .inheritIO()
        .start();
  }

  /** Runs the experiment; to be killed. */
  public static void main(String[] args) {
    try (Runner runner = Small.runner(Path.of(args[0]))) {
      runner.run(longer());
    }
  }
}
