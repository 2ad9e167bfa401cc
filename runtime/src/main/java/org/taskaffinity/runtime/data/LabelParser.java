package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;

/**
 * Reads a column of labels. The one policy, for every kind of file:
 *
 * <ul>
 *   <li>What counts as not measured is said at {@link Missing}, what counts as a blank at {@link
 *       Blank}.
 *   <li>0 and 1 are the classes of a classification. So are two other whole numbers (−1 and 1, 1
 *       and 2), the larger being positive, and the words of {@link ClassWords}; both are noted. A
 *       task that was called a regression keeps its numbers, and so does one whose name is that of
 *       an amount ({@code pKa}, {@code IC50 (nM)}).
 *   <li>A column that holds −99, −999, 9999 or the like far from its other numbers may mean "not
 *       measured" by it: it is left out where no tasks were named, and noted where it was.
 *   <li>Any other column of numbers is a regression. One that holds few whole numbers (0, 1 and 2;
 *       0, 10 and 20) looks like more than two classes, which are not supported: it is left out
 *       where no tasks were named, and noted where it was.
 *   <li>Numbers with a qualifier ({@code >10}), decimal commas in a file separated by commas, and
 *       all other text make a column no task; {@link NoNumber} says what to write in their place.
 * </ul>
 */
final class LabelParser {
  /**
   * A column that can be read.
   *
   * @param labels with the task's type settled
   * @param note on how it was read, without the task's name; empty for zeros and ones, and amounts
   * @param classes if it looks like more than two classes, what to say of that
   */
  record Read(Labels.Column labels, String note, Optional<String> classes) {}

  private static final int MOST_WORDS = 10;

  private static final Set<String> QUALIFIERS =
      Set.of("=", ">", "<", ">=", "<=", "~", ">>", "<<", "\u2265", "\u2264", "'='", "'>'", "'<'");

  private final Grid grid;
  private final Numbers numbers;

  LabelParser(Grid grid, Numbers numbers) {
    this.grid = grid;
    this.numbers = numbers;
  }

  /** Why a column can hold no labels, as a note says it; empty if it can. */
  Optional<String> unreadable(int column) {
    if (numbers.text()[column] < 0) {
      return numbers.empty(column) ? Optional.of("it is empty") : Optional.empty();
    }
    return ClassWords.of(grid, column).isPresent() ? Optional.empty() : Optional.of(text(column));
  }

  /**
   * A column's labels.
   *
   * @param task with the type asked for
   * @throws PlanException if the cells are not what that type takes
   */
  Read read(Task task, int column) {
    Optional<ClassWords> words =
        numbers.text()[column] < 0 || task.type() == TaskType.REGRESSION
            ? Optional.empty()
            : ClassWords.of(grid, column);
    if (words.isPresent()) {
      return new Read(classes(task, words.get().values()), said(words.get()), Optional.empty());
    }
    return read(task, column, numbers.checked(column));
  }

  private Read read(Task task, int column, double[] values) {
    boolean binary = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
    if (task.type() == TaskType.REGRESSION || binary && task.type() == TaskType.CLASSIFICATION) {
      return plain(task, values);
    }
    if (binary) {
      return plain(new Task(task.name(), TaskType.CLASSIFICATION), values);
    }
    boolean quantity =
        task.type() == TaskType.AS_FOUND && OddValues.quantity(grid.header().get(column));
    Optional<Long> placeholder = OddValues.placeholder(values);
    if (placeholder.isPresent() && task.type() == TaskType.AS_FOUND) {
      return new Read(
          new Labels.Column(new Task(task.name(), TaskType.REGRESSION), values),
          "",
          Optional.of(said(placeholder.get(), values)));
    }
    Optional<long[]> two = quantity ? Optional.empty() : OddValues.two(values);
    if (two.isPresent()) {
      long positive = two.get()[1];
      double[] mapped =
          Arrays.stream(values).map(v -> Double.isNaN(v) ? v : v == positive ? 1 : 0).toArray();
      return new Read(classes(task, mapped), said(two.get()), Optional.empty());
    }
    if (task.type() == TaskType.CLASSIFICATION) {
      throw new PlanException(neither(task, values, column));
    }
    return new Read(
        new Labels.Column(new Task(task.name(), TaskType.REGRESSION), values),
        "",
        quantity ? Optional.empty() : OddValues.classes(values).map(LabelParser::said));
  }

  private static Read plain(Task task, double[] values) {
    return new Read(new Labels.Column(task, values), "", Optional.empty());
  }

  private static Labels.Column classes(Task task, double[] values) {
    return new Labels.Column(new Task(task.name(), TaskType.CLASSIFICATION), values);
  }

  private static String said(ClassWords words) {
    return Stream.of(
            words.positive().isEmpty() ? "" : '"' + words.positive() + "\" is read as 1",
            words.negative().isEmpty() ? "" : '"' + words.negative() + "\" is read as 0")
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String said(long[] two) {
    return two[1]
        + " is the positive class, "
        + two[0]
        + " the negative one (call it a regression if they are amounts)";
  }

  private static String said(long placeholder, double[] values) {
    return "it holds "
        + placeholder
        + " in "
        + Arrays.stream(values).filter(v -> v == placeholder).count()
        + " cells, far "
        + (placeholder < 0 ? "below" : "above")
        + " its other numbers (leave those cells empty if it means not measured)";
  }

  private static String said(List<Long> classes) {
    return "it holds "
        + OddValues.listed(classes)
        + " only; more than two classes are not supported (write one column of 0 and 1 for each"
        + " class, or call it a regression if they are amounts)";
  }

  private String text(int column) {
    Set<String> words = new LinkedHashSet<>();
    int labels = 0;
    for (String[] row : grid.rows()) {
      String cell = Blank.strip(row[column]);
      if (!Missing.stripped(cell)) {
        labels++;
        if (words.size() <= MOST_WORDS) {
          words.add(cell);
        }
      }
    }
    if (QUALIFIERS.containsAll(words)) {
      return "it holds qualifiers, such as \""
          + words.iterator().next()
          + "\", of numbers in another column, which are read as they stand";
    }
    if (words.size() == 1 && labels > 1) {
      return "it holds \"" + Blank.shown(words.iterator().next()) + "\" in every row";
    }
    boolean categories =
        words.size() > 1 && words.size() <= MOST_WORDS && labels >= 3 * words.size();
    boolean letters = words.stream().allMatch(w -> w.codePoints().allMatch(LabelParser::word));
    if (categories && !letters && words.stream().noneMatch(LabelParser::number)) {
      return "it holds "
          + words.size()
          + " different texts, such as \""
          + Blank.shown(words.iterator().next())
          + "\" (if each is a task, give each a column of its own)";
    }
    if (!letters || !categories) {
      return NoNumber.noted(grid, numbers.text()[column], column);
    }
    String listed =
        words.stream().map(w -> '"' + Blank.shown(w) + '"').collect(Collectors.joining(", "));
    return words.size() == 2
        ? "it holds the words " + listed + " (write 1 for the positive class and 0 for the other)"
        : "it holds "
            + words.size()
            + " words, "
            + listed
            + "; more than two classes are not supported (write one column of 0 and 1 for each"
            + " class)";
  }

  private static boolean number(String cell) {
    return !Double.isNaN(Grid.number(cell)) || NoNumber.form(cell);
  }

  private static boolean word(int c) {
    return Character.isLetter(c) || c == ' ' || c == '-' || c == '_';
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
        + "\" is a classification.\n  write "
        + Remedy.task(new Task(task.name(), TaskType.REGRESSION))
        + ", or put the labels into two classes";
  }
}
