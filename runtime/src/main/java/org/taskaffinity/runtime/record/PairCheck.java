package org.taskaffinity.runtime.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunException;

/**
 * Whether {@code pairs.csv} is what the other files of a run give. Columns that are copied or
 * counted must agree in every run; what is estimated must agree where it was estimated by the
 * method of today. A run of an earlier version may have no such file, or fewer columns.
 */
final class PairCheck {
  /** Columns that depend on how an interval, a chance level or a reading is computed. */
  private static final Set<String> ESTIMATED =
      Set.of(
          "standard_error",
          "low",
          "high",
          "interval_over",
          "p",
          "adjusted_p",
          "distinguishable",
          "learnt",
          "reading");

  private static final double ROUNDING = 1e-6;

  private PairCheck() {}

  /**
   * @param result as the other files have it
   * @throws RunException that names the first pair that differs, and in what
   */
  static void require(Result result, Captured captured, Path folder) {
    Path file = folder.resolve(PairFile.NAME);
    if (!Files.exists(file)) {
      return;
    }
    List<List<String>> found = Tables.read(file);
    List<List<String>> expected = PairFile.expected(result, captured);
    if (found.size() != expected.size() + 1) {
      throw new RunException(
          "pairs.csv has " + (found.size() - 1) + " pairs, and there are " + expected.size());
    }
    boolean sameMethod = RecordFile.sameMethod(folder);
    for (int column = 0; column < PairFile.HEADER.size(); column++) {
      String name = PairFile.HEADER.get(column);
      int at = found.get(0).indexOf(name);
      if (at >= 0 && (sameMethod || !ESTIMATED.contains(name))) {
        require(name, found, at, expected, column);
      }
    }
  }

  private static void require(
      String name, List<List<String>> found, int at, List<List<String>> expected, int column) {
    for (int row = 0; row < expected.size(); row++) {
      List<String> pair = expected.get(row);
      String says = found.get(row + 1).get(at);
      if (!alike(says, pair.get(column))) {
        throw new RunException(
            "pairs.csv says "
                + name
                + " = "
                + said(says)
                + " for "
                + pair.get(0)
                + " and "
                + pair.get(1)
                + ", and the other files give "
                + said(pair.get(column)));
      }
    }
  }

  private static String said(String field) {
    return field.isEmpty() ? "nothing" : field;
  }

  private static boolean alike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      double x = Double.parseDouble(one);
      double y = Double.parseDouble(other);
      return Math.abs(x - y) <= ROUNDING * Math.max(1, Math.abs(y));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
