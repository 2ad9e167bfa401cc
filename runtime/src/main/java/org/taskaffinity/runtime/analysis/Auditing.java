package org.taskaffinity.runtime.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Reading;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.stats.LabelCorrelation;
import org.taskaffinity.runtime.stats.LabelOverlap;

/** Counts who is measured with whom. */
public final class Auditing {
  private Auditing() {}

  /** The tasks of one table. */
  public static Audit tasks(Table table) {
    List<String> names = table.tasks().stream().map(Task::name).toList();
    Optional<TaskMatrix> labels =
        names.size() > Audit.MOST_CORRELATED
            ? Optional.empty()
            : Optional.of(
                new TaskMatrix(
                    names,
                    LabelCorrelation.of(table.labels(), table.measured(), Reading.LEAST_SHARED)
                        .correlation()));
    Audit audit = audit(table.name(), names, table.measured(), table.size(), table.notes());
    return new Audit(
        audit.name(),
        audit.counts(),
        audit.shared(),
        audit.jaccard(),
        audit.ofSmaller(),
        audit.ofAll(),
        audit.molecules(),
        audit.notes(),
        labels,
        table.columns());
  }

  /**
   * Several tables with one another, by the molecules that have any label: rows with equal
   * canonical SMILES are one molecule.
   */
  public static Audit sets(List<Table> tables) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    BitSet[] sets = tables.stream().map(t -> molecules(t, numbers)).toArray(BitSet[]::new);
    List<String> names = tables.stream().map(Table::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new PlanException(
          "Two of the datasets have one name: "
              + String.join(", ", names)
              + ".\n  write: "
              + new Remedy(
                  "another name for one of them, dataset(\"other name\", \"file.csv\")",
                  "another file name for one of them, after which it is called"));
    }
    return audit("datasets", names, sets, numbers.size(), List.of());
  }

  private static BitSet molecules(Table table, Map<String, Integer> numbers) {
    Molecules molecules =
        table
            .source()
            .orElseThrow(
                () ->
                    new PlanException(
                        "Dataset \""
                            + table.name()
                            + "\" holds feature columns; only molecules can be compared between"
                            + " datasets."));
    BitSet set = new BitSet();
    for (int r = 0; r < table.size(); r++) {
      int row = r;
      if (Arrays.stream(table.measured()).anyMatch(task -> task.get(row))) {
        String canonical = molecules.canonical(table.molecule(r));
        set.set(numbers.computeIfAbsent(canonical, c -> numbers.size()));
      }
    }
    return set;
  }

  private static Audit audit(
      String name, List<String> names, BitSet[] sets, int molecules, List<String> notes) {
    LabelOverlap overlap = LabelOverlap.of(sets);
    double[][] shared =
        Arrays.stream(overlap.shared())
            .map(row -> Arrays.stream(row).asDoubleStream().toArray())
            .toArray(double[][]::new);
    List<Integer> counts = new ArrayList<>();
    Arrays.stream(sets).forEach(s -> counts.add(s.cardinality()));
    return new Audit(
        name,
        counts,
        new TaskMatrix(names, shared),
        new TaskMatrix(names, overlap.jaccard()),
        new TaskMatrix(names, overlap.sharedOfSmaller()),
        new TaskMatrix(names, overlap.sharedOfAll(molecules)),
        molecules,
        notes);
  }
}
