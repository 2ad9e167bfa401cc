package org.taskaffinity.scripts;

import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code affinity bench}: how fast this machine is. */
@Command(
    name = "bench",
    header = {
      "Measure training steps and captures beside the bare matrix products they are made of.",
      "",
      "  affinity bench",
      "  affinity bench --rounds 50 --tasks 12,27",
      ""
    })
final class BenchCommand extends Verb {
  @Option(names = "--rounds", paramLabel = "N", description = "Rounds that are measured.")
  private int rounds = 20;

  @Option(names = "--tasks", paramLabel = "K", split = ",", description = "Numbers of tasks.")
  private int[] tasks = {12, 27};

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
      print(options.json() ? Json.text(Json.speed(speed)) : speed);
    }
    return 0;
  }
}
