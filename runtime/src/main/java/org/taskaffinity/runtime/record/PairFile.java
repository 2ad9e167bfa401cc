package org.taskaffinity.runtime.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Pair;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.stats.PairPrecision;

/** Every two tasks with all that is known of them, {@code pairs.csv} in a run's folder. */
final class PairFile {
  private static final String NAME = "pairs.csv";

  private static final List<String> HEADER =
      List.of(
          "first",
          "second",
          "affinity",
          "standard_error",
          "low",
          "high",
          "interval_over",
          "p",
          "adjusted_p",
          "distinguishable",
          "captures",
          "conflict_rate",
          "label_correlation",
          "overlap",
          "shared",
          "learnt",
          "reading");

  private PairFile() {}

  static void write(List<Pair> pairs, Precision precision, Path folder) {
    AtomicFiles.write(
        folder.resolve(NAME),
        Tables.csv(
            HEADER, rows(pairs, precision.p().pairs()), pairs.stream().map(Pair::first).toList()));
  }

  /**
   * @param p of each pair, in their order
   */
  private static List<List<String>> rows(List<Pair> pairs, double[] p) {
    return IntStream.range(0, p.length).mapToObj(i -> row(pairs.get(i), p[i])).toList();
  }

  private static List<String> row(Pair pair, double p) {
    return List.of(
        pair.second(),
        Tables.number(pair.affinity()),
        Tables.number(pair.standardError()),
        Tables.number(pair.low()),
        Tables.number(pair.high()),
        pair.over(),
        Tables.number(p),
        Tables.number(pair.adjustedP()),
        pair.over().isEmpty() ? "" : Boolean.toString(pair.distinguishable()),
        count(pair.captures()),
        Tables.number(pair.conflictRate()),
        Tables.number(pair.labelCorrelation()),
        Tables.number(pair.overlap()),
        count(pair.shared()),
        pair.learnt().name().toLowerCase(Locale.ROOT),
        pair.reading().words());
  }

  private static String count(int value) {
    return value < 0 ? "" : Integer.toString(value);
  }

  /**
   * How precisely the affinities are known. Runs made before this was kept have no such file: their
   * captures tell.
   */
  static Precision precision(Experiment experiment, List<String> tasks, Path folder) {
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      return Tables.as(file, () -> read(file, tasks));
    }
    Captured captured = CaptureFile.read(folder);
    return PairPrecision.overCaptures(
        tasks,
        (i, j) -> captured.cosines(tasks.get(i), tasks.get(j)),
        experiment.capture().absent() == Absent.ZERO);
  }

  private static Precision read(Path file, List<String> tasks) {
    int k = tasks.size();
    String over = "";
    double[][][] values = new double[5][k][k];
    for (double[][] matrix : values) {
      Arrays.stream(matrix).forEach(row -> Arrays.fill(row, Double.NaN));
    }
    List<List<String>> rows = Tables.read(file);
    int at = 1;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++, at++) {
        List<String> row = rows.get(at);
        over = row.get(6);
        String[] fields = {row.get(10), row.get(3), row.get(4), row.get(5), row.get(7)};
        for (int what = 0; what < fields.length; what++) {
          values[what][i][j] = Tables.value(fields[what]);
          values[what][j][i] = values[what][i][j];
        }
      }
    }
    return new Precision(
        over,
        new TaskMatrix(tasks, values[0]),
        new TaskMatrix(tasks, values[1]),
        new TaskMatrix(tasks, values[2]),
        new TaskMatrix(tasks, values[3]),
        new TaskMatrix(tasks, values[4]));
  }
}
