package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/** Makes a table of a file's cells: which column is what, and the numbers in it. */
final class TableReader {
  /**
   * What is wanted of a file.
   *
   * @param name of the dataset
   * @param smiles column of the molecules; empty to look for it
   * @param sheet of a workbook; empty to look for it
   * @param features columns to learn from in place of molecules
   * @param tasks the tasks in their order; empty for every numeric column that is nothing else
   * @param known types of tasks that are known beforehand
   * @param split the column that parts the rows, if one does
   */
  record Wanted(
      String name,
      String smiles,
      String sheet,
      List<String> features,
      List<Task> tasks,
      Map<String, TaskType> known,
      Optional<String> split) {}

  private final Grid grid;
  private final Wanted wanted;
  private final Numbers numbers;
  private final Map<Integer, Reason> taken = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private TableReader(Grid grid, Wanted wanted) {
    this.grid = grid;
    this.wanted = wanted;
    this.numbers = Numbers.of(grid);
  }

  /**
   * Every row of a user's file, with nothing looked at but the text of its molecule.
   *
   * @throws PlanException if a column is not there, or a cell is not what its column should hold
   */
  static Table read(String where, Content content, Wanted wanted) {
    OwnFile file = OwnFile.read(where, content.bytes(), wanted.sheet());
    TableReader reader = new TableReader(file.grid(), wanted);
    reader.notes.addAll(file.notes());
    return reader.table(Map.of(OwnFile.hashed(wanted.name()), content.sha256()));
  }

  /** The same of files that were put together already. */
  static Table read(Gathered gathered, Wanted wanted) {
    TableReader reader = new TableReader(gathered.grid(), wanted);
    reader.notes.addAll(gathered.notes());
    return reader.table(gathered.hashes());
  }

  private Table table(Map<String, String> hashes) {
    List<String> smiles = wanted.features().isEmpty() ? smiles() : List.of();
    double[][] features = features();
    List<String> split = wanted.split().map(this::splitValues).orElse(List.of());
    LabelReader reader = new LabelReader(grid, numbers, wanted, taken.keySet());
    Labels labels = reader.read(notes);
    if (wanted.tasks().isEmpty() && wanted.known().isEmpty() && !smiles.isEmpty()) {
      LongTable.refuse(grid, smiles, taken.keySet(), labels.tasks());
    }
    return new Table(
        wanted.name(),
        labels.tasks(),
        labels.values(),
        Table.measured(labels.values()),
        smiles,
        features,
        wanted.features(),
        split,
        IntStream.rangeClosed(1, grid.rows().size()).toArray(),
        Optional.empty(),
        new Layout(grid.places(), columns(reader.roles())),
        hashes,
        notes);
  }

  private List<ColumnRole> columns(Map<Integer, Reason> others) {
    return IntStream.range(0, grid.header().size())
        .mapToObj(c -> taken.getOrDefault(c, others.get(c)).of(grid.header().get(c)))
        .toList();
  }

  private List<String> smiles() {
    int column =
        wanted.smiles().isEmpty()
            ? SmilesColumn.find(grid, notes)
            : Columns.named(grid, "column", wanted.smiles());
    taken.put(column, new Reason(ColumnRole.Role.MOLECULES, whyMolecules(column)));
    return grid.rows().stream().map(row -> Blank.smiles(row[column])).toList();
  }

  private String whyMolecules(int column) {
    return !wanted.smiles().isEmpty()
        ? "SMILES, as named"
        : SmilesColumn.byName(grid.header().get(column))
            ? "SMILES, by name"
            : "its cells are SMILES";
  }

  private List<String> splitValues(String column) {
    int at = Columns.named(grid, "column", column);
    taken.put(at, new Reason(ColumnRole.Role.SPLIT, "the split, as named"));
    return grid.rows().stream().map(row -> Blank.strip(row[at])).toList();
  }

  private double[][] features() {
    double[][] out = new double[wanted.features().isEmpty() ? 0 : grid.rows().size()][];
    int[] at = wanted.features().stream().mapToInt(f -> Columns.named(grid, "column", f)).toArray();
    Reason feature = new Reason(ColumnRole.Role.FEATURE, "a feature, as named");
    IntStream.of(at).forEach(column -> taken.put(column, feature));
    for (int r = 0; r < out.length; r++) {
      out[r] = new double[at.length];
      for (int f = 0; f < at.length; f++) {
        out[r][f] = feature(r, at[f]);
      }
    }
    return out;
  }

  private double feature(int row, int column) {
    double value = numbers.checked(column)[row];
    if (Double.isNaN(value)) {
      throw new PlanException(
          grid.place(row, column)
              + " is empty, and a feature cannot be.\n  fill it in, or leave the row out");
    }
    return value;
  }
}
