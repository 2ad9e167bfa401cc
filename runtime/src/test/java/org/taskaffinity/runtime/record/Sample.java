package org.taskaffinity.runtime.record;

import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Association;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Interval;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.files.AtomicFiles;
import org.taskaffinity.runtime.stats.PairPrecision;

/** A small result, with awkward names and undefined numbers in it. */
final class Sample {
  static final List<String> TASKS = List.of("plain", "with, comma", "with \"quotes\"");

  private Sample() {}

  private static final Experiment ASKED = experiment("sample", dataset("mine", "mine.csv"));
  private static final Map<String, String> DATA = Map.of("mine.csv", "ab");

  /** Two captures of three tasks. */
  static final Captured CAPTURES =
      new Captured(
          TASKS,
          new long[] {0, 5},
          List.of(cosines(1, -0.25f), cosines(-1f / 3, -0.25f)),
          List.of(new float[3], new float[3]));

  private static float[] cosines(float oneTwo, float twoThree) {
    float x = Float.NaN;
    return new float[] {1, oneTwo, x, oneTwo, 1, twoThree, x, twoThree, 1};
  }

  /** The small result, finished in a store. */
  static Result stored(RunStore store) {
    String id = id();
    try (RunStore.Sitting sitting = store.sit(id)) {
      write(sitting.folder());
      sitting.finish(Optional.empty());
      return result(sitting.finishedFolder());
    }
  }

  static String id() {
    return result(Path.of("")).record().id();
  }

  /** All its files. */
  static void write(Path folder) {
    Description.write(ASKED, folder);
    AtomicFiles.write(folder.resolve("report.html"), "<html></html>");
    ResultFiles.write(result(folder), CAPTURES, List.of(), folder);
  }

  static Result read(Path folder) {
    return ResultFiles.read(ASKED, folder);
  }

  /** As read, lying in another folder. */
  static Result read(Path folder, Path as) {
    Result r = read(folder);
    return new Result(
        r.experiment(),
        r.record(),
        as,
        r.affinity(),
        r.conflictRate(),
        r.labelCorrelation(),
        r.overlap(),
        r.shared(),
        r.relation(),
        r.groups(),
        r.tasks(),
        r.history(),
        r.precision());
  }

  static Result result(Path folder) {
    double x = Double.NaN;
    return new Result(
        ASKED,
        new RunRecord(
            RunId.of(ASKED.toString(), DATA, "1"),
            ASKED.toString(),
            DATA,
            Map.of("numerics", "1"),
            "cpu",
            2,
            "2026-01-01T00:00:00Z",
            1.5,
            1,
            10,
            2,
            new RunRecord.Parameters(100, 30),
            List.of("a note")),
        folder,
        matrix(1, 1.0 / 3, x, 1, -0.25, 1),
        matrix(0, 0.5, x, 0, 1, 0),
        matrix(1, 0.1, 0.2, 1, x, 1),
        matrix(1, 9.0 / 11, 8.0 / 12, 1, 7.0 / 13, 1),
        matrix(10, 9, 8, 10, 7, 10),
        new Relation(1, 2, association("Pearson"), association("Spearman")),
        new TaskGroups(
            averageLinkage(),
            List.of(TASKS),
            List.of(),
            TASKS,
            List.of(new TaskGroups.Merge(0, 1, 2.0 / 3, 2)),
            x,
            1),
        List.of(
            new TaskSummary("plain", TaskType.CLASSIFICATION, 12, 10, 4, Metric.ROC_AUC, 0.7, x),
            new TaskSummary("with, comma", TaskType.REGRESSION, 12, 10, -1, Metric.RMSE, 1.5, 2),
            new TaskSummary(
                "with \"quotes\"", TaskType.CLASSIFICATION, 12, 10, 1, Metric.ROC_AUC, x, x)),
        List.of(
            new Epoch(1, 1e-3, List.of(0.7, 1.0, x), List.of(0.6, x, x), List.of(0.5, 1.25, x))),
        precision());
  }

  private static Precision precision() {
    return PairPrecision.overCaptures(CAPTURES, false);
  }

  private static TaskMatrix matrix(double a, double b, double c, double d, double e, double f) {
    return new TaskMatrix(TASKS, new double[][] {{a, b, c}, {b, d, e}, {c, e, f}});
  }

  private static Association association(String method) {
    return new Association(
        method,
        Double.NaN,
        Double.NaN,
        0.5,
        9999,
        List.of(new Interval(-0.5, 0.5, 0.95, "molecules", "percentile bootstrap", 12, 1000)));
  }
}
