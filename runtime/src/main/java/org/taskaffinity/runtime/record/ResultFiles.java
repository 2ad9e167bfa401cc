package org.taskaffinity.runtime.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** A result as the files of its folder, and back. */
public final class ResultFiles {
  /** What a finished run has at least. */
  private static final List<String> FILES =
      List.of(
          "affinity.csv",
          "conflicts.csv",
          "labels.csv",
          "overlap.csv",
          "counts.csv",
          "tasks.csv",
          "history.csv",
          "captures.npz",
          "summary.json");

  private ResultFiles() {}

  /** Writes everything but the page into the result's folder; {@code run.json} comes last. */
  public static void write(Result result, Captures captures, Path folder) {
    writeTables(result, folder);
    AtomicFiles.write(
        folder.resolve("history.csv"), Tables.history(result.history(), result.affinity().tasks()));
    CaptureFile.write(captures, result.affinity().tasks(), folder);
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
    PairFile.write(result.pairs(), result.precision(), folder);
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
      PairFile.write(pooled.get(i).pairs(), pooled.get(i).precision(), own);
    }
  }

  private static void writeMatrix(TaskMatrix matrix, Path folder, String name) {
    AtomicFiles.write(folder.resolve(name), Tables.matrix(matrix));
  }

  /**
   * What a folder says of the finished run in it, without reading every matrix.
   *
   * @param id the run's name, by which the folder is called
   * @throws RunException if a file is missing or damaged, or it is another run's
   */
  public static StoredRun look(String id, Path folder) {
    RunRecord record = record(folder);
    List<String> missing = FILES.stream().filter(f -> !Files.exists(folder.resolve(f))).toList();
    if (!missing.isEmpty()) {
      throw new RunException("it lacks " + String.join(", ", missing));
    }
    if (!id.equals(record.id())) {
      throw new RunException("run.json is of run " + record.id());
    }
    return new StoredRun(
        id,
        StoredRun.State.FINISHED,
        Description.name(record.description()),
        record.description(),
        record.started(),
        record.seconds(),
        record.steps(),
        Json.read(folder.resolve("summary.json"), Summary.class).relation().pearson().value(),
        folder,
        "");
  }

  /**
   * What was run, as {@code run.json} has it.
   *
   * @throws RunException if it cannot be read, or its id is not that of what it says was asked
   */
  public static RunRecord record(Path folder) {
    RunRecord record = Json.read(folder.resolve("run.json"), RunRecord.class);
    String numerics = record.versions().getOrDefault("numerics", "");
    if (!RunId.of(record.description(), record.data(), numerics).equals(record.id())) {
      throw new RunException("the id in run.json is not that of its description and data");
    }
    return record;
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
      throw damaged(folder, damaged);
    }
  }

  /** That a folder cannot be read, and what to do. */
  public static RunException damaged(Path folder, RuntimeException cause) {
    return new RunException(
        "The stored run " + folder + " is damaged: " + cause.getMessage() + "\n  write: --fresh",
        cause);
  }

  private static Result parsed(Experiment experiment, Path folder) {
    TaskMatrix affinity = MatrixCsv.read(folder.resolve("affinity.csv"));
    Summary summary = Json.read(folder.resolve("summary.json"), Summary.class);
    return new Result(
        experiment,
        Json.read(folder.resolve("run.json"), RunRecord.class),
        folder,
        affinity,
        MatrixCsv.read(folder.resolve("conflicts.csv")),
        MatrixCsv.read(folder.resolve("labels.csv")),
        MatrixCsv.read(folder.resolve("overlap.csv")),
        MatrixCsv.read(folder.resolve("counts.csv")),
        summary.relation(),
        summary.groups(),
        Tables.readTasks(folder.resolve("tasks.csv")),
        Tables.readHistory(folder.resolve("history.csv"), affinity.size()),
        PairFile.precision(experiment, affinity.tasks(), folder));
  }
}
