package org.taskaffinity.runtime.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Pair;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.stats.PairPrecision;

/** Every two tasks with all that is known of them, {@code pairs.csv} in a run's folder. */
final class PairFile {
  static final String NAME = "pairs.csv";

  private static final String OVER = "interval_over";

  /** The columns of a precision, in the order of its matrices. */
  private static final List<String> READ =
      List.of("captures", "standard_error", "low", "high", "p");

  static final List<String> HEADER =
      List.of(
          "first",
          "second",
          "affinity",
          "standard_error",
          "low",
          "high",
          OVER,
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
    return precision(experiment, CaptureFile.read(folder));
  }

  private static Precision precision(Experiment experiment, Captured captured) {
    return PairPrecision.overCaptures(captured, experiment.capture().absent() == Absent.ZERO);
  }

  /**
   * The rows that the other files of a run give, below the header.
   *
   * @param result whose matrices and tasks count; its precision does not
   */
  static List<List<String>> expected(Result result, Captured captured) {
    Precision precision = precision(result.experiment(), captured);
    List<Pair> pairs =
        new Result(
                result.experiment(),
                result.record(),
                result.folder(),
                result.affinity(),
                result.conflictRate(),
                result.labelCorrelation(),
                result.overlap(),
                result.shared(),
                result.relation(),
                result.groups(),
                result.tasks(),
                result.history(),
                precision)
            .pairs();
    double[] p = precision.p().pairs();
    return IntStream.range(0, p.length)
        .mapToObj(
            i ->
                Stream.concat(Stream.of(pairs.get(i).first()), row(pairs.get(i), p[i]).stream())
                    .toList())
        .toList();
  }

  private static Precision read(Path file, List<String> tasks) {
    int k = tasks.size();
    String over = "";
    double[][][] values = new double[5][k][k];
    for (double[][] matrix : values) {
      Arrays.stream(matrix).forEach(row -> Arrays.fill(row, Double.NaN));
    }
    List<List<String>> rows = Tables.read(file);
    int[] columns = READ.stream().mapToInt(rows.get(0)::indexOf).toArray();
    int at = 1;
    for (int i = 0; i < k; i++) {
      for (int j = i + 1; j < k; j++, at++) {
        List<String> row = rows.get(at);
        over = row.get(rows.get(0).indexOf(OVER));
        for (int what = 0; what < columns.length; what++) {
          values[what][i][j] = Tables.value(row.get(columns[what]));
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
