package org.taskaffinity.notebooks.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.notebooks.show.MimeBundle;

class CellEngineTest {
  @TempDir static Path folder;
  private static CellEngine engine;

  @BeforeAll
  static void open() {
    engine = new CellEngine(p -> Runner.open(Settings.settings().out(folder).progress(p)));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Told told(String code) {
    Told told = new Told();
    engine.run(3, code, Map.of(), told);
    return told;
  }

  @Test
  void theLastExpressionIsShownUnlessASemicolonEndsIt() {
    assertEquals(List.of("result 3"), told("1 + 1\n2 + 1").lines);
    assertEquals(List.of(), told("2 + 1;").lines);
    assertEquals(List.of("stdout x"), told("System.out.printf(\"x\")").lines);
  }

  @Test
  void whatWasMadeFromADeclarationIsKeptWhenItIsMadeAgain() {
    told("int made = 1;\nvar twice = made * 2;\nrecord Kept(int a) {}\nvar kept = new Kept(1);");
    assertEquals(List.of(), told("int made = 5;").lines);
    assertEquals(List.of("result 2"), told("twice").lines);
    String note = String.join("", told("record Kept(int a, int b) {}").lines);
    assertTrue(note.startsWith("stderr cell 3:1:1: note: Kept was declared again"), note);
    assertTrue(note.contains("no longer usable: kept"), note);
  }

  @Test
  void aDataSetShowsItsFirstRowsAndTasks() {
    told("var some = planted(design().molecules(50));");
    assertEquals(
        List.of("result planted: 50 rows, 6 tasks; the first 2"),
        told("some.head(2)").lines.stream().map(l -> l.lines().findFirst().orElse("")).toList());
    assertTrue(told("some.tasks()").lines.get(0).startsWith("result [classification(\"T1\"), "));
  }

  @Test
  void nothingIsShownWhereTheLastStatementIsNoExpression() {
    assertEquals(List.of(), told("1 + 1\nint x = 4;").lines);
    assertEquals(List.of(), told("1 + 1\nfor (int i = 0; i < 2; i++) {}").lines);
    assertEquals(List.of(), told("null").lines);
  }

  @Test
  void displayShowsMoreInTheOrderInWhichThingsHappen() {
    Told told = told("println(\"first\"); display(\"second\"); println(\"third\")");
    assertEquals(
        List.of("stdout first\n", "display second", "stdout third\n"),
        told.lines.stream().map(l -> l.replace("\r", "")).toList());
  }

  @Test
  void whatIsPrintedToEitherStreamKeepsItsOrder() {
    Told told =
        told("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"ü\u2211\");");
    assertEquals(List.of("stdout a", "stderr b", "stdout ü\u2211"), told.lines);
  }

  @Test
  void anErrorNamesCellAndLineAndPointsAtTheWord() {
    Told told = told("int a = 1\nint b = nope + 1");
    assertEquals(1, told.lines.size());
    String error = told.lines.get(0);
    assertTrue(error.startsWith("error CompileError in cell 3, line 2, column 9"), error);
    assertTrue(error.contains("  int b = nope + 1\n          ^\n"), error);
  }

  @Test
  void anExceptionTellsTheCellsThatLedToIt() {
    Told defining = new Told();
    engine.run(1, "int half(int n) {\n  return n / 0;\n}", Map.of(), defining);
    String error = told("println(1);\nhalf(4)").lines.get(1);
    assertTrue(error.startsWith("error ArithmeticException in cell 1, line 2"), error);
    assertTrue(error.contains("at half (cell 1, line 2)"), error);
    assertTrue(error.contains("at cell 3, line 2"), error);
  }

  @Test
  void aValueThatCannotBePrintedIsAFailureAndNothingWorse() {
    String code =
        "class Bad { public String toString() { throw new IllegalStateException(\"no\"); } }\nnew Bad()";
    assertTrue(told(code).lines.get(0).startsWith("error IllegalStateException"));
    assertEquals(List.of("result 5"), told("5").lines);
  }

  @Test
  void outputBeyondAMegabyteIsCutWithANotice() {
    Told told =
        told(
            "var s = \"x\".repeat(1_000_000); for (int i = 0; i < 100; i++) print(s);"
                .replace("print(s)", "System.out.print(s)"));
    assertEquals(1_000_000, told.out.length());
    assertTrue(told.err.toString().contains("[Cut here:"), told.err.toString());
    assertTrue(told.err.toString().contains("[100.0 MB were printed in all.]"));
    assertEquals("", told("1").err.toString());
  }

  @Test
  void presetsReplaceWhatACellDeclares() {
    Told told = new Told();
    engine.run(3, "int epochs = 20;\nepochs", Map.of("epochs", "5"), told);
    assertEquals(List.of("result 5"), told.lines);
  }

  @Test
  void anEndlessLoopStopsWithinASecondAndTheNextCellRuns() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Told told = new Told();
          CompletableFuture<Optional<CellFailure>> cell =
              CompletableFuture.supplyAsync(
                  () -> engine.run(3, "println(1); while (true) {}", Map.of(), told));
          while (told.lines.isEmpty()) {
            Thread.sleep(5);
          }
          long asked = System.nanoTime();
          engine.interrupt();
          Optional<CellFailure> failure = cell.get(10, TimeUnit.SECONDS);
          assertTrue(System.nanoTime() - asked < 1_000_000_000L, "took more than a second");
          assertTrue(failure.orElseThrow().stopped());
        });
    engine.interrupt(); // nothing runs, so that nothing is to be stopped
    assertEquals(List.of("result 5"), told("2 + 3").lines);
  }

  @Test
  void aTrainingShowsOneBarThatIsUpdatedAndInTheEndSaysHowLongItTook() {
    String code =
        "runner.run(experiment(\"bar\", planted(design().molecules(800))).encoder(gcn(32, 32))"
            + ".split(randomSplit(0.8, 0.1, 0.1)).training(adamW(0.001).epochs(60))"
            + ".capture(captureEvery(2)))";
    Told told = told(code);
    List<String> bars = told.lines.stream().filter(l -> l.contains(" steps")).toList();
    assertTrue(bars.size() >= 2, told.lines.toString());
    assertEquals(1, bars.stream().filter(l -> l.startsWith("display bar, seed 42")).count());
    String last = bars.get(bars.size() - 1);
    assertTrue(last.matches("update bar, seed 42  1,200 steps, [\\d.]+ s"), last);
    MimeBundle result = told.bundles.get(told.bundles.size() - 1);
    assertTrue(result.data().get(MimeBundle.HTML).contains("Task affinity G"));
    assertTrue(result.data().get(MimeBundle.SVG).contains("<svg"));
    assertEquals(List.of(), told(code).lines.stream().filter(l -> l.contains(" steps, ")).toList());
  }
}
