package org.taskaffinity.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code affinity bench}: how fast this machine is. */
@Command(
    name = "bench",
    header = {
      "Measure training steps and captures, by either engine, beside their bare matrix products.",
      "",
      "  affinity bench",
      "  affinity bench --rounds 50 --tasks 12,27 --engine java",
      "  affinity bench --csv speed.csv",
      ""
    },
    description = {
      "Batches are of Tox21, SIDER and ToxCast where those are found, and made up elsewhere.",
      "Nothing else should be working on the machine meanwhile.",
      ""
    })
final class BenchCommand extends Verb {
  @Option(names = "--rounds", paramLabel = "N", description = "Turns that are measured.")
  private int rounds = 20;

  @Option(names = "--tasks", paramLabel = "K", split = ",", description = "Numbers of tasks.")
  private int[] tasks = {12, 27};

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the numbers to a file, too.")
  private Path csv;

  BenchCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Choice.atLeast(1, "--rounds", rounds);
    for (int k : tasks) {
      Choice.atLeast(2, "--tasks", k);
    }
    try (Runner runner = lazily()) {
      Speed speed = runner.measureSpeed(rounds, tasks);
      if (csv != null) {
        write(speed.csv());
      }
      print(options.json() ? Json.text(Json.speed(speed)) : speed);
    }
    return 0;
  }

  private void write(String text) {
    try {
      Files.writeString(csv, text);
    } catch (IOException e) {
      throw new RunException("The file " + csv + " could not be written: " + e.getMessage(), e);
    }
  }
}
