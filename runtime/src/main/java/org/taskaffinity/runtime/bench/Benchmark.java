package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.runtime.train.LearnerProvider;

/**
 * Measures this machine, and says which one it is.
 *
 * @param device where DJL works
 * @param threads of either engine
 * @param djl whether DJL is measured
 * @param java the other engine, where it is measured
 */
public record Benchmark(Device device, int threads, boolean djl, Optional<LearnerProvider> java) {
  private static final double WARM_UP = 3000;
  private static final double LIMIT = 20_000;

  /**
   * Steps and captures beside their products, and what memory that took.
   *
   * @param rounds turns that each median is of
   */
  public Speed measure(int rounds, List<Subject> subjects) {
    List<Speed.Row> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      try (StepBenchmark benchmark = new StepBenchmark(subject, device, threads, djl, java)) {
        rows.addAll(benchmark.measure(new Turns(rounds, WARM_UP, LIMIT)));
      }
    }
    peakMemory().ifPresent(rows::add);
    return new Speed(machine(), rows);
  }

  private String machine() {
    String vectors = java.map(provider -> ", " + provider.description()).orElse("");
    return "%s, %d threads, %s, PyTorch %s by DJL %s, Java %s%s, %s"
        .formatted(
            processor(),
            threads,
            device,
            ai.djl.engine.Engine.getEngine("PyTorch").getVersion(),
            ai.djl.engine.Engine.getDjlVersion(),
            Runtime.version(),
            vectors,
            LocalDate.now());
  }

  /** What Linux calls the processor; elsewhere its architecture. */
  public static String processor() {
    return line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
  }

  /** The most memory this process has had so far, where Linux tells it. */
  private static Optional<Speed.Row> peakMemory() {
    return line("/proc/self/status", "VmHWM")
        .map(text -> Double.parseDouble(text.replaceAll("[^0-9]", "")) / 1024)
        .map(mb -> new Speed.Row("peak memory", 0, "", 0, "all of the above", "MB", 1, mb, mb, mb));
  }

  private static Optional<String> line(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | UncheckedIOException elsewhere) {
      return Optional.empty();
    }
  }
}
