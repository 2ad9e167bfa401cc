package org.taskaffinity.scripts.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Speed;

/**
 * Whole analyses and many small trainings, each in a process of its own from start to end, beside
 * the same in PyTorch where that is asked for: one after the other, in turns.
 *
 * <p>Molecules are featurised anew in every process, for the comparison does so too: each of ours
 * has an empty cache. Ours also judges every epoch and writes all files of its runs.
 *
 * @param rounds times that each is run
 * @param epochs of an analysis; each of many trainings has a tenth of them, one at least
 * @param threads cores to work on; 0 for all
 * @param python an interpreter to compare with
 */
public record WholeProcesses(int rounds, int epochs, int threads, Optional<String> python) {
  private static final int TRAININGS = 64;
  private static final int EVERY = 5;

  /**
   * Where a data set lies.
   *
   * @param name of the catalogue
   * @param title for people
   * @param tasks K
   * @param folder where files of the catalogue lie
   * @param path the file itself
   */
  public record Data(String name, String title, int tasks, Path folder, Path path) {}

  /** What is run, and who runs it by which words. */
  private record Work(String name, int tasks, Data data, Map<String, List<String>> contenders) {}

  /**
   * Measures all of them.
   *
   * @param analyses data sets to analyse; many small trainings are of two tasks of the first
   * @param hears what is going on
   * @throws DescriptionException if the launcher did not start this program
   * @throws RunException if one of them fails
   */
  public List<Speed.Row> measure(List<Data> analyses, Consumer<String> hears) {
    String launcher = System.getProperty("affinity.launcher");
    if (launcher == null) {
      throw new DescriptionException(
          "Whole processes are started by the launcher, and this one was not.\n"
              + "  write ./affinity bench --whole N");
    }
    Path folder = temporary();
    try {
      Optional<Python> peer = python.flatMap(path -> Python.find(path, folder, hears));
      peer.ifPresent(found -> hears.accept("compared with " + found.version()));
      List<Speed.Row> rows = new ArrayList<>();
      for (Data data : analyses) {
        rows.addAll(measured(analysis(launcher, data, peer), folder, hears));
      }
      rows.addAll(measured(pairs(launcher, analyses.get(0), folder, peer), folder, hears));
      return rows;
    } finally {
      delete(folder);
    }
  }

  private Work analysis(String launcher, Data data, Optional<Python> peer) {
    Map<String, List<String>> contenders = new LinkedHashMap<>();
    contenders.put(
        "java",
        List.of(
            launcher,
            "analyze",
            data.name(),
            "--epochs=" + epochs,
            "--capture-every=" + EVERY,
            "--threads=" + threads,
            "--quiet"));
    peer.ifPresent(
        found ->
            contenders.put(
                "python",
                found.words(
                    data.path(),
                    "--what=analysis",
                    "--epochs=" + epochs,
                    "--every=" + EVERY,
                    "--threads=" + threads)));
    return new Work("whole analysis, %d epochs".formatted(epochs), data.tasks(), data, contenders);
  }

  private Work pairs(String launcher, Data data, Path folder, Optional<Python> peer) {
    int few = Math.max(1, epochs / 10);
    Path script = write(folder.resolve("pairs.affinity.jsh"), data, few);
    int cores = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    Map<String, List<String>> contenders = new LinkedHashMap<>();
    for (int n = 1; n <= cores; n = n == cores ? n + 1 : Math.min(2 * n, cores)) {
      contenders.put(
          "java, %d at once".formatted(n),
          List.of(launcher, "run", script.toString(), "--threads=" + n, "--quiet"));
    }
    peer.ifPresent(
        found ->
            contenders.put(
                "python, one after another",
                found.words(
                    data.path(),
                    "--what=pairs",
                    "--trainings=" + TRAININGS,
                    "--epochs=" + few,
                    "--every=" + EVERY,
                    "--threads=" + threads)));
    String name = "%d two-task trainings, %d epochs".formatted(TRAININGS, few);
    return new Work(name, 2, data, contenders);
  }

  private static Path write(Path script, Data data, int epochs) {
    String text =
        """
        var data = dataset("%s");
        var two = data.tasks(runner.locate("%s").entry().tasks().subList(0, 2).toArray(Task[]::new));
        long[] seeds = java.util.stream.LongStream.rangeClosed(1, %d).toArray();
        runner.run(experiment("pairs", two)
            .training(adamW(0.001).epochs(%d))
            .capture(captureEvery(%d).window(all()))
            .seeds(seeds));
        """
            .formatted(data.name(), data.name(), TRAININGS, epochs, EVERY);
    try {
      return Files.writeString(script, text);
    } catch (IOException e) {
      throw new RunException(script + " could not be written: " + e.getMessage(), e);
    }
  }

  private List<Speed.Row> measured(Work work, Path folder, Consumer<String> hears) {
    Map<String, double[]> seconds = new LinkedHashMap<>();
    Map<String, double[]> megabytes = new LinkedHashMap<>();
    double[] featurising = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      for (var each : work.contenders().entrySet()) {
        hears.accept(
            "%s, %s: %s, round %d of %d"
                .formatted(work.name(), work.data().title(), each.getKey(), round + 1, rounds));
        Child child = alone(each.getValue(), folder, work.data());
        seconds.computeIfAbsent(each.getKey(), who -> new double[rounds])[round] = child.seconds();
        if (child.megabytes().isPresent()) {
          megabytes.computeIfAbsent(each.getKey(), who -> new double[rounds])[round] =
              child.megabytes().getAsDouble();
        }
        featurising[round] += featurising(child);
      }
    }
    List<Speed.Row> rows = new ArrayList<>();
    seconds.forEach((who, times) -> rows.add(row(work, work.name(), who, "s", times)));
    megabytes.forEach(
        (who, most) -> rows.add(row(work, "peak memory, " + work.name(), who, "MB", most)));
    if (featurising[0] > 0) {
      rows.add(row(work, "featurising", "python, scaffolds too", "s", featurising));
    }
    return rows;
  }

  /** Seconds that a process says its molecules took; 0 if it says none. */
  private static double featurising(Child child) {
    try {
      JsonNode said = new ObjectMapper().readTree(child.output());
      return said == null ? 0 : said.path("secondsFeaturising").asDouble(0);
    } catch (JsonProcessingException ours) {
      return 0;
    }
  }

  /** A process with a folder and an empty cache of its own. */
  private static Child alone(List<String> words, Path folder, Data data) {
    Path own = folder.resolve("own");
    try {
      Files.createDirectories(own);
      return Child.run(
          words,
          Map.of(
              "XDG_CACHE_HOME",
              own.resolve("cache").toString(),
              "AFFINITY_DATA",
              data.folder().toAbsolutePath().toString()),
          own);
    } catch (IOException e) {
      throw new RunException(own + " could not be made: " + e.getMessage(), e);
    } finally {
      delete(own);
    }
  }

  private static Speed.Row row(Work work, String name, String who, String unit, double[] values) {
    return Speed.Row.of(name, work.tasks(), work.data().title(), 0, who, unit, values);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("affinity-bench");
    } catch (IOException e) {
      throw new RunException("No folder for processes could be made: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException left) {
      folder.toFile().deleteOnExit();
    }
  }
}
