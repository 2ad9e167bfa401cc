package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;

/** Matrices for NumPy: the arrays {@code values} and {@code tasks}. */
final class MatrixNpz {
  private static final String VALUES = "values";
  private static final String TASKS = "tasks";
  private static final int LARGEST = 5_000;

  private MatrixNpz() {}

  static void save(TaskMatrix matrix, Path file) {
    AtomicFiles.write(
        file,
        out -> {
          try (Npz npz = new Npz(out)) {
            npz.doubles(VALUES, matrix.values(), matrix.size(), matrix.size());
            npz.strings(TASKS, matrix.tasks());
          }
        });
  }

  /**
   * The one square matrix of floating point numbers, or else that called {@code values}.
   *
   * @throws PlanException if there is none or there are several
   */
  static TaskMatrix read(Path file, Consumer<String> told) {
    try (NpzFile npz = NpzFile.open(file)) {
      String name = square(file, npz);
      int k = npz.header(name).shape()[0];
      if (k > LARGEST) {
        throw MatrixFiles.noMatrix(file, k + " tasks are more than " + LARGEST);
      }
      double[] flat = npz.array(name).doubles();
      double[][] values = new double[k][];
      Arrays.setAll(values, i -> Arrays.copyOfRange(flat, i * k, (i + 1) * k));
      return MatrixFiles.matrix(file, tasks(file, npz, k, told), values);
    }
  }

  private static String square(Path file, NpzFile npz) {
    if (npz.names().contains(VALUES) && npz.header(VALUES).squareOfFloats()) {
      return VALUES;
    }
    List<String> found =
        npz.names().stream().filter(name -> npz.header(name).squareOfFloats()).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw MatrixFiles.noMatrix(
        file,
        found.isEmpty()
            ? "it has no square array of floats, but " + shapes(npz)
            : "it has several square arrays, "
                + String.join(", ", found)
                + ", and none is called \"values\"");
  }

  private static String shapes(NpzFile npz) {
    List<String> shapes =
        npz.names().stream()
            .map(name -> name + " " + npz.header(name).kind() + npz.header(name).shown())
            .toList();
    return shapes.isEmpty() ? "nothing" : String.join(", ", shapes);
  }

  private static List<String> tasks(Path file, NpzFile npz, int k, Consumer<String> told) {
    if (!npz.names().contains(TASKS)) {
      return MatrixFiles.unnamed(file, k, told);
    }
    Npy tasks = npz.array(TASKS);
    if (!tasks.texts()) {
      throw MatrixFiles.noMatrix(file, "its array \"tasks\" is no list of texts");
    }
    return tasks.strings();
  }
}
