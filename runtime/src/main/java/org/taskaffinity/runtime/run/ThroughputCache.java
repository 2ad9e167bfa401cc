package org.taskaffinity.runtime.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.bench.Benchmark;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Sha256;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.record.Build;
import org.taskaffinity.runtime.record.Json;
import org.taskaffinity.runtime.train.TrainingSpec;
import org.taskaffinity.runtime.train.Trial;

/**
 * How fast this machine trains: tried once for each kind of training and engine, and remembered in
 * a file each, named by the machine, its JVM, the engine, and the sizes of network and batch.
 */
public final class ThroughputCache {
  /** Batches whose atoms differ by less than a tenth are of one kind. */
  private static final double ALIKE = Math.log(1.1);

  private final Path folder;
  private final boolean refresh;
  private final Map<String, Optional<Trial.Pace>> known = new HashMap<>();

  /**
   * @param folder where they are remembered
   * @param refresh whether stored throughputs are measured again
   */
  public ThroughputCache(Path folder, boolean refresh) {
    this.folder = folder;
    this.refresh = refresh;
  }

  /** Its pace; empty where the trial failed, which the training itself will then explain. */
  public Optional<Trial.Pace> of(Prepared prepared, Engine engine) {
    String key = key(prepared, engine);
    return known.computeIfAbsent(
        key, k -> remembered(file(k)).or(() -> tried(prepared, engine, k)));
  }

  private Path file(String key) {
    return folder.resolve(Sha256.of(key).substring(0, 16) + ".json");
  }

  private static String key(Prepared prepared, Engine engine) {
    TrainingSpec assignment = prepared.assignment();
    return String.join(
        "\n",
        Benchmark.processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores",
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        Build.VERSION + ", " + engine.words(assignment),
        assignment.architecture().toString(),
        assignment.optimisation().batchSize() + " rows",
        Math.round(Math.log(prepared.atoms()) / ALIKE) + " tenths of atoms");
  }

  private Optional<Trial.Pace> remembered(Path file) {
    try {
      return refresh || !Files.exists(file)
          ? Optional.empty()
          : Optional.of(Json.read(file, Trial.Pace.class));
    } catch (RunException damaged) {
      return Optional.empty(); // and tried again
    }
  }

  private Optional<Trial.Pace> tried(Prepared prepared, Engine engine, String key) {
    try {
      Trial.Pace pace = Trial.of(prepared.assignment(), engine::learner);
      remember(file(key), pace);
      return Optional.of(pace);
    } catch (RunException failed) {
      return Optional.empty();
    }
  }

  private static void remember(Path file, Trial.Pace pace) {
    try {
      AtomicFiles.write(file, Json.text(pace));
    } catch (RunException unwritable) {
      // A cache that cannot be written is none; the next plan tries again.
    }
  }
}
