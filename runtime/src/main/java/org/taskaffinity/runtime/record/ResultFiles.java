package org.taskaffinity.runtime.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.StoredRun;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.files.Bounds;

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

  /** All that hold the result: older runs have no table of pairs, or of the file's columns. */
  private static final List<String> HASHED =
      Stream.concat(FILES.stream(), Stream.of("pairs.csv", ColumnFile.NAME)).toList();

  /** Those that are read for a result; captures are read, and looked at, on their own. */
  private static final List<String> READ =
      HASHED.stream()
          .filter(name -> !Set.of("captures.npz", ColumnFile.NAME).contains(name))
          .toList();

  private static final double ROUNDING = 1e-6;

  private ResultFiles() {}

  /**
   * Writes everything but the page into the result's folder; {@code run.json} comes last.
   *
   * @param captured the captured steps of its window
   * @param columns what the columns of the data set's file were used for
   */
  public static void write(
      Result result, Captured captured, List<ColumnRole> columns, Path folder) {
    writeTables(result, folder);
    ColumnFile.write(columns, folder);
    AtomicFiles.write(
        folder.resolve("history.csv"), Tables.history(result.history(), result.affinity().tasks()));
    CaptureFile.write(captured, folder);
    Summary summary = new Summary(result.verdict(), result.relation(), result.groups());
    AtomicFiles.write(folder.resolve("summary.json"), Json.text(summary));
    List<String> there = HASHED.stream().filter(f -> Files.exists(folder.resolve(f))).toList();
    RecordFile.write(result.record(), there, folder);
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

  /** Writes {@code contrast.csv}, every pair of every contrast; nothing where there is none. */
  public static void writeContrasts(List<Contrast> contrasts, Path folder) {
    ContrastFile.write(contrasts, folder);
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
    try {
      return looked(id, folder);
    } catch (RunException damaged) {
      throw damaged;
    } catch (RuntimeException damaged) {
      throw new RunException("it does not hold what a run holds: " + damaged.getMessage(), damaged);
    }
  }

  private static StoredRun looked(String id, Path folder) {
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
        Summary.read(folder).relation().pearson().value(),
        folder,
        "");
  }

  /**
   * What was run, as {@code run.json} has it.
   *
   * @throws RunException if it cannot be read, was altered, or its id is not that of what it says
   *     was asked
   */
  public static RunRecord record(Path folder) {
    return RecordFile.read(folder);
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
        "The stored run "
            + folder
            + " is damaged: "
            + cause.getMessage()
            + "\n  run its experiment again: it is trained again, and the damaged files are kept"
            + " under another name",
        cause);
  }

  /**
   * What is wrong with the finished run in a folder: every file is looked at. Empty where it reads.
   *
   * @throws RunException if a file cannot be read for another reason than its content
   */
  static Optional<String> problem(String id, Path folder) {
    try {
      look(id, folder);
      parsed(Experiment.read(record(folder).description()), folder);
      return RecordFile.altered(folder, HASHED);
    } catch (RuntimeException e) {
      if (ofContent(e)) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  /**
   * Whether files do not read because of what they hold, or lack; a disk or a permission may be
   * better the next time.
   */
  public static boolean ofContent(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoSuchFileException
          || cause instanceof EOFException
          || cause instanceof ZipException
          || cause instanceof CharacterCodingException
          || cause instanceof JsonProcessingException
          || cause instanceof Bounds.TooLongException) {
        return true;
      }
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return false;
      }
    }
    return true;
  }

  private static Result parsed(Experiment experiment, Path folder) {
    RunRecord record = record(folder);
    RecordFile.altered(folder, READ)
        .ifPresent(
            why -> {
              throw new RunException(why);
            });
    Summary summary = Summary.read(folder);
    TaskMatrix affinity = matrix(folder, "affinity.csv", -1, 1);
    return new Result(
        experiment,
        record,
        folder,
        affinity,
        matrix(folder, "conflicts.csv", 0, 1),
        matrix(folder, "labels.csv", -1, 1),
        matrix(folder, "overlap.csv", 0, 1),
        matrix(folder, "counts.csv", 0, Integer.MAX_VALUE),
        summary.relation(),
        summary.groups(),
        Tables.readTasks(folder.resolve("tasks.csv")),
        Tables.readHistory(folder.resolve("history.csv"), affinity.size()),
        PairFile.precision(experiment, affinity.tasks(), folder));
  }

  /** A symmetric matrix in bounds. */
  private static TaskMatrix matrix(Path folder, String name, double least, double most) {
    TaskMatrix matrix = MatrixCsv.read(folder.resolve(name));
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double value = matrix.at(i, j);
        if (Math.abs(value - matrix.at(j, i)) > ROUNDING
            || Double.isNaN(value) != Double.isNaN(matrix.at(j, i))) {
          throw new RunException(
              name
                  + " is not symmetric at "
                  + matrix.tasks().get(i)
                  + ", "
                  + matrix.tasks().get(j));
        }
        if (value < least - ROUNDING || value > most + ROUNDING) {
          throw new RunException(name + " holds " + value + ", which is out of bounds");
        }
      }
    }
    return matrix;
  }
}
