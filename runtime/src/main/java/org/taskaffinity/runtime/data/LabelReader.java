package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/** The labels of a file: of the tasks that were named, or of those that are found. */
final class LabelReader {
  private static final String NAMED = "; a task because it was named";

  private final Grid grid;
  private final Numbers numbers;
  private final TableReader.Wanted wanted;
  private final Set<Integer> taken;
  private final LabelParser parser;
  private final TaskFinder finder;
  private final Map<Integer, Reason> roles = new TreeMap<>();

  /**
   * @param taken columns with another use
   */
  LabelReader(Grid grid, Numbers numbers, TableReader.Wanted wanted, Set<Integer> taken) {
    this.grid = grid;
    this.numbers = numbers;
    this.wanted = wanted;
    this.taken = taken;
    this.parser = new LabelParser(grid, numbers);
    this.finder = new TaskFinder(grid, numbers, parser, wanted.known(), taken);
  }

  /**
   * @param notes is told how columns were read, and of those that are no tasks
   * @throws PlanException if there is no task, or one cannot be learnt from
   */
  Labels read(List<String> notes) {
    return wanted.tasks().isEmpty() ? found(notes) : chosen(notes);
  }

  /** What each column is used for, and why, once {@link #read} has decided it; by place. */
  Map<Integer, Reason> roles() {
    return roles;
  }

  private Labels found(List<String> notes) {
    List<String> left = new ArrayList<>();
    Map<Integer, LabelParser.Read> reads = finder.find(left);
    roles.putAll(finder.roles());
    reads.forEach((column, read) -> roles.put(column, task(read, "")));
    Labels all = new Labels(reads.values().stream().map(LabelParser.Read::labels).toList());
    Labels found =
        all.learnable(
            (name, why) -> {
              left.add("column \"" + name + "\" is no task: " + why);
              roles.put(grid.header().indexOf(name), Reason.unused(why));
            });
    if (found.columns().isEmpty()) {
      throw new PlanException(
          "No column of "
              + grid.where()
              + " can be a task: none has labels and nothing else.\n  "
              + (left.isEmpty() ? noOthers() : String.join("\n  ", left))
              + named());
    }
    if (wanted.known().isEmpty()) {
      notes.add("tasks: " + listed(found));
      reads.values().removeIf(read -> !found.columns().contains(read.labels()));
      noteReading(reads, notes);
    }
    notes.addAll(left);
    if (wanted.known().isEmpty() && !finder.soft().isEmpty()) {
      notes.add(named().strip());
    }
    return found;
  }

  private static Reason task(LabelParser.Read read, String more) {
    String type = read.labels().task().type().name().toLowerCase(Locale.ROOT);
    return new Reason(
        ColumnRole.Role.TASK, type + (read.note().isEmpty() ? "" : "; " + read.note()) + more);
  }

  private String named() {
    return finder.soft().isEmpty()
        ? ""
        : "\n  a column that was left out can be named as a task: "
            + Remedy.tasks(finder.soft().get(0));
  }

  private String noOthers() {
    boolean blanks = grid.header().size() == 1 && grid.header().get(0).contains(" ");
    return "it has no other columns"
        + (blanks
            ? ", for nothing separates its fields but blanks, and not as many in each line\n  write"
                + " a comma or a tab between the fields of each line"
            : "");
  }

  private static String listed(Labels labels) {
    Map<String, List<String>> byType = new LinkedHashMap<>();
    labels
        .tasks()
        .forEach(
            t ->
                byType
                    .computeIfAbsent(
                        t.type().name().toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                    .add(t.name()));
    return byType.entrySet().stream()
        .map(e -> ByReason.listed(e.getValue()) + " (" + e.getKey() + ")")
        .collect(Collectors.joining(", "));
  }

  private Labels chosen(List<String> notes) {
    Map<Integer, LabelParser.Read> reads = new LinkedHashMap<>();
    ByReason odd = new ByReason();
    List<Labels.Column> columns = new ArrayList<>();
    for (Task task : wanted.tasks()) {
      int column = column(task);
      TaskType known = wanted.known().getOrDefault(task.name(), TaskType.AS_FOUND);
      TaskType type = task.type() == TaskType.AS_FOUND ? known : task.type();
      LabelParser.Read read = parser.read(new Task(task.name(), type), column);
      reads.put(column, read);
      columns.add(read.labels());
      Optional<String> why =
          wanted.known().isEmpty()
              ? finder.reason(column).map(Reason::why).or(read::classes)
              : Optional.empty();
      why.ifPresent(said -> odd.add(task.name(), said + NAMED));
      roles.put(column, task(read, why.map(said -> "; " + said + NAMED).orElse("")));
    }
    for (int c = 0; c < grid.header().size(); c++) {
      roles.putIfAbsent(c, Reason.unused("it is not among the tasks that were asked for"));
    }
    Labels chosen = new Labels(columns).checked(wanted.name(), "");
    if (wanted.known().isEmpty()) {
      noteReading(reads, notes);
      notes.addAll(odd.tasks());
    }
    return chosen;
  }

  /** What was read as classes, and what as not measured, each said once. */
  private void noteReading(Map<Integer, LabelParser.Read> reads, List<String> notes) {
    ByReason how = new ByReason();
    Map<String, Integer> words = new TreeMap<>();
    reads.forEach(
        (column, read) -> {
          if (!read.note().isEmpty()) {
            how.add(read.labels().task().name(), read.note());
          }
          numbers.words().get(column).forEach((word, n) -> words.merge(word, n, Integer::sum));
        });
    notes.addAll(how.tasks());
    if (!words.isEmpty()) {
      notes.add(
          "read as not measured: "
              + words.entrySet().stream()
                  .map(
                      e ->
                          "\""
                              + Blank.shown(e.getKey())
                              + "\" in "
                              + e.getValue()
                              + (e.getValue() == 1 ? " cell" : " cells"))
                  .collect(Collectors.joining(", ")));
    }
  }

  private int column(Task task) {
    int column = grid.column(task.name());
    if (column < 0) {
      List<String> known =
          finder.find(new ArrayList<>()).keySet().stream().map(grid.header()::get).toList();
      String where = "dataset \"" + wanted.name() + "\"";
      throw new PlanException(
          Nearest.unknown("task", Blank.shown(task.name()), where, known, grid.header()));
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
}
