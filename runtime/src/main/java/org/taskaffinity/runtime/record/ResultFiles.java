package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** A result as the files of its folder, and back. */
public final class ResultFiles {
  private ResultFiles() {}

  /** Writes everything but the page into the result's folder; {@code run.json} comes last. */
  public static void write(Result result, Captures captures, Path folder) {
    writeTables(result, folder);
    AtomicFiles.write(
        folder.resolve("history.csv"), Tables.history(result.history(), result.affinity().tasks()));
    writeCaptures(result, captures, folder.resolve("captures.npz"));
    Summary summary = new Summary(result.verdict(), result.relation(), result.groups());
    AtomicFiles.write(folder.resolve("summary.json"), Json.text(summary));
    AtomicFiles.write(folder.resolve("run.json"), Json.text(result.record()));
  }

  /** Writes the matrices and the tasks of a result. */
  public static void writeTables(Result result, Path folder) {
    writeMatrix(result.affinity(), folder, "affinity.csv");
    writeMatrix(result.conflictRate(), folder, "conflicts.csv");
    writeMatrix(result.labelCorrelation(), folder, "labels.csv");
    writeMatrix(result.overlap(), folder, "overlap.csv");
    writeMatrix(result.shared(), folder, "counts.csv");
    AtomicFiles.write(folder.resolve("tasks.csv"), Tables.tasks(result.tasks()));
  }

  /**
   * Writes a row for each result of a sweep, and the matrices that were pooled over seeds; where
   * more than the seed differs, those of the i-th in a folder {@code pooled-i}.
   */
  public static void writeTables(Results results, Path folder) {
    AtomicFiles.write(folder.resolve("results.csv"), Tables.results(results.each()));
    List<Pooled> pooled = results.pooled();
    for (int i = 0; i < pooled.size(); i++) {
      Path own = pooled.size() == 1 ? folder : folder.resolve("pooled-" + (i + 1));
      writeMatrix(pooled.get(i).affinity(), own, "affinity.csv");
      writeMatrix(pooled.get(i).spread(), own, "spread.csv");
      writeMatrix(pooled.get(i).labelCorrelation(), own, "labels.csv");
      writeMatrix(pooled.get(i).overlap(), own, "overlap.csv");
    }
  }

  private static void writeMatrix(TaskMatrix matrix, Path folder, String name) {
    AtomicFiles.write(folder.resolve(name), Tables.matrix(matrix));
  }

  private static void writeCaptures(Result result, Captures captures, Path file) {
    int k = result.affinity().size();
    AtomicFiles.write(
        file,
        out -> {
          try (Npz npz = new Npz(out)) {
            npz.longs("steps", captures.steps());
            npz.floats("cosines", captures.cosines(), captures.size(), k, k);
            npz.floats("norms", captures.norms(), captures.size(), k);
            npz.strings("tasks", result.affinity().tasks());
          }
        });
  }

  /**
   * Reads the result of an experiment from its folder.
   *
   * @throws RunException if a file is missing or damaged
   */
  public static Result read(Experiment experiment, Path folder) {
    try {
      return parsed(experiment, folder);
    } catch (RuntimeException damaged) {
      throw new RunException(
          "The stored run "
              + folder
              + " is damaged: "
              + damaged.getMessage()
              + "\n  write: --fresh",
          damaged);
    }
  }

  private static Result parsed(Experiment experiment, Path folder) {
    TaskMatrix affinity = Tables.readMatrix(folder.resolve("affinity.csv"));
    Summary summary = Json.read(folder.resolve("summary.json"), Summary.class);
    return new Result(
        experiment,
        Json.read(folder.resolve("run.json"), RunRecord.class),
        folder,
        affinity,
        Tables.readMatrix(folder.resolve("conflicts.csv")),
        Tables.readMatrix(folder.resolve("labels.csv")),
        Tables.readMatrix(folder.resolve("overlap.csv")),
        Tables.readMatrix(folder.resolve("counts.csv")),
        summary.relation(),
        summary.groups(),
        Tables.readTasks(folder.resolve("tasks.csv")),
        Tables.readHistory(folder.resolve("history.csv"), affinity.size()));
  }
}
