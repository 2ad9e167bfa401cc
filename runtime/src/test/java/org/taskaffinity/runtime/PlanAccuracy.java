package org.taskaffinity.runtime;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.ecfpMlp;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.planted;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.taskaffinity.dsl.Device;
import org.taskaffinity.dsl.Engine;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Plan;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;

/**
 * Plans an experiment, or runs it, and prints how long it should take or took; by hand, each in a
 * process of its own: {@code PlanAccuracy plan|run NAME java|djl}.
 */
final class PlanAccuracy {
  private PlanAccuracy() {}

  public static void main(String[] args) throws IOException {
    Experiment asked = asked(args[1]);
    Settings settings =
        Settings.settings()
            .device(Device.CPU)
            .engine(Engine.valueOf(args[2].toUpperCase(java.util.Locale.ROOT)))
            .fresh(true)
            .out(Files.createTempDirectory("accuracy"));
    try (Runner runner = Runner.open(settings)) {
      runner.prepare();
      long began = System.nanoTime();
      if (args[0].equals("plan")) {
        Plan plan = runner.plan(asked);
        System.out.printf(
            "%s %s plan %.1f s %d MB, in %.1f s%n",
            args[1],
            args[2],
            plan.time().toMillis() / 1e3,
            plan.memory() >> 20,
            (System.nanoTime() - began) / 1e9);
      } else {
        Result result = runner.run(asked);
        System.out.printf(
            "%s %s run %.1f s, of them training %.1f s in %d steps; heap %d MB%n",
            args[1],
            args[2],
            (System.nanoTime() - began) / 1e9,
            result.record().seconds(),
            result.record().steps(),
            peak() >> 20);
      }
    }
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }

  private static Experiment asked(String name) {
    return switch (name) {
      case "planted" -> experiment("first look", planted()).training(adamW(1e-3).epochs(10));
      case "sider" -> experiment(name, dataset("sider")).training(adamW(1e-3).epochs(8));
      case "tox21" -> experiment(name, dataset("tox21")).training(adamW(1e-3).epochs(2));
      case "pair" ->
          experiment(name, dataset("tox21").tasks("NR-AR", "NR-AhR"))
              .training(adamW(1e-3).epochs(2));
      case "ecfp" ->
          experiment(name, dataset("sider"))
              .encoder(ecfpMlp(512, 256))
              .training(adamW(1e-3).epochs(8));
      default -> throw new IllegalArgumentException(Path.of(name).toString());
    };
  }
}
