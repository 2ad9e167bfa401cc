package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.scripts.shell.Parameter;
import org.taskaffinity.scripts.shell.Parameters;
import org.taskaffinity.scripts.shell.ScriptLanguage;
import org.taskaffinity.scripts.terminal.Interruption;
import org.taskaffinity.scripts.terminal.Terminal;

/** The examples, executed by the runtime itself with small presets. */
class ExamplesTest {
  private static final Path FOLDER = Path.of("examples");

  /** One store for all, as a user has it. */
  @TempDir static Path store;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> ScriptLanguage.known(name).isPresent())
          .sorted()
          .toList();
    }
  }

  private static List<Parameter> parameters(String name) throws IOException {
    ScriptLanguage language = ScriptLanguage.known(name).orElseThrow();
    return Parameters.of(language, name, Files.readString(FOLDER.resolve(name)));
  }

  /** Small values for whatever a script lets be set. */
  private static List<String> small(String name, Path results) throws IOException {
    List<String> presets = new ArrayList<>();
    for (Parameter each : parameters(name)) {
      String value =
          switch (each.name()) {
            case "epochs" -> "2";
            case "seeds" -> "1,2";
            case "data" -> "planted(design().molecules(240).regressions(3))";
            case "file" -> FOLDER.resolve("own.csv").toString();
            case "out" -> results.toString();
            default -> "";
          };
      if (!value.isEmpty()) {
        presets.addAll(List.of("--set", each.name() + "=" + value));
      }
    }
    return presets;
  }

  private int affinity(List<String> arguments) {
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), errors, false, 80);
    Interruption none = new Interruption(errors, Thread.currentThread(), code -> {});
    return new Main(new Environment(Runner::open, terminal, none))
        .run(arguments.toArray(String[]::new));
  }

  private String run(String command, String name, Path results) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command, FOLDER.resolve(name).toString()));
    arguments.addAll(List.of("--quiet", "--out", store.toString()));
    arguments.addAll(small(name, results));
    out.reset();
    assertEquals(0, affinity(arguments), err::toString);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleRuns(String name, @TempDir Path results) throws IOException {
    String plan = run("plan", name, results);
    assertTrue(plan.contains("steps"), plan);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    try (Stream<Path> written = Files.list(results)) {
      assertEquals(List.of(), written.toList(), "a plan writes nothing");
    }
    assertTrue(run("run", name, results).lines().count() > 2);
    if (parameters(name).stream().anyMatch(p -> p.name().equals("out"))) {
      assertTrue(Files.size(results.resolve(page(name))) > 500, name);
    }
  }

  private static String page(String name) {
    return name.startsWith("export") ? "affinity.pdf" : "report.html";
  }

  @Test
  void whatIsExportedCanBeBroughtElsewhere(@TempDir Path results) throws IOException {
    run("run", "export.affinity.kts", results);
    for (String file : List.of("relation.svg", "affinity.npz", "affinity.csv", "affinity.json")) {
      assertTrue(Files.size(results.resolve(file)) > 100, file);
    }
    out.reset();
    List<String> bring =
        List.of(
            "import",
            results.resolve("run.zip").toString(),
            "--out",
            results.resolve("elsewhere").toString());
    assertEquals(0, affinity(bring), err::toString);
  }

  @Test
  void aLongerRunIsComparedWithTheShorter(@TempDir Path results) throws IOException {
    String name = "resume-and-compare.affinity.jsh";
    run("run", name, results);
    List<String> longer = new ArrayList<>(List.of("run", FOLDER.resolve(name).toString()));
    longer.addAll(List.of("--quiet", "--out", store.toString()));
    longer.addAll(small(name, results));
    longer.replaceAll(argument -> argument.equals("epochs=2") ? "epochs=3" : argument);
    out.reset();
    assertEquals(0, affinity(longer), err::toString);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("It lies in the store now."), said);
    assertTrue(said.contains("G then and now: 15 pairs"), said);
  }

  @Test
  void tenAreThereAndEachSaysWhatItShowsAndHowItRuns() throws IOException {
    List<String> all = examples();
    assertEquals(10, all.size(), all.toString());
    assertTrue(all.stream().filter(name -> name.endsWith(".kts")).count() >= 2);
    for (String name : all) {
      List<String> lines = Files.readAllLines(FOLDER.resolve(name));
      assertEquals("#!/usr/bin/env -S affinity run", lines.get(0));
      assertTrue(lines.get(1).matches("// \\S.{30,}"), name);
      assertTrue(lines.get(2).startsWith("// affinity run " + name + " --set "), name);
      assertEquals("", lines.get(3), name);
      assertTrue(lines.size() <= 60, name + " is not short");
      assertTrue(parameters(name).stream().anyMatch(p -> p.name().equals("epochs")), name);
    }
  }
}
