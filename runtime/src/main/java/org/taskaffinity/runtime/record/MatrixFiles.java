package org.taskaffinity.runtime.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** Matrices as files of three kinds, told apart by their ending. */
public final class MatrixFiles {
  private static final List<String> ENDINGS = List.of(".csv", ".json", ".npz");

  private MatrixFiles() {}

  /**
   * Writes a matrix; the file appears whole or not at all.
   *
   * @throws DescriptionException if the file ends in nothing that is known
   */
  public static void save(TaskMatrix matrix, Path file) {
    switch (ending(file, "written")) {
      case ".csv" -> AtomicFiles.write(file, Tables.matrix(matrix));
      case ".json" -> AtomicFiles.write(file, MatrixJson.text(matrix));
      default -> MatrixNpz.save(matrix, file);
    }
  }

  /**
   * Reads a matrix.
   *
   * @param told hears what was assumed
   * @throws DescriptionException if the file ends in nothing that is known
   * @throws PlanException if there is no such file, or no matrix in it
   */
  public static TaskMatrix read(Path file, Consumer<String> told) {
    String ending = ending(file, "read");
    if (!Files.isRegularFile(file)) {
      throw new PlanException(missing(file));
    }
    return switch (ending) {
      case ".csv" -> MatrixCsv.read(file);
      case ".json" -> MatrixJson.read(file, told);
      default -> MatrixNpz.read(file, told);
    };
  }

  private static String ending(Path file, String done) {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(lower::endsWith)
        .findFirst()
        .orElseThrow(
            () ->
                new DescriptionException(
                    "A matrix cannot be "
                        + done
                        + " as \""
                        + name
                        + "\".\n  known: "
                        + String.join(", ", ENDINGS)
                        + "\n  write: "
                        + name.replaceFirst("(?<=.)\\.[^.]*$", "")
                        + ".csv"));
  }

  private static String missing(Path file) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent()).orElse(file);
    String name = String.valueOf(file.getFileName());
    return "No file "
        + file
        + " to read a matrix from."
        + Nearest.to(name, names(folder)).map(n -> "\n  did you mean: " + n + "?").orElse("");
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of(); // a folder that cannot be listed has no near name to offer
    }
  }

  /** The matrix of a file, whose names and shape are looked at first. */
  static TaskMatrix matrix(Path file, List<String> tasks, double[][] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i].length != values.length) {
        throw noMatrix(
            file,
            "its row "
                + (i + 1)
                + " has "
                + values[i].length
                + " values, and there are "
                + values.length
                + " rows");
      }
    }
    if (values.length != tasks.size() || tasks.isEmpty()) {
      throw noMatrix(
          file, "it names " + tasks.size() + " tasks and has " + values.length + " rows");
    }
    try {
      return new TaskMatrix(tasks, values);
    } catch (DescriptionException e) {
      throw new PlanException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** T1, T2, … for a file that names no tasks; says so. */
  static List<String> unnamed(Path file, int tasks, Consumer<String> told) {
    told.accept(file + " names no tasks; they are called T1 to T" + tasks);
    return IntStream.rangeClosed(1, tasks).mapToObj(t -> "T" + t).toList();
  }

  static PlanException noMatrix(Path file, String why) {
    return new PlanException("Cannot read a matrix from " + file + ": " + why + ".");
  }
}
