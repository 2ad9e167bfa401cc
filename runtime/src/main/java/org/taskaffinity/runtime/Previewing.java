package org.taskaffinity.runtime;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.data.Table;

/** The first rows of a table as text. */
final class Previewing {
  private static final MathContext DIGITS = new MathContext(6);

  private Previewing() {}

  /**
   * @param table all rows of the data set's source
   * @param rows how many to show, at least 1
   */
  static FirstRows of(Dataset data, Table table, int rows) {
    if (rows < 1) {
      throw new PlanException("head(" + rows + ") shows nothing. Write head(5).");
    }
    List<String> columns =
        new ArrayList<>(table.smiles().isEmpty() ? table.featureNames() : List.of("SMILES"));
    table.tasks().stream().map(Task::name).forEach(columns::add);
    return new FirstRows(
        table.name(),
        columns,
        IntStream.range(0, Math.min(rows, table.size())).mapToObj(r -> row(table, r)).toList(),
        table.size(),
        table.tasks().size(),
        notes(data, table));
  }

  private static List<String> row(Table table, int row) {
    List<String> cells = new ArrayList<>();
    if (table.smiles().isEmpty()) {
      for (double feature : table.features()[row]) {
        cells.add(number(feature));
      }
    } else {
      cells.add(table.smiles().get(row));
    }
    for (int t = 0; t < table.tasks().size(); t++) {
      double label = table.labels()[t][row];
      boolean classes = table.tasks().get(t).type() == TaskType.CLASSIFICATION;
      cells.add(classes && !Double.isNaN(label) ? Long.toString((long) label) : number(label));
    }
    return cells;
  }

  /** Six significant digits; empty for NaN. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15;
    return value == 0 ? "0" : plain ? rounded.toPlainString() : rounded.toString();
  }

  private static List<String> notes(Dataset data, Table table) {
    List<String> notes = new ArrayList<>(table.notes());
    boolean fewer =
        data.duplicates() != Duplicates.KEEP || data.minimumLabels() > 0 || data.sample() > 0;
    if (fewer) {
      notes.add("these are the rows before duplicates, minimumLabels or sample leave any out");
    }
    return notes;
  }
}
