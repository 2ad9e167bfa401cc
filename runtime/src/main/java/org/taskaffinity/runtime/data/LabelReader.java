package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/** Finds the label columns of a file, and settles the type of each task. */
final class LabelReader {
  private final Grid grid;
  private final Numbers numbers;
  private final Columns columns;
  private final TableReader.Wanted wanted;
  private final Set<Integer> taken;

  /**
   * @param taken columns with another use
   */
  LabelReader(
      Grid grid, Numbers numbers, Columns columns, TableReader.Wanted wanted, Set<Integer> taken) {
    this.grid = grid;
    this.numbers = numbers;
    this.columns = columns;
    this.wanted = wanted;
    this.taken = taken;
  }

  /**
   * @param notes is told of columns that are no tasks, where none were named
   * @throws PlanException if there is no task, or one cannot be learnt from
   */
  Labels read(List<String> notes) {
    return wanted.tasks().isEmpty() ? found(notes) : chosen();
  }

  private Labels found(List<String> notes) {
    List<Integer> at = columns.labels(taken, notes);
    List<Task> tasks =
        at.stream().map(c -> new Task(grid.header().get(c), TaskType.AS_FOUND)).toList();
    Labels found = Labels.of(tasks, t -> resolved(tasks.get(t), at.get(t))).learnable(notes);
    if (found.columns().isEmpty()) {
      throw new PlanException(
          "No column of "
              + grid.where()
              + " can be a task: none has labels and nothing else.\n  "
              + String.join("\n  ", notes));
    }
    return found;
  }

  private Labels chosen() {
    int[] at = wanted.tasks().stream().mapToInt(this::column).toArray();
    return Labels.of(wanted.tasks(), t -> resolved(wanted.tasks().get(t), at[t]))
        .checked(wanted.name(), "");
  }

  private int column(Task task) {
    int column = grid.column(task.name());
    if (column < 0) {
      List<Integer> labels = columns.labels(taken, new ArrayList<>());
      List<String> known = labels.stream().map(grid.header()::get).toList();
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
    double[] values = numbers.checked(column);
    boolean binary = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
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
    return grid.place(row, column)
        + ": "
        + grid.cell(row, column)
        + " is neither 0 nor 1, and \""
        + task.name()
        + "\" is a classification.\n  write regression(\""
        + task.name()
        + "\"), or put the labels into two classes";
  }
}
