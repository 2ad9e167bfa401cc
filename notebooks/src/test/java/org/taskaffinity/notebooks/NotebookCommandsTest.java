package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.notebooks.file.CellScript;
import org.taskaffinity.notebooks.file.Notebook;
import org.taskaffinity.scripts.Commands;

class NotebookCommandsTest {
  @TempDir Path folder;
  private final NotebookCli cli = new NotebookCli();

  private int run(String... arguments) {
    return cli.run(arguments);
  }

  private Path notebook(String script) {
    Path file = folder.resolve("study.ipynb");
    CellScript.notebook("study", script).write(file);
    return file;
  }

  private static List<JsonNode> cells(Path file) throws IOException {
    List<JsonNode> cells = new ArrayList<>();
    new ObjectMapper().readTree(file.toFile()).path("cells").forEach(cells::add);
    return cells;
  }

  @Test
  void theyAreFoundByTheCommandLine() {
    assertTrue(
        ServiceLoader.load(Commands.class).stream()
            .anyMatch(p -> p.type() == NotebookCommands.class));
  }

  @Test
  void aRunWritesANotebookAndAPageAndLeavesTheOriginalAlone() throws IOException {
    Path file = notebook("// %% [markdown]\n// # Mine\n\n// %%\nint n = 20;\n\n// %%\nn + 1\n");
    String before = Files.readString(file);
    Path page = folder.resolve("page.html");
    Path to = folder.resolve("executed.ipynb");
    int code = run("notebook", "run", f(file), "--save", f(to), "--html", f(page), "--set", "n=41");
    assertEquals(0, code, cli.err());
    assertEquals(before, Files.readString(file));
    JsonNode last = cells(to).get(2);
    assertEquals(2, last.path("execution_count").asInt());
    assertEquals("execute_result", last.path("outputs").get(0).path("output_type").asText());
    assertEquals(
        "[\"42\"]", last.path("outputs").get(0).path("data").path("text/plain").toString());
    String html = Files.readString(page);
    assertTrue(html.contains("<h1>Mine</h1>") && html.contains("42"), html);
    assertTrue(cli.err().contains("study.ipynb: cell 2 of 2"), cli.err());
  }

  @Test
  void theFirstCellThatFailsEndsItWithItsErrorInTheOutputs() throws IOException {
    Path file =
        notebook(
            "// %% {\"metadata\":{\"tags\":[\"raises-exception\"]}}\nint a = nope;\n\n"
                + "// %%\nprintln(\"before\");\nint[] none = {};\nnone[2]\n\n// %%\nprintln(3)\n");
    assertEquals(1, run("notebook", "run", f(file), "--in-place"));
    List<JsonNode> cells = cells(file);
    assertEquals("error", cells.get(0).path("outputs").get(0).path("output_type").asText());
    assertEquals("before\n", cells.get(1).path("outputs").get(0).path("text").get(0).asText());
    JsonNode error = cells.get(1).path("outputs").get(1);
    assertEquals("ArrayIndexOutOfBoundsException", error.path("ename").asText());
    assertTrue(error.path("evalue").asText().startsWith("cell 2, line 3: "), error.toString());
    assertTrue(cells.get(2).path("outputs").isEmpty());
    assertTrue(cli.err().contains("  none[2]\n  ^"), cli.err());
  }

  @Test
  void anInterruptKeepsWhatWasDone() throws Exception {
    Path file = notebook("// %%\nprintln(1)\n\n// %%\nwhile (true) {}\n\n// %%\nprintln(3)\n");
    Thread asking =
        new Thread(
            () -> {
              try {
                while (!cli.err().contains("cell 2 of 3")) {
                  Thread.sleep(20);
                }
                Thread.sleep(300);
                cli.interruption().ask(130);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    asking.start();
    assertEquals(130, run("notebook", "run", f(file), "--in-place"));
    asking.join();
    List<JsonNode> cells = cells(file);
    assertEquals("1\n", cells.get(0).path("outputs").get(0).path("text").get(0).asText());
    assertEquals("Interrupted", cells.get(1).path("outputs").get(0).path("ename").asText());
    assertTrue(cells.get(2).path("outputs").isEmpty());
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeAnythingRuns() throws IOException {
    Path file = notebook("// %%\nprintln(1)\n");
    assertEquals(2, run("notebook", "run", f(file), "--save", f(file)));
    assertEquals(2, run("notebook", "run", f(file), "--set", "epochs=3", "--in-place"));
    assertEquals(2, run("notebook", "run", f(folder.resolve("nowhere.ipynb"))));
    String said = cli.err();
    assertTrue(said.contains("write: --in-place, or --save FILE"), said);
    assertTrue(said.contains("No variable \"epochs\""), said);
    assertTrue(said.contains("There is no notebook "), said);
    assertFalse(Notebook.read(file).ran());
  }

  @Test
  void conversionGoesBothWaysAndWritesOverNothing() throws IOException {
    Path file = notebook("// %% [markdown]\n// text\n\n// %%\nint x = 1;\n");
    String before = Files.readString(file);
    assertEquals(0, run("notebook", "convert", f(file)));
    Path script = folder.resolve("study.affinity.jsh");
    assertEquals("// %% [markdown]\n// text\n\n// %%\nint x = 1;\n", Files.readString(script));
    assertEquals(2, run("notebook", "convert", f(script)));
    assertTrue(cli.err().contains("is there already"), cli.err());
    assertEquals(0, run("notebook", "convert", f(script), "--force"));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void stripTakesOutputsOut() throws IOException {
    Path file = notebook("// %%\n1 + 1\n");
    String before = Files.readString(file);
    assertEquals(0, run("notebook", "run", f(file), "--in-place"), cli.err());
    assertTrue(Notebook.read(file).ran());
    assertEquals(0, run("notebook", "strip", f(file)));
    assertEquals(before, Files.readString(file));
  }

  @Test
  void aKernelIsInstalledListedAndRemovedAndNoOtherIsTouched() throws IOException {
    String prefix = "--prefix=" + folder;
    assertEquals(0, run("kernel", "install", prefix, "--threads=2", "--engine=djl"), cli.err());
    Path kernels = folder.resolve("share/jupyter/kernels");
    JsonNode spec =
        new ObjectMapper().readTree(kernels.resolve("taskaffinity/kernel.json").toFile());
    assertEquals("Task Affinity (Java)", spec.path("display_name").asText());
    assertEquals("message", spec.path("interrupt_mode").asText());
    String argv = spec.path("argv").toString();
    String start = "\"kernel\",\"start\",\"{connection_file}\"";
    assertTrue(argv.endsWith(start + ",\"--engine\",\"djl\",\"--threads\",\"2\"]"), argv);
    assertTrue(Path.of(spec.path("argv").get(0).asText()).isAbsolute(), argv);
    run("kernel", "list", prefix);
    assertTrue(cli.out().contains("taskaffinity  " + kernels), cli.out());

    Path other = Files.createDirectories(kernels.resolve("python3")).resolve("kernel.json");
    Files.writeString(other, "{\"argv\": []}");
    assertEquals(2, run("kernel", "install", prefix, "--name", "python3"));
    assertEquals(2, run("kernel", "uninstall", prefix, "--name", "python3"));
    assertEquals(0, run("kernel", "uninstall", prefix));
    try (Stream<Path> left = Files.list(kernels)) {
      assertEquals(List.of(other.getParent()), left.toList());
    }
  }

  private static String f(Path file) {
    return file.toString();
  }
}
