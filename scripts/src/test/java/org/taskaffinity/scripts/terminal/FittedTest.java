package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.averageLinkage;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.scripts.FakeRunner;

class FittedTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef";
  private final FakeRunner runner = new FakeRunner(Settings.settings());

  private static void assertFits(int width, String text) {
    text.lines()
        .forEach(l -> assertTrue(l.length() <= width, l.length() + " of " + width + ": " + l));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 110})
  void noValueOfTheLanguageIsWiderThanTheTerminal(int width) {
    Experiment look = experiment("look", planted());
    Result result = runner.run(look);
    Results results = runner.run(look.over(natural(), keepLabels(0.5)).seeds(1, 2));
    Stream.of(
            look,
            look.over(natural(), keepLabels(0.5)),
            look.training(),
            result,
            results,
            results.pooled().get(0),
            result.affinity(),
            runner.group(result.affinity(), averageLinkage()),
            runner.audit(planted()),
            runner.plan(look))
        .forEach(value -> assertFits(width, ValueText.of(value, Look.plain(width))));
  }

  @Test
  void aPrintedExperimentBreaksBeforeDotsAndReadsBack() {
    String statement = experiment("a name, with (brackets). and dots", planted()).toString();
    for (int width : new int[] {40, 60, 110}) {
      String fitted = Fitted.to(width, statement);
      assertEquals(statement.replaceAll("\\s+", ""), fitted.replaceAll("\\s+", ""));
      assertTrue(fitted.contains("\"a name, with (brackets). and dots\""), fitted);
      if (width == 110) {
        List<String> lines = fitted.lines().toList();
        lines.stream()
            .skip(1)
            .forEach(
                line -> assertTrue(line.strip().startsWith("."), "breaks before a dot: " + line));
      }
    }
  }

  @Test
  void nothingIsLostWhateverTheText() {
    Random random = new Random(5);
    String letters = "abc  ,.()/\"\\é–";
    for (int n = 0; n < 2000; n++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        line.append(letters.charAt(random.nextInt(letters.length())));
      }
      String fitted = Fitted.to(20 + random.nextInt(60), line.toString());
      assertEquals(
          line.toString().replaceAll("\\s+", ""), fitted.replaceAll("\\s+", ""), line.toString());
    }
  }

  @Test
  void aPathThatIsTooLongHasAShortHash() {
    Path run = Path.of("affinity-out", "runs", HASH);
    assertEquals(run.toString(), Fitted.path(run, 100));
    assertEquals(Path.of("affinity-out", "runs", "0123456789ab…").toString(), Fitted.path(run, 40));
    assertEquals("some/other-folder", Fitted.path(Path.of("some", "other-folder"), 5));
  }

  @Test
  void theClosingIsBrokenInATerminalAndWholeInAFile() {
    PrintStream none = new PrintStream(OutputStream.nullOutputStream());
    Experiment look = experiment("look", planted());
    Path run = Path.of("affinity-out", "runs", HASH);
    Path page = run.resolveSibling("report.html");
    assertFits(60, ResultText.closing(run, page, look, new Terminal(none, none, true, 60)));
    String whole = ResultText.closing(run, page, look, new Terminal(none, none, false, 60));
    assertTrue(whole.contains(run.toString()) && whole.contains(look.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60})
  void aMatrixWithLongNamesFits(int width) {
    List<String> names =
        List.of("Gastrointestinal disorders, all", "Hepatobiliary disorders, all", "Eye disorders");
    TaskMatrix matrix = new TaskMatrix(names, new double[3][3]);
    assertFits(width, MatrixText.of(matrix, width));
  }
}
