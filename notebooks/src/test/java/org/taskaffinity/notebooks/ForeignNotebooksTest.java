package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks of others, damaged ones, and cells that end the process. */
class ForeignNotebooksTest {
  @TempDir Path folder;
  private final NotebookCli cli = new NotebookCli();

  private static String cells(String... sources) {
    StringBuilder out = new StringBuilder();
    for (String each : sources) {
      String source = new ObjectMapper().valueToTree(each).toString();
      out.append(out.length() == 0 ? "" : ", ")
          .append("{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"source\": ")
          .append(source)
          .append("}");
    }
    return "\"cells\": [" + out + "]";
  }

  private static String notebook(String... sources) {
    return "{" + cells(sources) + ", \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
  }

  private int run(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("n.ipynb"), json);
    return cli.run(
        "notebook",
        "run",
        file.toString(),
        "--save",
        folder.resolve("ran.ipynb").toString(),
        "--html",
        folder.resolve("ran.html").toString());
  }

  /** A notebook's text, and what is said of it. */
  static Stream<String[]> refused() {
    String rest = ", \"metadata\": {}, \"nbformat\": 4}";
    String code = "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"1\", ";
    String kernel = "\"metadata\": {\"kernelspec\": {\"name\": ";
    String one = "{" + cells("import numpy as np") + ", ";
    return Stream.of(
        new String[] {
          "{\"nbformat\": 3, \"worksheets\": [{\"cells\": []}]}", "format 3; known is 4"
        },
        new String[] {"{\"worksheets\": []}", "format 3; known is 4"},
        new String[] {"{\"nbformat\": 5, \"cells\": []}", "format 5; known is 4"},
        new String[] {"{\"cells\": [1]" + rest, "cell 1 is a number, and should be an object"},
        new String[] {"{\"cells\": [\"x\"]" + rest, "cell 1 is text, and should be an object"},
        new String[] {"{\"cells\": {}" + rest, "\"cells\" is an object, and should be a list"},
        new String[] {"[1]", "it holds a list, and a notebook is a JSON object"},
        new String[] {"7", "it holds a number"},
        new String[] {"", "the file is empty"},
        new String[] {"\uFEFF \n", "the file is empty"},
        new String[] {"{\"cells\": [\n<<<<<<< HEAD\n]}", "a merge conflict"},
        new String[] {"{\"cells\": [", "it is not JSON"},
        new String[] {"{\"cells\": []}", "\"nbformat\" is missing"},
        new String[] {
          "{\"cells\": [], \"metadata\": [], \"nbformat\": 4}",
          "\"metadata\" is a list, and should be an object"
        },
        new String[] {code + "\"outputs\": {}}]" + rest, "cell 1: \"outputs\" is an object"},
        new String[] {code + "\"metadata\": []}]" + rest, "cell 1: \"metadata\" is a list"},
        new String[] {
          "{\"cells\": [{\"cell_type\": \"code\", \"source\": {}}]" + rest,
          "cell 1: \"source\" is an object, and should be text or a list of lines"
        },
        new String[] {
          "{\"cells\": [{\"cell_type\": \"code\", \"source\": [1]}]" + rest,
          "\"source\" is a list of other things than text"
        },
        new String[] {
          one + kernel + "\"python3\", \"display_name\": \"Python 3\"}}, \"nbformat\": 4}",
          "is a notebook of Python 3, and its cells are python; here they are Java"
        },
        new String[] {
          one + kernel + "\"ir\", \"language\": \"R\"}}, \"nbformat\": 4}", "its cells are R; here"
        },
        new String[] {
          one + "\"metadata\": {\"language_info\": {\"name\": \"julia\"}}, \"nbformat\": 4}",
          "its cells are julia; here they are Java"
        });
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aFileThatIsNoNotebookOfOursIsToldInASentence(String json, String said) throws IOException {
    assertEquals(2, run(json));
    assertTrue(cli.err().contains(said), cli.err());
    assertFalse(cli.err().matches("(?s).*(Node|Exception|fasterxml|java\\.).*"), cli.err());
  }

  @Test
  void nullsAndAByteOrderMarkAreRead() throws IOException {
    String odd =
        "\uFEFF{\"cells\": [{\"cell_type\": \"code\", \"metadata\": null, \"outputs\": null, \"source\": null},"
            + " {\"cell_type\": \"code\", \"source\": \"40 + 2\"}], \"metadata\": null, \"nbformat\": 4}";
    assertEquals(0, run(odd), cli.err());
    JsonNode cells =
        new ObjectMapper().readTree(folder.resolve("ran.ipynb").toFile()).path("cells");
    assertTrue(cells.get(0).path("outputs").isEmpty());
    assertTrue(cells.get(1).path("outputs").toString().contains("42"), cells.toString());
  }

  /** A cell's text, and what is said of it. */
  static Stream<String[]> foreign() {
    return Stream.of(
        new String[] {"%maven org.slf4j:slf4j-api:2.0.9", "%maven is a magic command of IPython"},
        new String[] {"%%time\nprintln(1)", "%%time is a magic command of IPython"},
        new String[] {"%%bash\nfor i in (1", "%%bash is a magic command of IPython"},
        new String[] {"!ls", "!ls is a shell command of IPython"},
        new String[] {"! pip install x", "! pip is a shell command of IPython"},
        new String[] {"/help gcn", "/help is a command of the prompt, affinity repl"},
        new String[] {"int a = 1;\n/vars", "/vars is a command of the prompt, affinity repl"},
        new String[] {"gcn?", "gcn? asks for help in IPython"},
        new String[] {"?gcn", "?gcn asks for help in IPython"},
        new String[] {"import numpy as np", "This looks like Python"},
        new String[] {"from x import y", "This looks like Python"});
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void aLineThatIsNoJavaIsToldWhatItIs(String cell, String said) throws IOException {
    assertEquals(2, run(notebook("println(1)", cell)));
    assertTrue(cli.err().contains(said), cli.err());
    assertFalse(cli.err().contains("illegal start"), cli.err());
  }

  @Test
  void javaThatOnlyLooksForeignRuns() throws IOException {
    assertEquals(0, run(notebook("boolean ls = true;\n!ls", "int a = 7\n    % 4;\na")), cli.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "println(\"before\");\nSystem.exit(0);",
        "println(\"before\");\nRuntime.getRuntime().exit(0);",
        "println(\"before\");\nRuntime.getRuntime().halt(0);",
        "println(\"before\");\njava.util.function.IntConsumer c = System::exit; c.accept(0);",
        "println(\"before\");\nvoid bye() { System.exit(0); } bye();",
        "println(\"before\");\ntry { System.exit(0); } catch (Throwable t) { }",
        "println(\"before\");\nvar t = new Thread(() -> System.exit(0)); t.start(); while (true) {}",
        "println(\"before\");\nclass Bye { static { System.exit(0); } } new Bye();"
      })
  void aCellThatEndsTheProcessIsAFailureAndWhatRanIsWritten(String cell) throws IOException {
    assertEquals(1, run(notebook(cell, "println(\"after\")")));
    assertTrue(
        cli.err().contains("cell 1 ended the process (exit 0); 1 of 2 cells ran"), cli.err());
    String written = Files.readString(folder.resolve("ran.ipynb"));
    assertTrue(written.contains("before\\n") && written.contains("exit 0"), written);
    assertFalse(written.contains("after\\n\""), written);
    assertTrue(Files.readString(folder.resolve("ran.html")).contains("before"));
  }

  @Test
  void theExitCodeOfACellIsTheCommands() throws IOException {
    assertEquals(3, run(notebook("1", "System.exit(3)")));
    assertTrue(
        cli.err().contains("cell 2 ended the process (exit 3); 2 of 2 cells ran"), cli.err());
    assertEquals(1, run(notebook("System.exit(256)")));
  }

  @Test
  void aThreadThatEndsTheProcessBetweenCellsIsAFailure() throws IOException {
    String late = "var t = new Thread(() -> System.exit(0));\nt.start();\nt.join();";
    assertEquals(1, run(notebook(late)));
    assertTrue(cli.err().contains("ended the process (exit 0)"), cli.err());
  }
}
