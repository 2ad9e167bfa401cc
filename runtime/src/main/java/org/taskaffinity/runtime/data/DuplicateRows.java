package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.TaskType;

/** Rows that hold the same molecule: counted, and dealt with as a dataset asks. */
final class DuplicateRows {
  private DuplicateRows() {}

  /** By canonical SMILES; the first row of a molecule stands for it. */
  static Table resolved(Table table, Duplicates policy) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      String molecule = table.source().orElseThrow().canonical(table.molecule(row));
      groups.computeIfAbsent(molecule, m -> new ArrayList<>()).add(row);
    }
    int repeated = table.size() - groups.size();
    if (repeated == 0) {
      return table;
    }
    Table noted = table.note(note(repeated, policy) + Contradictions.of(table, groups.values()));
    if (policy == Duplicates.KEEP) {
      return noted;
    }
    int[] first = groups.values().stream().mapToInt(rows -> rows.get(0)).toArray();
    Table kept = noted.select(first);
    return policy == Duplicates.FIRST ? kept : kept.labels(merged(table, groups.values()));
  }

  private static String note(int repeated, Duplicates policy) {
    String became =
        switch (policy) {
          case KEEP -> "kept, so that a random split may put copies into different parts";
          case FIRST -> "left out";
          case MERGE -> "merged into the first";
        };
    return String.format(
        Locale.ROOT,
        "%,d %s a molecule that a row above holds too (%s)",
        repeated,
        repeated == 1 ? "row holds" : "rows hold",
        became);
  }

  private static double[][] merged(Table table, Iterable<List<Integer>> groups) {
    List<List<Integer>> all = new ArrayList<>();
    groups.forEach(all::add);
    return IntStream.range(0, table.tasks().size())
        .mapToObj(t -> all.stream().mapToDouble(rows -> merged(table, t, rows)).toArray())
        .toArray(double[][]::new);
  }

  private static double merged(Table table, int task, List<Integer> rows) {
    double[] measured =
        rows.stream()
            .mapToDouble(row -> table.labels()[task][row])
            .filter(v -> !Double.isNaN(v))
            .toArray();
    double mean = Arrays.stream(measured).average().orElse(Double.NaN);
    boolean agree = Arrays.stream(measured).allMatch(v -> v == measured[0]);
    boolean regression = table.tasks().get(task).type() == TaskType.REGRESSION;
    return regression || agree ? mean : Double.NaN;
  }
}
