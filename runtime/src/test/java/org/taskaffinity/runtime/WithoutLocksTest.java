package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.head;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.randomSplit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.Sweep;

/** Two processes on one store whose locks keep nobody out, as on a network file system. */
class WithoutLocksTest {
  private static final int PROCESSES = 2;

  @TempDir Path out;

  private static Sweep sweep() {
    return experiment("tiny", planted(design().molecules(60)).tasks("T1", "T2"))
        .split(randomSplit(0.8, 0.1, 0.1))
        .encoder(gcn(4).projection(4))
        .head(head(4))
        .training(adamW(0.003).batchSize(16).epochs(2))
        .capture(captureEvery(2).window(all()))
        .seeds(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static Runner open(Path store) {
    return Runner.open(Settings.settings().out(store).device(Device.CPU).threads(2));
  }

  @Test
  @Tag("one-jdk")
  void noRunIsEverDamaged() throws Exception {
    noRunIsEverDamaged(8);
  }

  @Test
  @Tag("slow")
  void noRunIsEverDamagedInFiftySweeps() throws Exception {
    noRunIsEverDamaged(50);
  }

  private void noRunIsEverDamaged(int sweeps) throws Exception {
    List<Process> processes = new ArrayList<>();
    try {
      for (int p = 0; p < PROCESSES; p++) {
        processes.add(start(p, sweeps));
      }
      for (int p = 0; p < PROCESSES; p++) {
        assertTrue(processes.get(p).waitFor(300, TimeUnit.SECONDS), "it hangs");
        assertEquals(0, processes.get(p).exitValue(), Files.readString(said(p)));
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    for (int i = 0; i < sweeps; i++) {
      try (Runner reading = open(store(i))) {
        assertEquals(8, reading.runs().size());
        for (StoredRun run : reading.runs()) {
          assertEquals(StoredRun.State.FINISHED, run.state(), run::problem);
          reading.captured(reading.stored(run.id()));
        }
      }
      try (Stream<Path> inside = Files.list(store(i).resolve("runs"))) {
        List<String> names = inside.map(path -> path.getFileName().toString()).toList();
        assertEquals(9, names.size(), names::toString);
      }
    }
  }

  private Path store(int sweep) {
    return out.resolve("store" + sweep);
  }

  private Path said(int process) {
    return out.resolve("said" + process);
  }

  private Process start(int process, int sweeps) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dai.djl.offline=true",
            "-Daffinity.locks=none",
            "--add-modules", // the engine of this JVM
            "jdk.incubator.vector",
            "-Daffinity.checkpoint.seconds=0",
            "-XX:+UseSerialGC",
            WithoutLocksTest.class.getName(),
            out.toString(),
            Integer.toString(process),
            Integer.toString(sweeps))
        .redirectErrorStream(true)
        .redirectOutput(said(process).toFile())
        .start();
  }

  /** Runs all sweeps, each begun when every process is ready for it. */
  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]);
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      Files.createFile(out.resolve("ready-" + i + "-" + args[1]));
      for (int p = 0; p < PROCESSES; p++) {
        while (!Files.exists(out.resolve("ready-" + i + "-" + p))) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
      }
      try (Runner runner = open(out.resolve("store" + i))) {
        Results results = runner.run(sweep());
        if (results.each().size() != 8 || !results.failed().isEmpty()) {
          throw new IllegalStateException("sweep " + i + ": " + results);
        }
      }
    }
  }
}
