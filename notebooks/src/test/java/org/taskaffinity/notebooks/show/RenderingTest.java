package org.taskaffinity.notebooks.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Pooled;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;

class RenderingTest {
  @TempDir static Path folder;
  private static Runner runner;
  private static Results results;
  private final Rendering rendering = new Rendering();

  @BeforeAll
  static void run() {
    runner = Runner.open(Settings.settings().out(folder));
    var data = Mtl.planted(Mtl.design().molecules(200).coverage(0.7));
    results =
        runner.run(
            Mtl.experiment("shown <b>", data)
                .split(Mtl.randomSplit(0.8, 0.1, 0.1))
                .encoder(Mtl.gcn(16))
                .training(Mtl.adamW(0.001).epochs(2))
                .capture(Mtl.captureEvery(1).window(Mtl.all()))
                .seeds(1, 2));
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  static List<Object> values() {
    Result result = results.each().get(0);
    return List.of(
        result,
        results,
        results.pooled().get(0),
        result.affinity(),
        result.groups(),
        result.relation(),
        result.pairs(),
        result.tasks(),
        result.history(),
        runner.plan(result.experiment()),
        runner.audit(result.experiment().data()),
        runner.tasks(result.experiment().data()),
        runner.head(result.experiment().data()),
        Figures.affinityMap(result),
        Figures.relationScatter(result),
        runner.catalogue());
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueOfTheLanguageHasHtmlThatFetchesNothingAndText(Object value) {
    MimeBundle bundle = rendering.of(value);
    String html = bundle.data().get(MimeBundle.HTML);
    assertFalse(bundle.data().get(MimeBundle.TEXT).isEmpty());
    assertTrue(html.startsWith("<div"), html);
    assertFalse(html.matches("(?s).*<[^>]*\\b(src|href)=\"(https?:)?//.*"), html);
    assertFalse(html.contains("shown <b>"), "text reaches HTML unescaped");
  }

  @Test
  void aResultTellsItsVerdictItsIntervalAndWhereItsReportIs() {
    Result result = results.each().get(0);
    String html = rendering.of(result).data().get(MimeBundle.HTML);
    assertTrue(html.contains(Html.escaped(result.verdict())));
    assertTrue(html.contains("over 6 tasks"), html);
    assertTrue(html.contains("report.html\">the whole report</a>"), html);
    assertTrue(rendering.of(result).data().get(MimeBundle.SVG).contains("T6"));
  }

  @Test
  void cellsThatCannotBeReadAreMarkedWithTheReasonInTheCardsOfOneRunAndOfSeveral() {
    Result result = results.each().get(0);
    Pooled pooled = results.pooled().get(0);
    assertMarked(Figures.affinityMap(result), result);
    assertMarked(Figures.affinityMap(pooled), pooled);
    assertMarked(Figures.affinityMap(pooled), results);
  }

  /** The mark of the figure that the report draws is in the card. */
  private void assertMarked(Figure.HeatMap drawn, Object value) {
    String meaning = drawn.faint().orElseThrow().meaning();
    String html = rendering.of(value).data().get(MimeBundle.HTML);
    assertTrue(html.contains("pale: " + meaning), value.getClass() + ": " + meaning);
  }

  @Test
  void theFirstRowsOfADataSetAreATableWithADotWhereNothingWasMeasured() {
    FirstRows rows =
        new FirstRows(
            "mine",
            List.of("SMILES", "a<b"),
            List.of(List.of("CCO", "1"), List.of("CC", "")),
            9,
            1,
            List.of("a note"));
    String html = rendering.of(rows).data().get(MimeBundle.HTML);
    assertTrue(html.contains("mine: 9 rows, 1 task; the first 2</p>"), html);
    assertTrue(html.contains(">a&lt;b</th>"), html);
    assertTrue(html.matches("(?s).*text-align:right\">1</td>.*text-align:right\">·</td>.*"), html);
    assertTrue(html.contains("Note: a note"), html);
  }

  @Test
  void plotlyIsOwedOnceAndOnlyWhereThereIsAFigure() {
    rendering.of("text");
    assertEquals(Optional.empty(), rendering.preamble());
    rendering.of(results.each().get(0).affinity());
    Optional<MimeBundle> script = rendering.preamble();
    rendering.of(results.each().get(0).affinity());
    assertEquals(Optional.empty(), rendering.preamble());
    script.ifPresent(s -> assertTrue(s.data().get(MimeBundle.HTML).contains("<script")));
  }

  @Test
  void aMatrixOfManyTasksStaysSmall() {
    int k = 617;
    double[][] values = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        values[i][j] = Math.sin(i * j);
      }
    }
    List<String> names = IntStream.range(0, k).mapToObj(i -> "task " + i).toList();
    MimeBundle bundle = rendering.of(new TaskMatrix(names, values));
    assertTrue(bundle.data().get(MimeBundle.TEXT).contains("[Cut here:"));
    assertTrue(bundle.data().get(MimeBundle.SVG).length() < 3_000_000, "SVG");
  }

  @Test
  void longTextIsCutAndArraysShowTheirElements() {
    assertTrue(rendering.of("x".repeat(1 << 20)).data().get(MimeBundle.TEXT).length() < 101_000);
    assertEquals("[1, 2]", rendering.of(new int[] {1, 2}).data().get(MimeBundle.TEXT));
    assertEquals("null", rendering.of(null).data().get(MimeBundle.TEXT));
  }
}
