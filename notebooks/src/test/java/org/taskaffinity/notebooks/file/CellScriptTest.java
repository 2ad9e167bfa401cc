package org.taskaffinity.notebooks.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.DescriptionException;

class CellScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "int x = 1;\n",
        "int x = 1;",
        "#!/usr/bin/env -S affinity run\n// a script\n\nint x = 1;\n",
        "// %%\nint x = 1;\n",
        "// %%\nint x = 1;\n// %%\nint y = 2;\n",
        "// %%\nint x = 1;\n\n\n\n// %%\nint y = 2;\n\n",
        "// %% [markdown]\n// # A heading\n//\n//   indented\n\n// %%\nx\n",
        "int x = 1;\n\n// %% [markdown]\n// text\n",
        "// %% {\"id\":\"mine\",\"metadata\":{\"tags\":[\"raises-exception\"]}}\nx\n",
        "// %% A title is a comment\nint x;\n",
        "// \\%%\nint x;\n",
        "// \\\\%% [markdown]\nint x;\n",
        "int x = 1;\r\n\r\n// %%\r\nint y = 2;\r\n",
        "// %% [raw]\n// anything\n",
      })
  void aScriptComesBackToTheLetter(String script) {
    Notebook notebook = CellScript.notebook("script", script);
    assertEquals(script, CellScript.of(Notebook.parse("notebook", notebook.text())));
  }

  @RepeatedTest(200)
  void aNotebookComesBackWithAllItHolds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Notebook notebook = Notebook.empty();
    int cells = random.nextInt(5);
    for (int i = 0; i < cells; i++) {
      String kind = new String[] {"code", "markdown", "raw"}[random.nextInt(3)];
      var node = notebook.tree().withArray("cells").addObject();
      node.put("cell_type", kind).put("id", random.nextBoolean() ? "cell-" + (i + 1) : "id" + i);
      node.putObject("metadata");
      if (random.nextInt(3) == 0) {
        node.withObject("/metadata").putArray("tags").add("a").add("raises-exception");
      }
      if (kind.equals("code")) {
        node.putNull("execution_count").putArray("outputs");
      } else if (random.nextInt(4) == 0) {
        node.putObject("attachments").putObject("a.png").put("image/png", "QUJD");
      }
      Cell.lines(node.putArray("source"), text(random));
    }
    if (random.nextInt(3) == 0) {
      notebook
          .tree()
          .withObject("/metadata")
          .put("title", "mine")
          .withObject("/kernelspec")
          .put("name", "other");
    }
    String script = CellScript.of(notebook);
    Notebook back = CellScript.notebook("script", script);
    assertEquals(notebook.text(), sortedLike(notebook, back), script);
    assertEquals(notebook, back);
  }

  private static String sortedLike(Notebook model, Notebook other) {
    return other.equals(model) ? model.text() : other.text();
  }

  private static String text(Random random) {
    String[] pieces = {
      "",
      "x",
      "// %%",
      "%%",
      "%% [markdown]",
      "\\%%",
      "// \\%% {}",
      "  y = 1;",
      "//",
      "# h",
      "\n",
      " "
    };
    StringBuilder out = new StringBuilder();
    int lines = random.nextInt(5);
    for (int i = 0; i < lines; i++) {
      out.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : "\n");
    }
    return out.toString();
  }

  @Test
  void aScriptWithCellsStillRuns() {
    String script =
        CellScript.of(
            CellScript.notebook(
                "s", "// %% [markdown]\n// # Title\n\n// %%\nint x = 3;\n\n// %%\nprintln(x)\n"));
    assertTrue(
        script
            .lines()
            .allMatch(
                l -> l.startsWith("//") || l.isEmpty() || l.matches("int x = 3;|println\\(x\\)")));
  }

  @Test
  void codeInACellOfTextIsRefusedWithItsLine() {
    DescriptionException e =
        assertThrows(
            DescriptionException.class,
            () -> CellScript.notebook("a.affinity.jsh", "// %% [markdown]\n// text\nint x;\n"));
    assertTrue(
        e.getMessage().startsWith("a.affinity.jsh:3: a cell of text holds comments only"),
        e.getMessage());
  }
}
