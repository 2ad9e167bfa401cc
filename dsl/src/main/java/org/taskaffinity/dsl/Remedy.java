package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a message advises to write, in the language of each front: {@code .smiles("SMILES code")} in
 * a script is {@code --smiles "SMILES code"} in the shell. A message holds it as text, which is
 * that of the {@linkplain Front#inForce() front in force}.
 *
 * @param script the verbs
 * @param shell the options, quoted as a shell wants them
 */
public record Remedy(String script, String shell) {
  /** Options of the shell that give a number, by their verbs. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "epochs", "--epochs",
          "batchSize", "--batch-size",
          "captureEvery", "--capture-every",
          "captures", "--captures",
          "crossBatches", "--cross-batches",
          "minimumLabels", "--minimum-labels",
          "minimumShared", "--min-shared",
          "minimumExpected", "--min-expected",
          "sample", "--sample");

  /** {@code .smiles("SMILES code")}. */
  public static Remedy smiles(String column) {
    return named("smiles", column);
  }

  /** The verb or option that names the molecules' column, to be filled in. */
  public static Remedy smiles() {
    return new Remedy(".smiles(\"…\")", "--smiles COLUMN");
  }

  /** {@code .sheet("Plate 2")}. */
  public static Remedy sheet(String name) {
    return named("sheet", name);
  }

  /** The verb or option that names feature columns, to be filled in. */
  public static Remedy features() {
    return new Remedy(".features(\"…\")", "--features COLUMN,…");
  }

  /** {@code .tasks("A", "B", …)}; ends with an ellipsis, since others are to be filled in. */
  public static Remedy tasks(String... first) {
    return new Remedy(
        ".tasks("
            + Arrays.stream(first).map(Say::quoted).collect(Collectors.joining(", "))
            + (first.length == 0 ? "…" : ", …")
            + ")",
        "--tasks " + (first.length == 0 ? "NAME,…" : list(Arrays.asList(first)) + ",…"));
  }

  /** Says what a task's labels are: {@code .tasks(classification("A"), …)}. */
  public static Remedy task(Task task) {
    String kind = task.type().name().toLowerCase(Locale.ROOT);
    return new Remedy(
        ".tasks(" + task + ", …)",
        (task.type() == TaskType.AS_FOUND ? "--tasks " : "--" + kind + " ")
            + list(Arrays.asList(task.name())));
  }

  /** {@code .split(randomSplit(0.8, 0.1, 0.1))}; in the shell by its short name if it has one. */
  public static Remedy split(Split split) {
    String word =
        split.equals(Mtl.randomSplit(0.8, 0.1, 0.1))
            ? "random"
            : split.equals(Mtl.scaffoldSplit(0.8, 0.1, 0.1))
                ? "scaffold"
                : split.equals(Mtl.noSplit()) ? "none" : split.toString();
    return new Remedy(".split(" + split + ")", "--split " + quoted(word));
  }

  /** {@code .overlap(natural())}. */
  public static Remedy overlap(Overlap overlap) {
    String word =
        overlap.equals(Mtl.natural())
            ? "natural"
            : overlap.equals(Mtl.completeCases()) ? "completeCases" : overlap.toString();
    return new Remedy(".overlap(" + overlap + ")", "--overlap " + quoted(word));
  }

  /** As {@link #overlap(Overlap)}, of a statement to be filled in: {@code keepLabels(…)}. */
  public static Remedy overlap(String statement) {
    return new Remedy(".overlap(" + statement + ")", "--overlap " + quoted(statement));
  }

  /** {@code .encoder(gcn(256, 256, 256))}, of the statement in its brackets. */
  public static Remedy encoder(String statement) {
    return new Remedy(".encoder(" + statement + ")", "--encoder " + quoted(statement));
  }

  /** {@code .batchSize(…)}, to be filled in. */
  public static Remedy batchSize() {
    return number("batchSize", "…", "N");
  }

  /** {@code .batchSize(32)}. */
  public static Remedy batchSize(int rows) {
    return number("batchSize", rows);
  }

  /** {@code .captureEvery(5)}. */
  public static Remedy captureEvery(long steps) {
    return number("captureEvery", steps);
  }

  /** {@code .crossBatches(2)}. */
  public static Remedy crossBatches(int batches) {
    return number("crossBatches", batches);
  }

  /** {@code .minimumLabels(5)}. */
  public static Remedy minimumLabels(int labels) {
    return number("minimumLabels", labels);
  }

  /** {@code .sample(500)}. */
  public static Remedy sample(int rows) {
    return number("sample", rows);
  }

  /** {@code .duplicates(Duplicates.MERGE)}. */
  public static Remedy duplicates(Duplicates policy) {
    return new Remedy(
        ".duplicates(" + Say.constant(policy) + ")",
        "--duplicates " + policy.name().toLowerCase(Locale.ROOT));
  }

  /** {@code .labelCorrelation(labelCorrelation(Rows.ALL).minimumShared(20).minimumExpected(5))}. */
  public static Remedy rows(Rows rows) {
    return new Remedy(
        ".labelCorrelation(" + Mtl.labelCorrelation(rows).minimumExpected(5) + ")",
        "--e-rows " + rows.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Another part of an experiment, such as {@code .head(head(64))}: {@code --with 'head(64)'}. */
  public static Remedy part(String verb, String statement) {
    return new Remedy("." + verb + "(" + statement + ")", "--with " + quoted(statement));
  }

  /** Passes over what is stored. */
  public static Remedy fresh() {
    return setting("fresh(true)", "--fresh");
  }

  /** Another folder for runs. */
  public static Remedy out() {
    return setting("out(Path.of(\"DIR\"))", "--out DIR");
  }

  /** Another folder to look for data in. */
  public static Remedy data() {
    return setting("data(Path.of(\"DIR\"))", "--data DIR");
  }

  /** {@code Settings.settings().device(Device.CPU)}. */
  public static Remedy device(Device device) {
    return setting("device(" + Say.constant(device) + ")", "--device " + lower(device));
  }

  /** {@code Settings.settings().engine(Engine.DJL)}. */
  public static Remedy engine(Engine engine) {
    return setting("engine(" + Say.constant(engine) + ")", "--engine " + lower(engine));
  }

  /** A file of the user's own in place of a name of the catalogue. */
  public static Remedy file(String name, String path) {
    return new Remedy("dataset(" + Say.quoted(name) + ", " + Say.quoted(path) + ")", quoted(path));
  }

  /** Fetches a data set of the catalogue. */
  public static Remedy fetch(String name) {
    return new Remedy(
        "runner.fetch(" + Say.quoted(name) + ")", "affinity data fetch " + quoted(name));
  }

  /** A script that a command runs takes the command's options; a Java program has its own. */
  private static Remedy setting(String verb, String option) {
    return new Remedy(option + ", or Runner.open(Settings.settings()." + verb + ")", option);
  }

  /** The verb or option of this name with a column's name. */
  static Remedy named(String verb, String value) {
    return new Remedy(
        "." + verb + "(" + Say.quoted(value) + ")", "--" + verb + " " + quoted(value));
  }

  /** A verb that takes a number, by its option in the shell where it has one of its own. */
  static Remedy number(String verb, Number value) {
    return number(verb, value.toString(), value.toString());
  }

  private static Remedy number(String verb, String script, String shell) {
    String option = OPTIONS.get(verb);
    return new Remedy(
        "." + verb + "(" + script + ")",
        option == null ? verb + "(" + script + ")" : option + " " + shell);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Names with commas between them, as an option takes them: those with commas in quotes. */
  private static String list(Collection<String> names) {
    return quoted(
        names.stream()
            .map(n -> n.matches("[^,\"]*") ? n : '"' + n.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(",")));
  }

  /** One word of a POSIX shell. */
  private static String quoted(String word) {
    if (word.matches("[\\p{L}\\p{N}_./:,=@%+-]+")) {
      return word;
    }
    return word.matches("[^\"$`\\\\!]*") && !word.contains("(")
        ? '"' + word + '"'
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * As what was written rather than is to be written, in the language of the front in force: {@code
   * sample(500)} or {@code randomSplit(0.8, 0.1, 0.1)}, without the verb around it.
   */
  public String asked() {
    return Front.inForce() == Front.SHELL
        ? shell
        : script.replaceFirst("^\\.\\w+\\((\\w+\\(.*\\).*)\\)$", "$1").replaceFirst("^\\.", "");
  }

  /** This said of a data set: {@code dataset("mine", "mine.csv").smiles("SMILES")}. */
  Remedy after(Remedy dataset) {
    return new Remedy(dataset.script + script, dataset.shell + " " + shell);
  }

  /** In the language of a front. */
  public String in(Front front) {
    return front == Front.SHELL ? shell : script;
  }

  /** In the language of the front in force. */
  @Override
  public String toString() {
    return in(Front.inForce());
  }
}
