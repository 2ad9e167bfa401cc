package org.taskaffinity.notebooks.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.RunException;

class NotebookTest {
  private static final String OLD =
      """
      {"cells": [
        {"cell_type": "markdown", "source": "# Title\\ntext", "metadata": {"mine": 1}},
        {"cell_type": "code", "source": ["1\\n", "2"], "metadata": {}, "execution_count": 3,
         "outputs": [{"output_type": "stream", "name": "stdout", "text": ["a"]}]}],
       "metadata": {"kernelspec": {"name": "taskaffinity"}, "theirs": {"b": 1, "a": 2}},
       "nbformat": 4, "nbformat_minor": 4}
      """;

  @Test
  void anOlderNotebookGetsIdsAndKeepsAllElse() {
    Notebook notebook = Notebook.parse("old", OLD);
    assertEquals(5, notebook.tree().path("nbformat_minor").asInt());
    assertEquals("cell-2", notebook.cells().get(1).node().path("id").asText());
    assertEquals(1, notebook.cells().get(0).node().path("metadata").path("mine").asInt());
    assertEquals("{\"b\":1,\"a\":2}", notebook.tree().path("metadata").path("theirs").toString());
    assertEquals("# Title\ntext", notebook.cells().get(0).source());
    assertTrue(notebook.ran());
    assertFalse(notebook.stripped().ran());
    assertTrue(notebook.ran(), "stripping leaves the original alone");
  }

  @Test
  void theTextIsReadBackAndDoesNotMove() {
    String text = Notebook.parse("old", OLD).text();
    assertEquals(text, Notebook.parse("again", text).text());
    assertTrue(text.startsWith("{\n \"cells\": [\n  {\n   \"cell_type\": \"markdown\","), text);
  }

  @Test
  void whatIsNoNotebookIsRefusedInWords() {
    for (String text : new String[] {"", "[]", "{\"cells\": 3}", "hello", "{\"nbformat\": 4}"}) {
      RunException e = assertThrows(RunException.class, () -> Notebook.parse("x.ipynb", text));
      assertTrue(e.getMessage().startsWith("x.ipynb is no notebook"), e.getMessage());
    }
    RunException older =
        assertThrows(
            RunException.class,
            () -> Notebook.parse("x.ipynb", "{\"cells\": [], \"nbformat\": 3}"));
    assertTrue(older.getMessage().contains("format 3; known is 4"), older.getMessage());
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "x");
    RunException e =
        assertThrows(
            RunException.class, () -> Notebook.parse("old", OLD).write(file.resolve("n.ipynb")));
    assertTrue(e.getMessage().startsWith("Cannot write "), e.getMessage());
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void aPageEscapesWhatItIsGiven() {
    String hostile =
        "{\"cells\": [{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": \"# <script>a()</script>\\n[x](javascript:b())\"},"
            + "{\"cell_type\": \"code\", \"metadata\": {}, \"execution_count\": 1, \"source\": \"\\\"</code><script>c()</script>\\\"\","
            + "\"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"<script>d()</script>\"}]}],"
            + "\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    String page = NotebookPage.of(Notebook.parse("hostile", hostile), "a <b>");
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("javascript:"), page);
    assertTrue(page.contains("Content-Security-Policy"));
  }
}
