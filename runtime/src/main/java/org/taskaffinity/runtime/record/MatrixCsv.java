package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Matrices as CSV: names in the header and in the first column, whatever stands in the corner, as
 * {@code DataFrame.to_csv} of pandas writes them too.
 */
final class MatrixCsv {
  /** How an undefined number is written, here and elsewhere. */
  private static final Set<String> UNDEFINED = Set.of("", "nan", "na", "n/a", "null");

  private MatrixCsv() {}

  /**
   * @throws PlanException if there is no matrix in the file
   */
  static TaskMatrix read(Path file) {
    List<List<String>> lines = lines(file);
    if (lines.isEmpty()) {
      throw MatrixFiles.noMatrix(file, "it is empty");
    }
    List<String> tasks = tail(lines.get(0));
    List<List<String>> rows = lines.subList(1, lines.size());
    double[][] values = rows.stream().map(row -> values(file, tasks, row)).toArray(double[][]::new);
    List<String> named = rows.stream().map(row -> row.get(0)).toList();
    if (!named.equals(tasks)) {
      throw MatrixFiles.noMatrix(
          file,
          "its header names "
              + String.join(", ", tasks)
              + " and its first column "
              + (named.isEmpty() ? "nothing" : String.join(", ", named)));
    }
    return MatrixFiles.matrix(file, tasks, values);
  }

  private static List<List<String>> lines(Path file) {
    try {
      return Tables.read(file);
    } catch (RunException e) {
      throw new PlanException(e.getMessage(), e);
    }
  }

  private static double[] values(Path file, List<String> tasks, List<String> row) {
    List<String> fields = tail(row);
    double[] values = new double[fields.size()];
    for (int j = 0; j < values.length; j++) {
      String field = fields.get(j).strip();
      try {
        values[j] =
            UNDEFINED.contains(field.toLowerCase(Locale.ROOT))
                ? Double.NaN
                : Double.parseDouble(field);
      } catch (NumberFormatException e) {
        String column = j < tasks.size() ? tasks.get(j) : "column " + (j + 2);
        throw MatrixFiles.noMatrix(
            file, "\"" + field + "\" at " + row.get(0) + ", " + column + " is no number");
      }
    }
    return values;
  }

  private static List<String> tail(List<String> fields) {
    return fields.subList(1, fields.size());
  }
}
