package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/**
 * The labels of some tasks, and whether they can be learnt from.
 *
 * @param columns one per task
 */
record Labels(List<Column> columns) {
  /**
   * @param task with its type
   * @param values a number or NaN for each row
   */
  record Column(Task task, double[] values) {}

  /** Labels that differ by less, relative to the largest, differ by rounding alone. */
  private static final double ROUNDING = 1e-12;

  static Labels of(List<Task> tasks, IntFunction<Column> column) {
    return new Labels(IntStream.range(0, tasks.size()).mapToObj(column).toList());
  }

  static Labels of(Table table) {
    return of(table.tasks(), t -> new Column(table.tasks().get(t), table.labels()[t]));
  }

  List<Task> tasks() {
    return columns.stream().map(Column::task).toList();
  }

  double[][] values() {
    return columns.stream().map(Column::values).toArray(double[][]::new);
  }

  /**
   * The tasks that can be learnt.
   *
   * @param others is told of the others: the task's name, and why it cannot be learnt
   */
  Labels learnable(BiConsumer<String, String> others) {
    List<Column> fine = new ArrayList<>();
    for (Column column : columns) {
      Optional<String> problem = problem(column);
      problem.ifPresentOrElse(
          why -> others.accept(column.task().name(), "it has " + why), () -> fine.add(column));
    }
    return new Labels(fine);
  }

  /**
   * These labels.
   *
   * @param when what was done to the rows before, or empty
   * @throws PlanException if a task has no labels, or one class or value only
   */
  Labels checked(String dataset, String when) {
    for (Column column : columns) {
      problem(column)
          .ifPresent(
              why -> {
                throw new PlanException(
                    "Task \""
                        + column.task().name()
                        + "\" of dataset \""
                        + dataset
                        + "\" has "
                        + why
                        + when
                        + ".\n  nothing can be learnt from that: leave the task out");
              });
    }
    return this;
  }

  private static Optional<String> problem(Column column) {
    double[] measured = Arrays.stream(column.values()).filter(v -> !Double.isNaN(v)).toArray();
    if (measured.length == 0) {
      return Optional.of("no labels");
    }
    double scale = Arrays.stream(measured).map(Math::abs).max().orElse(0);
    boolean one =
        Arrays.stream(measured).allMatch(v -> Math.abs(v - measured[0]) <= ROUNDING * scale);
    if (!one) {
      return Optional.empty();
    }
    boolean classes = column.task().type() == TaskType.CLASSIFICATION;
    return Optional.of(
        String.format(
            Locale.ROOT,
            "one %s only, all %,d labels are %s",
            classes ? "class" : "value",
            measured.length,
            classes ? Integer.toString((int) measured[0]) : Double.toString(measured[0])));
  }
}
