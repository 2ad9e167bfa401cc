package org.taskaffinity.scripts;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.TaskMatrix;

/** An audit as CSV files, one a matrix. */
final class AuditFiles {
  private AuditFiles() {}

  static void write(Audit audit, Path folder, PrintStream told) {
    String name = audit.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    write(folder.resolve(name + "-jaccard.csv"), csv(audit.jaccard()), told);
    write(folder.resolve(name + "-shared.csv"), csv(audit.shared()), told);
    write(folder.resolve(name + "-of-smaller.csv"), csv(audit.ofSmaller()), told);
    write(folder.resolve(name + "-of-all.csv"), csv(audit.ofAll()), told);
  }

  /** Tasks across and down, as RFC 4180 has it; an undefined entry is empty. */
  static String csv(TaskMatrix matrix) {
    String head = matrix.tasks().stream().map(AuditFiles::field).collect(Collectors.joining(","));
    return "task,"
        + head
        + "\n"
        + IntStream.range(0, matrix.size())
            .mapToObj(i -> field(matrix.tasks().get(i)) + "," + row(matrix, i) + "\n")
            .collect(Collectors.joining());
  }

  private static String row(TaskMatrix matrix, int i) {
    return IntStream.range(0, matrix.size())
        .mapToObj(j -> number(matrix.at(i, j)))
        .collect(Collectors.joining(","));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static void write(Path file, String text, PrintStream told) {
    WholeFile.write(file, text);
    told.println("wrote " + file);
  }
}
