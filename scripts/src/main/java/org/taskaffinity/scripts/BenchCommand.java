package org.taskaffinity.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Front;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Speed;
import org.taskaffinity.scripts.bench.WholeProcesses;
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
      "  affinity bench --whole 1 --against python",
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
  private int[] tasks = {2, 12, 27, 100, 617};

  @Option(
      names = "--whole",
      paramLabel = "N",
      description =
          "Whole analyses and 64 trainings of two tasks, too: each in a process of its own, N"
              + " times. A round takes minutes.")
  private int whole;

  @Option(
      names = "--on",
      paramLabel = "DATASET",
      split = ",",
      description =
          "Data sets that are analysed whole, SIDER and Tox21 if left out; the 64 trainings are of"
              + " the first one's first tasks.")
  private String[] on = {"sider", "tox21"};

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs of a whole analysis; each of the 64 trainings has a tenth.")
  private int epochs = 50;

  @Option(
      names = "--against",
      paramLabel = "python",
      description = "Beside the same in PyTorch: python, or the path of one with torch and rdkit.")
  private String against;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the numbers to a file, too.")
  private Path csv;

  BenchCommand(Environment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Choice.atLeast(1, "--rounds", rounds);
    Choice.atLeast(0, "--whole", whole);
    Choice.atLeast(1, "--epochs", epochs);
    for (int k : tasks) {
      Choice.atLeast(2, "--tasks", k);
    }
    try (Runner runner = lazily()) {
      List<WholeProcesses.Data> data = data(runner);
      Speed speed = runner.measureSpeed(rounds, tasks);
      write(speed);
      if (!data.isEmpty()) {
        speed = speed.and(wholeProcesses(data));
        write(speed);
      }
      print(options.json() ? Json.text(Json.speed(speed)) : speed);
    }
    return 0;
  }

  /** What whole processes analyse, at hand before anything is measured; none if none is asked. */
  private List<WholeProcesses.Data> data(Runner runner) {
    return whole == 0 && against == null
        ? List.of()
        : Stream.of(on)
            .map(name -> data(Front.option("--on", name, () -> runner.fetch(name))))
            .toList();
  }

  private static WholeProcesses.Data data(DataState state) {
    CatalogueEntry entry = state.entry();
    Path path = state.path().orElseThrow().toAbsolutePath();
    Path folder = path;
    for (Path name : Path.of(entry.files().get(0).path())) {
      folder = folder.getParent();
    }
    return new WholeProcesses.Data(entry.name(), entry.title(), entry.tasks().size(), folder, path);
  }

  private Speed.Row[] wholeProcesses(List<WholeProcesses.Data> data) {
    Optional<String> python =
        Optional.ofNullable(against).map(named -> named.equals("python") ? "python3" : named);
    return new WholeProcesses(Math.max(1, whole), epochs, options.threads(), python)
        .measure(data, terminal().err()::println)
        .toArray(Speed.Row[]::new);
  }

  private void write(Speed speed) {
    if (csv == null) {
      return;
    }
    try {
      Files.writeString(csv, speed.csv());
    } catch (IOException e) {
      throw new RunException("The file " + csv + " could not be written: " + e.getMessage(), e);
    }
  }
}
