package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.runtime.chem.Derived;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.random.Seeds;

/** Which of a file's rows are used; what is left out is noted. */
final class RowChoice {
  private static final int SHOWN = 3;

  /** Characters of a SMILES in a note. */
  private static final int LONGEST = 60;

  private RowChoice() {}

  /**
   * Without the molecules that could not be read.
   *
   * @throws PlanException if none could
   */
  static Table parsed(Table table) {
    Molecules molecules = table.source().orElseThrow();
    int[] read =
        IntStream.range(0, table.size()).filter(r -> molecules.parsed(table.molecule(r))).toArray();
    int lost = table.size() - read.length;
    if (lost == 0) {
      return table;
    }
    String note =
        String.format(
            Locale.ROOT,
            "%,d of %,d molecules did not parse: %s",
            lost,
            table.size(),
            problems(table, r -> molecules.problem(table.molecule(r)), lost));
    if (read.length == 0) {
      throw new PlanException(
          "No molecule of \""
              + table.name()
              + "\" can be read. "
              + note
              + "\n  is it the right column? write "
              + Remedy.smiles());
    }
    return table.note(note).select(read);
  }

  /**
   * Without the molecules that lack something which is needed of them.
   *
   * @param table whose molecules could all be read
   * @throws PlanException if none is left
   */
  static Table having(Table table, Derived needed) {
    Molecules molecules = table.source().orElseThrow();
    IntFunction<String> problem = r -> molecules.problem(table.molecule(r), needed);
    int[] having =
        IntStream.range(0, table.size()).filter(r -> problem.apply(r).isEmpty()).toArray();
    int lost = table.size() - having.length;
    if (lost == 0) {
      return table;
    }
    String note =
        String.format(
            Locale.ROOT,
            "%,d of %,d molecules left out, whose %s cannot be worked out: %s",
            lost,
            table.size(),
            needed,
            problems(table, problem, lost));
    if (having.length == 0) {
      throw new PlanException("No molecule of \"" + table.name() + "\" is left. " + note);
    }
    return table.note(note).select(having);
  }

  private static String problems(Table table, IntFunction<String> problem, int lost) {
    return IntStream.range(0, table.size())
            .filter(r -> !problem.apply(r).isEmpty())
            .limit(SHOWN)
            .mapToObj(
                r ->
                    String.format(
                        Locale.ROOT,
                        "%s \"%s\" (%s)",
                        table.place(r),
                        brief(table.smiles().get(r)),
                        problem.apply(r)))
            .collect(Collectors.joining(", "))
        + (lost > SHOWN ? ", …" : "");
  }

  private static String brief(String smiles) {
    return smiles.length() <= LONGEST ? smiles : smiles.substring(0, LONGEST) + "…";
  }

  /**
   * Without the rows that have fewer labels.
   *
   * @param minimum labels among the table's tasks; 0 keeps all rows
   * @throws PlanException if no row is left, or a task has nothing to learn from in those that are
   */
  static Table covered(Table table, int minimum) {
    if (minimum == 0) {
      return table;
    }
    int[] labels = IntStream.range(0, table.size()).map(r -> labelsOf(table, r)).toArray();
    int[] kept = IntStream.range(0, table.size()).filter(r -> labels[r] >= minimum).toArray();
    if (kept.length == 0) {
      int most = IntStream.of(labels).max().orElse(0);
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s leaves no row of \"%s\": the most labels of a row are %d, among %d tasks.\n"
                  + "  write %s or less",
              Remedy.minimumLabels(minimum).asked(),
              table.name(),
              most,
              table.tasks().size(),
              Remedy.minimumLabels(most)));
    }
    Table covered =
        table.note(
            String.format(
                Locale.ROOT,
                "%,d of %,d rows have at least %d labels; the others are left out",
                kept.length,
                table.size(),
                minimum));
    return checked(covered.select(kept), " after " + Remedy.minimumLabels(minimum).asked());
  }

  private static int labelsOf(Table table, int row) {
    return (int) Arrays.stream(table.measured()).filter(m -> m.get(row)).count();
  }

  /**
   * Rows drawn at random, in their order.
   *
   * @param rows how many; 0 keeps all
   * @param seeds whose stream {@code sample} draws
   * @throws PlanException if there are not so many, or a task has nothing to learn from in them
   */
  static Table sampled(Table table, int rows, Seeds seeds) {
    if (rows == 0) {
      return table;
    }
    if (rows > table.size()) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "%s asks for more rows than \"%s\" has: %d.\n  write a smaller number, or leave it out",
              Remedy.sample(rows).asked(),
              table.name(),
              table.size()));
    }
    int[] order = seeds.stream("sample").permutation(table.size());
    int[] drawn = IntStream.of(order).limit(rows).sorted().toArray();
    return checked(table.select(drawn), " after " + Remedy.sample(rows).asked());
  }

  private static Table checked(Table table, String when) {
    Labels.of(table).checked(table.name(), when);
    return table;
  }
}
