package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of one molecule whose labels for a task differ. */
final class Contradictions {
  private static final int SHOWN = 3;

  private Contradictions() {}

  /**
   * Counts the rows whose label differs from that of a row above of the same molecule.
   *
   * @param groups rows of the table by molecule, each ascending
   * @return {@code ; 2 of them with another label than above: NR-AR (2), NR-AhR (1)}, the tasks by
   *     number of rows; empty where all agree
   */
  static String of(Table table, Iterable<List<Integer>> groups) {
    int rows = 0;
    int[] byTask = new int[table.tasks().size()];
    for (List<Integer> group : groups) {
      for (int i = 1; i < group.size(); i++) {
        rows += count(table, group, i, byTask) ? 1 : 0;
      }
    }
    return rows == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; %,d of them with another label than above: %s",
            rows,
            said(table, byTask));
  }

  /** Whether the i-th row of a molecule differs from one before it in any task; counts tasks. */
  private static boolean count(Table table, List<Integer> group, int i, int[] byTask) {
    boolean any = false;
    for (int t = 0; t < byTask.length; t++) {
      double[] labels = table.labels()[t];
      double label = labels[group.get(i)];
      boolean differs =
          group.subList(0, i).stream()
              .mapToDouble(row -> labels[row])
              .anyMatch(above -> above < label || above > label);
      byTask[t] += differs ? 1 : 0;
      any |= differs;
    }
    return any;
  }

  private static String said(Table table, int[] byTask) {
    List<Integer> tasks = new ArrayList<>();
    for (int t = 0; t < byTask.length; t++) {
      if (byTask[t] > 0) {
        tasks.add(t);
      }
    }
    tasks.sort((a, b) -> Integer.compare(byTask[b], byTask[a])); // stable: equal counts by column
    List<String> said = new ArrayList<>();
    tasks.stream()
        .limit(SHOWN)
        .forEach(t -> said.add(String.format(Locale.ROOT, "%s (%,d)", name(table, t), byTask[t])));
    return String.join(", ", said)
        + (tasks.size() > SHOWN ? ", … (" + tasks.size() + " tasks in all)" : "");
  }

  private static String name(Table table, int task) {
    return table.tasks().get(task).name();
  }
}
