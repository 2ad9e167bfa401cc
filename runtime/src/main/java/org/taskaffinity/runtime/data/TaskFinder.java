package org.taskaffinity.runtime.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/**
 * Decides which columns of a file are tasks where none were named: those that hold labels ({@link
 * LabelParser}) and are not
 *
 * <ul>
 *   <li>identifiers, bookkeeping or molecular descriptors by their names ({@link RoleName}),
 *   <li>identifiers by their values: whole numbers without gaps, all different, or text that tells
 *       rows apart ({@link IdentifierText}),
 *   <li>more than two classes.
 * </ul>
 *
 * <p>If no task remains, descriptors and numbers that look like identifiers are tasks after all:
 * {@code smiles,logP} is a data set with one task. Each column that is left out is noted with the
 * reason; naming it as a task takes it all the same.
 */
final class TaskFinder {
  private static final Reason NUMBERED =
      Reason.identifier("whole numbers, all different, as identifiers are");

  private final Grid grid;
  private final Numbers numbers;
  private final LabelParser parser;
  private final Map<String, TaskType> known;
  private final Set<Integer> taken;

  private final Map<Integer, LabelParser.Read> tasks = new LinkedHashMap<>();
  private final Map<Integer, LabelParser.Read> spare = new LinkedHashMap<>();
  private final ByReason left = new ByReason();
  private final Map<Integer, Reason> roles = new TreeMap<>();
  private final List<String> soft = new ArrayList<>();

  /**
   * @param known types of tasks that are known beforehand: no column of such a file is left out for
   *     its values, nor for a name that is not an identifier's
   * @param taken columns with another use
   */
  TaskFinder(
      Grid grid,
      Numbers numbers,
      LabelParser parser,
      Map<String, TaskType> known,
      Set<Integer> taken) {
    this.grid = grid;
    this.numbers = numbers;
    this.parser = parser;
    this.known = known;
    this.taken = taken;
  }

  /**
   * The columns that are tasks, by place.
   *
   * @param notes is told of the others
   */
  Map<Integer, LabelParser.Read> find(List<String> notes) {
    for (int c = 0; c < grid.header().size(); c++) {
      if (!taken.contains(c)) {
        decide(c);
      }
    }
    boolean none = new Labels(labels(tasks)).learnable((name, why) -> {}).columns().isEmpty();
    if (none && !spare.isEmpty()) {
      tasks.putAll(spare);
      List<String> names = spare.keySet().stream().map(c -> grid.header().get(c)).toList();
      notes.add(
          ByReason.listed(names)
              + (names.size() == 1 ? " is a task" : " are tasks")
              + " although named like a descriptor or numbered like an identifier: there is no"
              + " other task");
    } else {
      spare.forEach((c, read) -> leave(c, reason(c).orElseThrow()));
    }
    notes.addAll(left.noTasks());
    return tasks;
  }

  /** Why each column that was left out has its role, by place. */
  Map<Integer, Reason> roles() {
    return roles;
  }

  /** Names of columns that were left out and could be learnt all the same. */
  List<String> soft() {
    return soft;
  }

  private void decide(int column) {
    String name = grid.header().get(column);
    Optional<String> unreadable = parser.unreadable(column);
    Optional<Reason> reason = reason(column);
    if (unreadable.isPresent()) {
      left(column, unreadable(column, reason, unreadable.get()));
      return;
    }
    if (reason.isEmpty()) {
      take(column, name);
    } else if (reason.get().equals(NUMBERED) || reason.get().equals(RoleName.DESCRIPTOR.reason())) {
      spare.put(column, parser.read(new Task(name, TaskType.AS_FOUND), column));
    } else {
      leave(column, reason.get());
    }
  }

  private void take(int column, String name) {
    TaskType type = known.getOrDefault(name, TaskType.AS_FOUND);
    LabelParser.Read read = parser.read(new Task(name, type), column);
    if (read.classes().isPresent() && !known.containsKey(name)) {
      leave(column, Reason.unused(read.classes().get()));
    } else {
      tasks.put(column, read);
    }
  }

  private Reason unreadable(int column, Optional<Reason> reason, String why) {
    return known.containsKey(grid.header().get(column))
        ? Reason.unused(why)
        : reason
            .or(() -> IdentifierText.of(grid, column).map(Reason::identifier))
            .orElseGet(() -> Reason.unused(why));
  }

  private void left(int column, Reason reason) {
    left.add(grid.header().get(column), reason.why());
    roles.put(column, reason);
  }

  private void leave(int column, Reason reason) {
    left(column, reason);
    if (!reason.equals(RoleName.IDENTIFIER.reason())) {
      soft.add(grid.header().get(column));
    }
  }

  /** Why a column that can be read should not be a task. */
  Optional<Reason> reason(int column) {
    String name = grid.header().get(column);
    if (known.containsKey(name)) {
      return RoleName.identifier(name)
          ? Optional.of(RoleName.IDENTIFIER.reason())
          : Optional.empty();
    }
    Optional<Reason> byName = RoleName.of(name).map(RoleName::reason);
    return byName.isPresent() ? byName : numbered(column, name);
  }

  private Optional<Reason> numbered(int column, String name) {
    boolean numbered =
        numbers.text()[column] < 0
            && OddValues.numbered(grid, numbers.values()[column], column, RoleName.mayNumber(name));
    return numbered ? Optional.of(NUMBERED) : Optional.empty();
  }

  private static List<Labels.Column> labels(Map<Integer, LabelParser.Read> reads) {
    return reads.values().stream().map(LabelParser.Read::labels).toList();
  }
}
