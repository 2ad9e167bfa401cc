package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Training;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option that takes a value refuses a wrong one by its own name. */
class OptionErrorsTest {
  @TempDir static Path folder;
  private static String script;

  /** Options that take the name of a file or a folder: whether it is there is found out later. */
  private static final Set<String> PATHS =
      Set.of("--data", "--out", "--csv", "--bundle", "--against");

  /**
   * By option: values that cannot be meant. Those with a bracket are statements of the language.
   */
  private static final Map<String, List<String>> WRONG =
      Map.ofEntries(
          Map.entry("--name", List.of("", " ")),
          Map.entry("--encoder", List.of("gnc", "gcn(0)")),
          Map.entry("--split", List.of("scafold", "column:")),
          Map.entry("--overlap", List.of("keepLabels(50)")),
          Map.entry("--epochs", List.of("0", "-3", "1.5")),
          Map.entry("--batch-size", List.of("0", "many")),
          Map.entry("--learning-rate", List.of("0", "-0.1", "NaN", "Infinity", "fast")),
          Map.entry("--seeds", List.of("1,1", "one")),
          Map.entry("--capture-every", List.of("0", "often")),
          Map.entry("--captures", List.of("0", "all")),
          Map.entry("--cross-batches", List.of("0", "17", "two")),
          Map.entry("--control", List.of("shuffled", "none")),
          Map.entry(
              "--window", List.of("lest", "last:2", "last:0", "last:NaN", "last:x", "from:0")),
          Map.entry("--e-rows", List.of("held")),
          Map.entry("--min-shared", List.of("2", "few")),
          Map.entry("--min-expected", List.of("-1", "few")),
          Map.entry("--with", List.of("adamW(0.001).epochs(0)")),
          Map.entry("--smiles", List.of("", " ")),
          Map.entry("--sheet", List.of("")),
          Map.entry("--features", List.of("", ",", "a,a")),
          Map.entry("--tasks", List.of("", ",", "A,A")),
          Map.entry("--classification", List.of(",", "A,A")),
          Map.entry("--regression", List.of(",", "A,A")),
          Map.entry("--duplicates", List.of("none")),
          Map.entry("--minimum-labels", List.of("-1", "some")),
          Map.entry("--sample", List.of("-1", "some")),
          Map.entry("--device", List.of("gpus")),
          Map.entry("--engine", List.of("torch")),
          Map.entry("--threads", List.of("-1", "two")),
          Map.entry("--set", List.of("epoch", "epoch=5", "epochs=many")),
          Map.entry("--rounds", List.of("0", "some")),
          Map.entry("--whole", List.of("-1", "some")),
          Map.entry("--on", List.of("atlantis")),
          Map.entry("--matrix", List.of("afinity")),
          Map.entry("--to", List.of("m.txt")));

  /** Where an option of a command has other wrong values. */
  private static final Map<String, List<String>> OF_COMMANDS =
      Map.of("bench --tasks", List.of("1", "12,x"));

  /**
   * @param command with its subcommand
   * @param option as it is written
   * @param value a wrong one
   */
  record Wrong(String command, String option, String value) {
    @Override
    public String toString() {
      return command + " " + option + " '" + value + "'";
    }
  }

  private static final InputStream IN = System.in;

  /** A prompt that starts all the same has nothing to read. */
  @BeforeAll
  static void write() throws IOException {
    System.setIn(InputStream.nullInputStream());
    script = folder.resolve("study.affinity.jsh").toString();
    Files.writeString(Path.of(script), "int epochs = 3\n");
  }

  @AfterAll
  static void restore() {
    System.setIn(IN);
  }

  static Stream<Wrong> wrong() {
    return options()
        .flatMap(
            option -> {
              String name = option.option();
              List<String> values =
                  OF_COMMANDS.getOrDefault(
                      option.command() + " " + name, WRONG.getOrDefault(name, List.of()));
              return values.stream().map(v -> new Wrong(option.command(), name, v));
            });
  }

  /** Every option of every command that takes a value; its value is left open. */
  private static Stream<Wrong> options() {
    return commands("", new Main(new Cli().environment()).commands());
  }

  private static Stream<Wrong> commands(String lead, CommandLine command) {
    Stream<Wrong> own =
        command.getCommandSpec().options().stream()
            .filter(option -> option.arity().max() > 0)
            .map(OptionSpec::longestName)
            .map(name -> new Wrong(lead.strip(), name, ""));
    return Stream.concat(
        own,
        command.getSubcommands().entrySet().stream()
            .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
            .flatMap(each -> commands(lead + " " + each.getKey(), each.getValue())));
  }

  @Test
  void noOptionIsLeftOut() {
    Set<String> unknown = new TreeSet<>();
    options()
        .map(Wrong::option)
        .filter(name -> !WRONG.containsKey(name) && !PATHS.contains(name))
        .forEach(unknown::add);
    assertEquals(Set.of(), unknown, "options without a wrong value in this test");
    assertTrue(wrong().count() > 100);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongValueIsRefusedByTheOptionsName(Wrong wrong) {
    Cli cli = new Cli();
    int code = cli.run(arguments(wrong));
    String said = cli.err();
    assertEquals(2, code, wrong + "\n" + cli.out() + said);
    assertTrue(said.contains(wrong.option()), wrong + "\n" + said);
    assertFalse(said.contains("Exception"), said);
    if (!wrong.value().contains("(")) {
      assertFalse(VERB.matcher(said).find(), wrong + "\n" + said);
    }
  }

  private static String[] arguments(Wrong wrong) {
    List<String> line = new ArrayList<>(List.of(wrong.command().split(" ")));
    switch (line.get(0)) {
      case "analyze", "overlap" -> line.add("mine.csv");
      case "plan" -> line.add(wrong.option().equals("--set") ? script : "mine.csv");
      case "run" -> line.add(script);
      case "import" -> line.add("b.zip");
      case "export" -> {
        line.add("0123");
        boolean matrix = wrong.option().equals("--to");
        line.addAll(matrix ? List.of("--matrix", "overlap") : List.of("--to", "m.npz"));
        if (!matrix && !wrong.option().equals("--matrix")) {
          line.addAll(List.of("--matrix", "overlap"));
        }
      }
      case "data" -> line.addAll(line.contains("fetch") ? List.of("sider") : List.of());
      case "bench" ->
          line.addAll(wrong.option().equals("--on") ? List.of("--whole", "1") : List.of());
      default -> {}
    }
    line.add(wrong.option());
    line.add(wrong.value());
    return line.toArray(String[]::new);
  }

  /** A verb of the language before its bracket. */
  private static final Pattern VERB =
      Pattern.compile(
          "\\b("
              + Stream.of(
                      Mtl.class,
                      Figures.class,
                      Experiment.class,
                      Dataset.class,
                      Training.class,
                      Capture.class,
                      LabelCorrelation.class,
                      Runner.class,
                      Settings.class)
                  .flatMap(type -> Arrays.stream(type.getMethods()))
                  .map(Method::getName)
                  .distinct()
                  .collect(Collectors.joining("|"))
              + ")\\(");

  @Test
  void theWordingSaysWhatIsWrongAndWhatToWrite() {
    assertEquals(
        "--learning-rate 0 is not a positive number. Write a small rate: --learning-rate 0.001.\n",
        said("analyze", "planted", "--learning-rate", "0"));
    assertEquals(
        "--window last:2 is outside (0, 1]. Write a fraction: 0.2 reads the last fifth.\n",
        said("analyze", "planted", "--window", "last:2"));
    assertEquals(
        "--tasks A,A names the task \"A\" twice. Name each once.\n",
        said("analyze", "planted", "--tasks", "A,A"));
    assertEquals(
        "--with adamW(0)\nadamW(0.0) is not a positive number. Write a small rate: adamW(0.001).\n",
        said("analyze", "planted", "--with", "adamW(0)"));
    assertEquals(
        "--classification and --regression both name \"A\". Leave it out of one.\n",
        said("analyze", "planted", "--classification", "A", "--regression", "A,B"));
    assertTrue(
        said("analyze", "planted", "--tasks", "A", "--regression", "B")
            .startsWith("No task \"B\" in --tasks.\n  known: A\n"));
  }

  private static String said(String... arguments) {
    Cli cli = new Cli();
    assertEquals(2, cli.run(arguments));
    return cli.err();
  }
}
