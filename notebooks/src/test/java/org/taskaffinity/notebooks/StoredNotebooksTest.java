package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.notebooks.cell.CellEngine;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.taskaffinity.notebooks.file.Notebook;
import org.taskaffinity.notebooks.file.NotebookPage;
import org.taskaffinity.notebooks.file.NotebookRun;

/**
 * The project's notebooks, run from first cell to last: by our own runner, and by Jupyter, which
 * finds the trainings done in the store.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoredNotebooksTest {
  @TempDir static Path folder;

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void thereAreFive() throws IOException {
    assertEquals(5, notebooks().size());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  @Order(2)
  void eachIsStoredWithoutOutputsAsJupyterWouldWriteIt(Path file) throws IOException {
    Notebook notebook = Notebook.read(file);
    assertFalse(notebook.ran(), file + " holds outputs; affinity notebook strip " + file);
    assertEquals(notebook.text(), Files.readString(file));
    assertTrue(Files.readString(file).contains("\"name\": \"taskaffinity\""));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  @Order(3)
  void eachRunsByItself(Path file) throws IOException {
    long begun = System.nanoTime();
    NotebookRun run;
    try (CellEngine engine =
        new CellEngine(p -> Runner.open(Settings.settings().out(out()).progress(p)))) {
      run = NotebookRun.of(Notebook.read(file), engine, Map.of(), line -> {}, whole -> {});
    }
    System.out.printf("%s: %.1f s%n", file, (System.nanoTime() - begun) / 1e9);
    assertEquals(Optional.empty(), run.failure().map(CellFailure::plain));
    assertTrue(run.notebook().ran());
    String page = NotebookPage.of(run.notebook(), file.toString());
    assertTrue(run.notebook().text().contains("\"text/html\""), "something is shown");
    assertFalse(page.matches("(?s).*<(img|script|link|iframe)[^>]*\\b(src|href)=\"http.*"));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  @Order(4)
  @Tag("one-jdk")
  void eachRunsInJupyter(Path file) throws Exception {
    Jupyter jupyter = Jupyter.in(folder, "--out", out().toString());
    jupyter.run(
        file.toString(),
        300,
        "-m",
        "nbconvert",
        "--to",
        "notebook",
        "--execute",
        "--ExecutePreprocessor.timeout=250",
        "--output-dir",
        folder.resolve("executed").toString(),
        file.toString());
    Notebook executed = Notebook.read(folder.resolve("executed").resolve(file.getFileName()));
    assertTrue(executed.ran());
    assertTrue(executed.text().contains("\"text/html\""));
  }

  private static Path out() {
    return folder.resolve("out");
  }
}
