package org.taskaffinity.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.Mtl;
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
    data = smiles == null ? data : data.smiles(smiles);
    data = sheet == null ? data : data.sheet(sheet);
    List<String> columns = Commas.split(features);
    data = columns.isEmpty() ? data : data.features(columns.toArray(String[]::new));
    Task[] chosen = tasks().toArray(Task[]::new);
    data = chosen.length == 0 ? data : data.tasks(chosen);
    return data.duplicates(Choice.of(Duplicates.class, "--duplicates", duplicates))
        .minimumLabels(minimumLabels)
        .sample(sample);
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

  private List<Task> tasks() {
    List<String> zeroOne = Commas.split(classifications);
    List<String> real = Commas.split(regressions);
    List<String> names = new ArrayList<>(Commas.split(tasks));
    if (names.isEmpty()) {
      names.addAll(zeroOne);
      names.addAll(real);
    }
    return names.stream()
        .map(
            name ->
                zeroOne.contains(name)
                    ? Mtl.classification(name)
                    : real.contains(name) ? Mtl.regression(name) : Mtl.task(name))
        .toList();
  }
}
