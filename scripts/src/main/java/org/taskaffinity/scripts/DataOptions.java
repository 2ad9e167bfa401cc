package org.taskaffinity.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.DescriptionException;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Nearest;
import org.taskaffinity.dsl.Task;
import picocli.CommandLine.Option;

/** Which rows and which columns. */
final class DataOptions {
  private static final String TEXTS = "csv|tsv|tab|txt";
  private static final String OTHERS =
      "xlsx|xlsm|xls|sdf|sd|mol|zip|parquet|feather|json|npy|npz|ods|smi";

  @Option(
      names = "--smiles",
      paramLabel = "COLUMN",
      description = "The column that holds the molecules, as SMILES.")
  private String smiles;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "Of an .xlsx file the sheet, of a .zip the file.")
  private String sheet;

  @Option(
      names = "--features",
      paramLabel = "COLUMN,…",
      description = "Learn from these numeric columns in place of molecules.")
  private List<String> features = List.of();

  @Option(
      names = "--tasks",
      paramLabel = "NAME,…",
      description = "Only these tasks. May be repeated; quote names with commas: '\"a, b\",c'.")
  private List<String> tasks = List.of();

  @Option(
      names = "--classification",
      paramLabel = "NAME,…",
      description = "Tasks with labels 0 and 1, whatever their columns look like.")
  private List<String> classifications = List.of();

  @Option(
      names = "--regression",
      paramLabel = "NAME,…",
      description = "Tasks with real labels, whatever their columns look like.")
  private List<String> regressions = List.of();

  @Option(
      names = "--duplicates",
      paramLabel = "keep|first|merge",
      description = "What becomes of rows of the same molecule.")
  private String duplicates = "keep";

  @Option(
      names = "--minimum-labels",
      paramLabel = "N",
      description = "Leave out rows with fewer labels.")
  private int minimumLabels;

  @Option(names = "--sample", paramLabel = "N", description = "Draw so many rows at random.")
  private int sample;

  /** The dataset that a word on the command line means, with these choices. */
  Dataset dataset(String word) {
    Dataset data = named(word);
    data = Choice.set(data, "--smiles", smiles, Dataset::smiles);
    data = Choice.set(data, "--sheet", sheet, Dataset::sheet);
    String[] columns = names("--features", features).toArray(String[]::new);
    data = Choice.set(data, "--features", given(features), (d, all) -> d.features(columns));
    data = tasks(data);
    data = data.duplicates(Choice.of(Duplicates.class, "--duplicates", duplicates));
    data = Choice.set(data, "--minimum-labels", minimumLabels, Dataset::minimumLabels);
    return Choice.set(data, "--sample", sample, Dataset::sample);
  }

  /** {@code planted}, a file if it looks like one, a name of the catalogue otherwise. */
  static Dataset named(String word) {
    if (word.equals("planted")) {
      return Mtl.planted();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    boolean file =
        lower.matches(".*\\.(" + TEXTS + "|" + OTHERS + ")(\\.gz)?")
            || word.matches(".*[/\\\\].*")
            || Files.isRegularFile(Path.of(word));
    if (!file) {
      return Mtl.dataset(word);
    }
    String name = String.valueOf(Path.of(word).getFileName());
    String ends = "(?i)(\\.(" + TEXTS + "))?((\\.(" + OTHERS + "))|(\\.gz))?$";
    return Mtl.dataset(name.replaceFirst(ends, ""), word);
  }

  private Dataset tasks(Dataset data) {
    List<String> zeroOne = names("--classification", classifications);
    List<String> real = names("--regression", regressions);
    List<String> chosen = names("--tasks", tasks);
    for (String name : zeroOne) {
      if (real.contains(name)) {
        throw new DescriptionException(
            "--classification and --regression both name \"" + name + "\". Leave it out of one.");
      }
    }
    if (!chosen.isEmpty()) {
      within(chosen, "--classification", zeroOne);
      within(chosen, "--regression", real);
    }
    Task[] typed =
        (chosen.isEmpty() ? Stream.concat(zeroOne.stream(), real.stream()) : chosen.stream())
            .map(name -> task(name, zeroOne, real))
            .toArray(Task[]::new);
    String option =
        !chosen.isEmpty() ? "--tasks" : zeroOne.isEmpty() ? "--regression" : "--classification";
    String written =
        Stream.of(tasks, classifications, regressions)
            .map(DataOptions::given)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return Choice.set(data, option, written, (d, all) -> d.tasks(typed));
  }

  private static Task task(String name, List<String> zeroOne, List<String> real) {
    return zeroOne.contains(name)
        ? Mtl.classification(name)
        : real.contains(name) ? Mtl.regression(name) : Mtl.task(name);
  }

  /** Refuses types of tasks that are not among those that were chosen. */
  private static void within(List<String> chosen, String option, List<String> names) {
    for (String name : names) {
      if (!chosen.contains(name)) {
        throw new DescriptionException(
            Nearest.unknown("task", name, "--tasks", chosen)
                + "\n  "
                + option
                + " gives the type of a task that --tasks names, or of all where it is left out");
      }
    }
  }

  /** The names of an option; none where it is left out. */
  private static List<String> names(String option, List<String> texts) {
    List<String> names = Commas.split(texts);
    if (names.isEmpty() && !texts.isEmpty()) {
      throw new DescriptionException(
          option
              + " \""
              + given(texts)
              + "\" names nothing. Write names with commas between them: "
              + option
              + " A,B.");
    }
    return names;
  }

  /** As it was written; null where the option is left out. */
  private static String given(List<String> texts) {
    return texts.isEmpty() ? null : String.join(",", texts);
  }
}
