package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Molecules (or rows of features) and their labels.
 *
 * @param source where the rows come from
 * @param chosen the tasks that were named, in this order; empty for all there are. {@link #tasks()}
 *     lists the tasks of the data set in both cases.
 * @param duplicates what becomes of rows that hold the same molecule
 * @param minimumLabels rows with fewer labels among the tasks are left out; 0 keeps all
 * @param sample how many of the rows to draw at random; 0 takes all
 */
public record Dataset(
    Source source, List<Task> chosen, Duplicates duplicates, int minimumLabels, int sample)
    implements Part {
  public Dataset {
    Check.distinct("task", chosen.stream().map(Task::name).toList());
    chosen = List.copyOf(chosen);
    Check.atLeast(
        0,
        "minimumLabels",
        minimumLabels,
        "Write " + Check.example("minimumLabels", 10) + ", or 0 for all rows");
    Check.atLeast(
        0, "sample", sample, "Write " + Check.example("sample", 500) + ", or 0 for all rows");
  }

  static Dataset of(Source source, Task... tasks) {
    return new Dataset(source, List.of(tasks), Duplicates.KEEP, 0, 0);
  }

  /** What the dataset is called. */
  public String name() {
    return source.fold(
        new Source.Cases<>() {
          @Override
          public String catalogue(Source.Catalogue s) {
            return s.name();
          }

          @Override
          public String file(Source.File s) {
            return s.name();
          }

          @Override
          public String planted(Source.Planted s) {
            return "planted";
          }
        });
  }

  /** Whether the rows are molecules rather than feature columns. */
  public boolean molecular() {
    return !(source instanceof Source.File file) || file.features().isEmpty();
  }

  /**
   * The tasks of this data set, each a classification or a regression; reads its file where the
   * catalogue does not list them. The same as {@link Runner#tasks}.
   */
  public List<Task> tasks() {
    return RunnerInForce.ask(runner -> runner.tasks(this));
  }

  /** The first 5 rows of this data set. */
  public FirstRows head() {
    return RunnerInForce.ask(runner -> runner.head(this));
  }

  /**
   * The first rows of this data set. The same as {@link Runner#head}.
   *
   * @param rows how many, at least 1
   */
  public FirstRows head(int rows) {
    return RunnerInForce.ask(runner -> runner.head(this, rows));
  }

  /** Only these tasks, of the types the data shows. */
  public Dataset tasks(String... names) {
    return tasks(
        Arrays.stream(names).map(n -> new Task(n, TaskType.AS_FOUND)).toArray(Task[]::new));
  }

  /** Only these tasks. */
  public Dataset tasks(Task... named) {
    return new Dataset(source, List.of(named), duplicates, minimumLabels, sample);
  }

  /** Of a file: the column that holds the SMILES. */
  public Dataset smiles(String column) {
    Source.File file = file("smiles", column);
    Check.name("the SMILES column", column);
    return from(new Source.File(file.name(), file.path(), column, file.sheet(), file.features()));
  }

  /** Of a workbook: the sheet to read; of a {@code .zip}: the file in it. */
  public Dataset sheet(String name) {
    Source.File file = file("sheet", name);
    Check.name("the sheet", name);
    return from(new Source.File(file.name(), file.path(), file.smiles(), name, file.features()));
  }

  /** Of a file: numeric columns to learn from in place of molecules. */
  public Dataset features(String... columns) {
    Source.File file = file("features", columns.length == 0 ? "" : columns[0]);
    Check.notEmpty(
        "features", List.of(columns), "Name the columns: features(\"mass\", \"charge\")");
    return from(
        new Source.File(file.name(), file.path(), file.smiles(), file.sheet(), List.of(columns)));
  }

  public Dataset duplicates(Duplicates policy) {
    return new Dataset(source, chosen, policy, minimumLabels, sample);
  }

  /** Leaves out rows with fewer labels than this among the tasks. */
  public Dataset minimumLabels(int labels) {
    return new Dataset(source, chosen, duplicates, labels, sample);
  }

  /** Draws so many rows at random, by the experiment's seed. */
  public Dataset sample(int rows) {
    return new Dataset(source, chosen, duplicates, minimumLabels, rows);
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.data(this);
  }

  private Dataset from(Source other) {
    return new Dataset(other, chosen, duplicates, minimumLabels, sample);
  }

  private Source.File file(String verb, String column) {
    if (source instanceof Source.File file) {
      return file;
    }
    throw new DescriptionException(
        String.format(
            Locale.ROOT,
            "%s names a column, but \"%s\" is not a file. Write %s.",
            Remedy.named(verb, column).asked(),
            name(),
            Remedy.named(verb, column).after(Remedy.file("mine", "mine.csv"))));
  }

  @Override
  public String toString() {
    return origin()
        + (duplicates == Duplicates.KEEP ? "" : ".duplicates(" + Say.constant(duplicates) + ")")
        + (minimumLabels == 0 ? "" : ".minimumLabels(" + minimumLabels + ")")
        + (sample == 0 ? "" : ".sample(" + sample + ")");
  }

  private String origin() {
    String named = chosen.isEmpty() ? "" : ".tasks" + Say.list(chosen);
    return source.fold(
        new Source.Cases<>() {
          @Override
          public String catalogue(Source.Catalogue s) {
            return "dataset(" + Say.quoted(s.name()) + ")" + named;
          }

          @Override
          public String file(Source.File s) {
            return Dataset.this.said(s);
          }

          @Override
          public String planted(Source.Planted s) {
            return (s.equals(Mtl.design()) ? "planted()" : "planted(" + s + ")") + named;
          }
        });
  }

  private String said(Source.File file) {
    StringBuilder out = new StringBuilder("dataset(").append(Say.quoted(file.name()));
    out.append(", ").append(Say.quoted(file.path()));
    chosen.forEach(task -> out.append(", ").append(task));
    out.append(')');
    if (!file.smiles().isEmpty()) {
      out.append(".smiles(").append(Say.quoted(file.smiles())).append(')');
    }
    if (!file.sheet().isEmpty()) {
      out.append(".sheet(").append(Say.quoted(file.sheet())).append(')');
    }
    if (!file.features().isEmpty()) {
      out.append(".features").append(Say.quotedList(file.features()));
    }
    return out.toString();
  }
}
