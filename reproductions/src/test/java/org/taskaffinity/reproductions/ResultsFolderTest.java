package org.taskaffinity.reproductions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;

class ResultsFolderTest {
  @TempDir Path folder;

  private static RunRecord run(String id, double seconds) {
    return new RunRecord(
        id,
        "experiment(\"e\", planted())",
        Map.of("planted", "0123"),
        Map.of("numerics", "2"),
        "cpu",
        2,
        "2026-01-01T00:00:00Z",
        seconds,
        3,
        30,
        6,
        new RunRecord.Parameters(10, 20),
        List.of());
  }

  private Findings findings() {
    TaskMatrix matrix = new TaskMatrix(List.of("a", "b"), new double[][] {{1, .5}, {.5, 1}});
    return new Findings()
        .add("sider r", new double[] {.90, .92, .94}, 351)
        .add("a \"quoted\", key", Double.NaN)
        .say("encoder, or none", "GCN | \"text\"")
        .remark("A sentence.")
        .matrix("g", matrix)
        .figure("map", Figures.heatMap("G", matrix));
  }

  @Test
  void noTwoFiguresAndNoTwoTablesAreOneFile() {
    TaskMatrix matrix = new TaskMatrix(List.of("a", "b"), new double[][] {{1, .5}, {.5, 1}});
    Figure figure = Figures.heatMap("G", matrix);
    Findings found = findings();
    assertThrows(IllegalArgumentException.class, () -> found.figure("map", figure));
    assertThrows(IllegalArgumentException.class, () -> found.figure("MAP", figure));
    assertThrows(IllegalArgumentException.class, () -> found.matrix("g", matrix));
    assertThrows(IllegalArgumentException.class, () -> found.figure("../map", figure));
    assertThrows(IllegalArgumentException.class, () -> found.figure("p < .5", figure));
    found.matrix("numbers", matrix);
    try (Runner runner = Runner.open(Settings.settings().out(folder.resolve("out")))) {
      ResultsFolder results = new ResultsFolder(folder);
      assertThrows(
          IllegalArgumentException.class,
          () -> results.write(Budget.SMOKE, "table-1", Lane.CODED, found, List.of(), runner));
    }
  }

  @Test
  void whatIsWrittenIsReadBack() {
    ResultsFolder results = new ResultsFolder(folder);
    try (Runner runner = Runner.open(Settings.settings().out(folder.resolve("out")))) {
      results.write(
          Budget.SMOKE,
          "table-1",
          Lane.CODED,
          findings(),
          List.of(run("x", 2), run("y", 3)),
          runner);
    }
    Stored stored = results.read(Budget.SMOKE, "table-1", Lane.CODED).orElseThrow();
    assertEquals(findings().numbers(), stored.numbers());
    assertEquals(Map.of("encoder, or none", "GCN | \"text\""), stored.words());
    assertEquals(List.of("A sentence."), stored.remarks());
    assertEquals(Map.of("sider r", List.of(.90, .92, .94)), stored.seeds());
    assertEquals(2, stored.runs());
    assertEquals(5, stored.seconds());
    assertEquals(Set.of("2"), stored.numerics());
    assertEquals(1, stored.pictures().size());
    assertTrue(Files.exists(stored.folder().resolve("g.csv")));
    assertEquals(Optional.empty(), results.read(Budget.SMOKE, "table-1", Lane.WRITTEN));
  }

  /** Student's interval of .90, .92, .94: .92 ± 4.3027 · .02 / √3. */
  @Test
  void seedsGiveAnInterval() {
    Finding found = findings().numbers().get(0);
    assertEquals(.92, found.value(), 1e-12);
    assertEquals(.92 - 4.302653 * .02 / Math.sqrt(3), found.low(), 1e-6);
    assertEquals("3 seeds", found.first().orElseThrow().of());
  }

  @Test
  void theReportShowsWhatIsThereAndSaysWhatIsNot() throws Exception {
    ResultsFolder results = new ResultsFolder(folder);
    try (Runner runner = Runner.open(Settings.settings().out(folder.resolve("out")))) {
      results.write(
          Budget.SMOKE, "table-1", Lane.CAREFUL, findings(), List.of(run("x", 2)), runner);
    }
    String page = ReportPage.markdown(results, Budget.SMOKE, folder);
    assertTrue(
        page.contains("| sider r | 0.94 | 0.920 [0.870, 0.970] over 3 seeds, n 351 |"), page);
    assertTrue(page.contains("| encoder, or none |  | GCN \\| \"text\" |"), page);
    assertTrue(page.contains("Not run yet: `./affinity reproduce table-7 --budget smoke`"), page);
    assertTrue(
        page.contains(
            "*as coded*: not run yet, `./affinity reproduce table-1 --budget smoke --lanes coded`"),
        page);
    assertTrue(page.contains("No number on this page says anything about the paper."), page);
    String html = WebPage.of(page, "title", folder);
    assertTrue(html.contains("<figure><svg"), html);
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("http://") && html.contains("src=\"http"), html);
  }
}
