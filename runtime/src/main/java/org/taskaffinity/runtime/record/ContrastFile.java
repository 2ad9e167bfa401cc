package org.taskaffinity.runtime.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Contrast;
import org.taskaffinity.dsl.ContrastPair;
import org.taskaffinity.runtime.files.AtomicFiles;

/** Every two tasks with real labels and under a control, {@code contrast.csv} beside a report. */
final class ContrastFile {
  static final List<String> HEADER =
      List.of(
          "first",
          "second",
          "control",
          "overlap",
          "affinity",
          "control_affinity",
          "difference",
          "standard_error",
          "low",
          "high",
          "interval_over",
          "seeds",
          "adjusted_p",
          "distinguishable");

  private ContrastFile() {}

  /** Writes all contrasts into one file; nothing where there is none. */
  static void write(List<Contrast> contrasts, Path folder) {
    if (contrasts.isEmpty()) {
      return;
    }
    List<String> first = new ArrayList<>();
    List<List<String>> rest = new ArrayList<>();
    for (Contrast contrast : contrasts) {
      for (ContrastPair pair : contrast.pairs()) {
        first.add(pair.first());
        rest.add(row(contrast, pair));
      }
    }
    AtomicFiles.write(folder.resolve("contrast.csv"), Tables.csv(HEADER, rest, first));
  }

  private static List<String> row(Contrast contrast, ContrastPair pair) {
    return List.of(
        pair.second(),
        contrast.control().toString(),
        contrast.experiment().overlap().toString(),
        Tables.number(pair.affinity()),
        Tables.number(pair.controlled()),
        Tables.number(pair.difference()),
        Tables.number(pair.standardError()),
        Tables.number(pair.low()),
        Tables.number(pair.high()),
        contrast.precision().over(),
        Integer.toString(contrast.seeds().size()),
        Tables.number(pair.adjustedP()),
        Double.isNaN(pair.adjustedP()) ? "" : Boolean.toString(pair.distinguishable()));
  }
}
