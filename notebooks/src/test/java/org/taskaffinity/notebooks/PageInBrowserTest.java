package org.taskaffinity.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.notebooks.cell.CellEngine;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.taskaffinity.notebooks.file.Notebook;
import org.taskaffinity.notebooks.file.NotebookPage;
import org.taskaffinity.notebooks.file.NotebookRun;

/** The page of an executed notebook, opened in a real browser where there is one. */
@Tag("slow")
class PageInBrowserTest {
  @TempDir Path folder;

  @Test
  void theFirstNotebooksPageOpensWithoutErrorsOrRequestsAndItsFiguresAreDrawn() throws Exception {
    Optional<String> browser = browser();
    assumeTrue(browser.isPresent(), "No Chromium on the PATH, so no page was opened.");
    Path page = folder.resolve("page.html");
    Files.writeString(page, NotebookPage.of(executed(), "first look"));
    String dom = opened(browser.get(), page);
    assertTrue(dom.contains("A first look at task affinity · Task Affinity"), "title");
    assertTrue(dom.contains("What was planted"), "the figure's title reaches the page");
    assertTrue(!dom.contains("plotly.js v") || dom.contains("main-svg"), "Plotly drew");
    assertEquals(List.of(), lines("browser.log", "CONSOLE"));
    assertEquals(List.of(), lines("net.json", "\"url\":\"http"));
  }

  private Notebook executed() {
    try (CellEngine engine =
        new CellEngine(p -> Runner.open(Settings.settings().out(folder).progress(p)))) {
      Notebook first = Notebook.read(Path.of("1-first-look.ipynb"));
      NotebookRun run =
          NotebookRun.of(first, engine, Map.of("epochs", "1"), line -> {}, whole -> {});
      assertEquals(Optional.empty(), run.failure().map(CellFailure::plain));
      return run.notebook();
    }
  }

  /** Lines that a page, a file, caused. */
  private List<String> lines(String log, String with) throws Exception {
    return Files.readAllLines(folder.resolve(log)).stream()
        .filter(line -> line.contains(with))
        .filter(line -> !log.equals("net.json") || line.contains("isolation_key\":\"file://"))
        .toList();
  }

  private String opened(String browser, Path page) throws Exception {
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--virtual-time-budget=5000",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--log-net-log=" + folder.resolve("net.json"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(folder.resolve("browser.log").toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the browser took more than two minutes");
    return Files.readString(dom);
  }

  private static Optional<String> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
