package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Nearest;
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
   * @param features columns to learn from in place of molecules
   * @param tasks the tasks in their order; empty for every numeric column that is nothing else
   * @param known types of tasks that are known beforehand
   * @param split the column that parts the rows, if one does
   */
  record Wanted(
      String name,
      String smiles,
      List<String> features,
      List<Task> tasks,
      Map<String, TaskType> known,
      Optional<String> split) {}

  private final Grid grid;
  private final Wanted wanted;
  private final Columns columns;
  private final Set<Integer> taken = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  private TableReader(Grid grid, Wanted wanted) {
    this.grid = grid;
    this.wanted = wanted;
    this.columns = new Columns(grid);
  }

  /**
   * Every row of the file, with nothing looked at but the text of its molecule.
   *
   * @throws PlanException if a column is not there, or a cell is not what its column should hold
   */
  static Table read(String where, Content content, Wanted wanted) {
    return new TableReader(GridReader.read(where, content), wanted).table(content.sha256());
  }

  private Table table(String sha256) {
    List<String> smiles = wanted.features().isEmpty() ? smiles() : List.of();
    double[][] features = features();
    List<String> split = wanted.split().map(this::splitValues).orElse(List.of());
    Labels labels = labels();
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
        Map.of(wanted.name(), sha256),
        notes);
  }

  private List<String> smiles() {
    return texts(columns.smiles(wanted.smiles()));
  }

  private List<String> splitValues(String column) {
    return texts(columns.named("column", column));
  }

  private List<String> texts(int column) {
    taken.add(column);
    return grid.rows().stream().map(row -> row[column].strip()).toList();
  }

  private double[][] features() {
    double[][] out = new double[wanted.features().isEmpty() ? 0 : grid.rows().size()][];
    int[] at = wanted.features().stream().mapToInt(f -> columns.named("column", f)).toArray();
    IntStream.of(at).forEach(taken::add);
    for (int r = 0; r < out.length; r++) {
      out[r] = new double[at.length];
      for (int f = 0; f < at.length; f++) {
        out[r][f] = feature(r, at[f]);
      }
    }
    return out;
  }

  private double feature(int row, int column) {
    String cell = grid.cell(row, column);
    if (Grid.missing(cell)) {
      throw new PlanException(
          place(row, column)
              + " is empty, and a feature cannot be.\n  fill it in, or leave the row out");
    }
    return number(row, column);
  }

  private double number(int row, int column) {
    double value = Grid.number(grid.cell(row, column).strip());
    if (Double.isNaN(value)) {
      throw new PlanException(
          place(row, column)
              + ": \""
              + grid.cell(row, column)
              + "\" is not a finite number.\n  write a number, or leave the cell empty if it was not"
              + " measured");
    }
    return value;
  }

  private String place(int row, int column) {
    return "Row "
        + (row + 1)
        + " of "
        + grid.where()
        + ", column \""
        + grid.header().get(column)
        + "\"";
  }

  private Labels labels() {
    return wanted.tasks().isEmpty() ? found() : chosen();
  }

  private Labels found() {
    List<Integer> at = columns.labels(taken, notes);
    if (at.isEmpty()) {
      throw new PlanException(
          "No column of "
              + grid.where()
              + " can be a task: none is numeric and nothing else.\n  "
              + String.join("\n  ", notes));
    }
    List<Task> tasks =
        at.stream().map(c -> new Task(grid.header().get(c), TaskType.AS_FOUND)).toList();
    return Labels.of(tasks, t -> resolved(tasks.get(t), at.get(t))).learnable(notes);
  }

  private Labels chosen() {
    int[] at = wanted.tasks().stream().mapToInt(this::column).toArray();
    return Labels.of(wanted.tasks(), t -> resolved(wanted.tasks().get(t), at[t]))
        .checked(wanted.name(), "");
  }

  private int column(Task task) {
    int column = grid.column(task.name());
    if (column < 0) {
      Function<Integer, String> name = grid.header()::get;
      List<String> known =
          columns.labels(taken, new ArrayList<>()).stream().map(name).collect(Collectors.toList());
      String where = "dataset \"" + wanted.name() + "\"";
      throw new PlanException(Nearest.unknown("task", task.name(), where, known));
    }
    if (taken.contains(column)) {
      throw new PlanException(
          "Column \""
              + task.name()
              + "\" of "
              + grid.where()
              + " cannot be a task: it holds the molecules, a feature or the split.\n  name another"
              + " column");
    }
    return column;
  }

  /** One task's labels, with its type resolved. */
  private Labels.Column resolved(Task task, int column) {
    double[] values = new double[grid.rows().size()];
    boolean binary = true;
    for (int r = 0; r < values.length; r++) {
      values[r] = Grid.missing(grid.cell(r, column)) ? Double.NaN : number(r, column);
      binary &= Double.isNaN(values[r]) || values[r] == 0 || values[r] == 1;
    }
    TaskType type = type(task, binary);
    if (type == TaskType.CLASSIFICATION && !binary) {
      throw new PlanException(neither(task, values, column));
    }
    return new Labels.Column(new Task(task.name(), type), values);
  }

  private TaskType type(Task task, boolean binary) {
    if (task.type() != TaskType.AS_FOUND) {
      return task.type();
    }
    TaskType looked = binary ? TaskType.CLASSIFICATION : TaskType.REGRESSION;
    return wanted.known().getOrDefault(task.name(), looked);
  }

  private String neither(Task task, double[] values, int column) {
    int row =
        IntStream.range(0, values.length)
            .filter(r -> !Double.isNaN(values[r]) && values[r] != 0 && values[r] != 1)
            .findFirst()
            .orElseThrow();
    return place(row, column)
        + ": "
        + grid.cell(row, column)
        + " is neither 0 nor 1, and \""
        + task.name()
        + "\" is a classification.\n  write regression(\""
        + task.name()
        + "\"), or put the labels into two classes";
  }
}
