package org.taskaffinity.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.testing.Golden;

/** JShell scripts on the command line. */
class ShellScriptCommandsTest {
  @TempDir Path folder;

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("study.affinity.jsh"), text).toString();
  }

  private String without(String text) {
    return text.replace(folder.toString(), "FOLDER");
  }

  /** Runs, matrices and measures of one's own within a script. */
  @Test
  void theStoreIsReachedFromTheLanguage() throws Exception {
    Cli cli = new Cli();
    String file =
        script(
            """
            runner.runs().get(1).title()
            var result = runner.stored("0123");
            var captured = runner.captured(result);
            captured.measure(pair -> pair.quantile(0.5)).at("T1", "T2")
            captured.measure(pair -> Arrays.stream(pair.products()).sum()).at("T1", "T2")
            line("T1, T2", captured.steps(), captured.cosines("T1", "T2"))
            runner.save(result.affinity(), Path.of("x.npz"));
            runner.matrix(Path.of("x.npz")).equals(result.affinity())
            result.differences(runner.stored("0456"))
            runner.export(result, Path.of("x.zip"));
            runner.importBundle(Path.of("x.zip"))
            Experiment.read(result.experiment().toString()).equals(result.experiment())
            """);
    assertEquals(0, cli.run("run", file), cli.err());
    Golden.check("cli-script-store.txt", cli.out());
  }

  @Test
  void scriptsPrintWhatStandsAlone() throws Exception {
    Cli cli = new Cli();
    String file =
        script(
            "int n = 2;\nprintln(\"n is \" + n);\nn * 21\nrunner.run(experiment(\"e\", planted())).affinity()\n");
    assertEquals(0, cli.run("run", file, "--set", "n=4"), cli.err());
    Golden.check("cli-script-prints.txt", cli.out());
  }

  @Test
  void aScriptThatNeedsNoRunnerOpensNone() throws Exception {
    Cli cli = new Cli();
    assertEquals(0, cli.run("run", script("experiment(\"e\", planted()).seed()\n")));
    assertEquals("42\n", cli.out());
    assertEquals(List.of(), cli.runners);
  }

  @Test
  void scriptsAsJsonKeepOutClean() throws Exception {
    JsonNode document =
        Cli.json(
            "run",
            script("println(\"chatter\");\n1 + 1\nrunner.run(experiment(\"e\", planted()))\n"),
            "--json");
    assertEquals(2, document.get("values").size());
    assertEquals("2", document.get("values").get(0).get("text").asText());
    assertEquals(2, document.get("values").get(0).get("line").asInt());
    assertEquals(
        "e", document.get("values").get(1).get("result").get("experiment").get("name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "description | 2 | keepLabels(50)",
        "plan        | 2 | runner.run(experiment(\"e\", dataset(\"atlantis\")))",
        "world       | 1 | runner.draw(Figures.bars(\"t\", \"y\"), Path.of(\"x.svg\"));",
        "java        | 1 | Object o = null; o.hashCode()",
        "compile     | 2 | in x = 3;"
      })
  void failuresOfScriptsHaveTheirExitCodes(String golden, int code, String line) throws Exception {
    Cli cli = new Cli();
    assertEquals(code, cli.run("run", script("int a = 1;\n" + line + "\na\n")), cli.err());
    Golden.check("cli-script-" + golden + ".txt", without(cli.err()));
    assertEquals("", cli.out());
  }

  @Test
  void stacktracesAreShownOnlyWhenAskedFor() throws Exception {
    String file = script("Integer.parseInt(\"x\")\n");
    Cli brief = new Cli();
    brief.run("run", file);
    assertTrue(!brief.err().contains("java.lang.Integer.parseInt("), brief.err());
    Cli full = new Cli();
    full.run("run", file, "--stacktrace");
    assertTrue(full.err().contains("java.lang.Integer.parseInt("), full.err());
  }

  @Test
  void presetsMustBeVariablesOfTheScript() throws Exception {
    Cli cli = new Cli();
    assertEquals(2, cli.run("run", script("int epochs = 3;\n"), "--set", "epoch=2"));
    Golden.check("cli-preset.txt", without(cli.err()));
  }

  @Test
  void scriptsMustBeUtf8() throws Exception {
    Path file =
        Files.write(folder.resolve("latin.affinity.jsh"), new byte[] {'"', (byte) 0xE4, '"'});
    Cli cli = new Cli();
    assertEquals(1, cli.run("run", file.toString()));
    assertTrue(cli.err().contains("is not written in UTF-8"), cli.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"first-look.affinity.jsh", "overlap-sweep.affinity.jsh"})
  void theExamplesRunAndPlan(String name) {
    String file = Path.of("examples", name).toString();
    Cli run = new Cli();
    assertEquals(0, run.run("run", file, "--set", "epochs=2"), run.err());
    run.runners.get(0).ran.forEach(e -> assertEquals(2, e.training().epochs()));
    Cli plan = new Cli();
    assertEquals(0, plan.run("plan", file), plan.err());
    assertEquals("", plan.err());
  }
}
