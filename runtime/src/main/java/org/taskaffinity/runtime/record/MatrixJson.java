package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.TaskMatrix;

/** Matrices as JSON: {@code {"tasks": ["A", "B"], "values": [[1, null], [null, 1]]}}. */
final class MatrixJson {

  /**
   * @param tasks K names; may be left out
   * @param values [K][K], null where undefined
   */
  record Form(List<String> tasks, List<List<Double>> values) {}

  private MatrixJson() {}

  static String text(TaskMatrix matrix) {
    List<List<Double>> values =
        Arrays.stream(matrix.values()).map(row -> Arrays.stream(row).boxed().toList()).toList();
    return Json.text(new Form(matrix.tasks(), values));
  }

  /**
   * @throws PlanException if there is no matrix in the file
   */
  static TaskMatrix read(Path file, Consumer<String> told) {
    Form form;
    try {
      form = Json.read(file, Form.class);
    } catch (RunException e) {
      throw new PlanException(
          e.getMessage()
              + "\n  write: {\"tasks\": [\"A\", \"B\"], \"values\": [[1, 0.5], [0.5, 1]]}",
          e);
    }
    if (form.values() == null || form.values().contains(null)) {
      throw MatrixFiles.noMatrix(file, "it has no \"values\", a list of rows");
    }
    if (form.tasks() != null && form.tasks().contains(null)) {
      throw MatrixFiles.noMatrix(file, "one of its \"tasks\" has no name");
    }
    double[][] values =
        form.values().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    List<String> tasks =
        form.tasks() == null ? MatrixFiles.unnamed(file, values.length, told) : form.tasks();
    return MatrixFiles.matrix(file, tasks, values);
  }
}
