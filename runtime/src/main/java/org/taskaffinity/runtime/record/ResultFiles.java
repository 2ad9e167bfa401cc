package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** A result as the files of its folder, and back. */
public final class ResultFiles {
  private ResultFiles() {}

  /** Writes everything but the page into the result's folder; {@code run.json} comes last. */
  public static void write(Result result, Captures captures, Path folder) {
    AtomicFiles.write(folder.resolve("affinity.csv"), Tables.matrix(result.affinity()));
    AtomicFiles.write(folder.resolve("conflicts.csv"), Tables.matrix(result.conflictRate()));
    AtomicFiles.write(folder.resolve("labels.csv"), Tables.matrix(result.labelCorrelation()));
    AtomicFiles.write(folder.resolve("overlap.csv"), Tables.matrix(result.overlap()));
    AtomicFiles.write(folder.resolve("counts.csv"), Tables.matrix(result.shared()));
    AtomicFiles.write(folder.resolve("tasks.csv"), Tables.tasks(result.tasks()));
    AtomicFiles.write(
        folder.resolve("history.csv"), Tables.history(result.history(), result.affinity().tasks()));
    writeCaptures(result, captures, folder.resolve("captures.npz"));
    Summary summary = new Summary(result.verdict(), result.relation(), result.groups());
    AtomicFiles.write(folder.resolve("summary.json"), Json.text(summary));
    AtomicFiles.write(folder.resolve("run.json"), Json.text(result.record()));
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

  /** Reads the result of an experiment from its folder. */
  public static Result read(Experiment experiment, Path folder) {
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
