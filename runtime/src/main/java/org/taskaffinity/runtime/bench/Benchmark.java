package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.runtime.network.Torch;

/** Measures this machine, and says which one it is. */
public final class Benchmark {
  private static final int WARM_UP = 15;
  private static final int ATOMS = 24;

  private Benchmark() {}

  /**
   * Steps and captures beside their products.
   *
   * @param rounds interleaved rounds each median is of
   * @param tasks K of each row; 12 is shaped like Tox21, 27 like SIDER
   */
  public static Speed measure(int rounds, Device device, int... tasks) {
    List<Speed.Row> rows = new ArrayList<>();
    for (int k : tasks) {
      StepTimes times = shape(k).run(WARM_UP, rounds, device);
      rows.add(
          new Speed.Row(
              k,
              times.atoms(),
              rounds,
              times.step(),
              times.stepProducts(),
              times.capture(),
              times.captureProducts()));
    }
    return new Speed(machine(device), rows);
  }

  private static StepBenchmark shape(int tasks) {
    return switch (tasks) {
      case 12 -> StepBenchmark.tox21();
      case 27 -> StepBenchmark.sider();
      default -> new StepBenchmark(tasks, ATOMS, 0);
    };
  }

  private static String machine(Device device) {
    return "%s, %d threads, %s, PyTorch %s by DJL %s, Java %s"
        .formatted(
            processor(),
            Torch.threads(),
            device,
            ai.djl.engine.Engine.getEngine("PyTorch").getVersion(),
            ai.djl.engine.Engine.getDjlVersion(),
            Runtime.version().feature());
  }

  /** What Linux calls the processor; elsewhere its architecture. */
  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException | java.io.UncheckedIOException elsewhere) {
      return System.getProperty("os.arch");
    }
  }
}
