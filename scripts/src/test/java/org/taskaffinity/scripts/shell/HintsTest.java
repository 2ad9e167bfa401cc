package org.taskaffinity.scripts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.scripts.FakeRunner;

/** What is said to somebody who looks for a word, or uses it in the wrong place. */
class HintsTest {
  private final ShellEngine engine = ShellEngine.open(new FakeRunner(Settings.settings()));

  @AfterEach
  void close() {
    engine.close();
  }

  private String refused(String statement) {
    return engine.eval("s", statement, value -> {}).map(Failure::message).orElse("accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "experiment(\"e\", planted()).epochs(3) | epochs belongs to training: .training(adamW(0.001).epochs(3))",
        "experiment(\"e\", planted()).epoch(3) | epochs belongs to training: .training(adamW(0.001).epochs(3))",
        "experiment(\"e\", planted()).window(all()) | window belongs to capture: .capture(captureEvery(10).window(all()))",
        "experiment(\"e\", planted()).tasks(\"A\", \"B\") | tasks belongs to the data: .data(dataset(\"tox21\").tasks(\"A\", \"B\"))",
        "experiment(\"e\", planted()).batchSize(8) | batchSize belongs to training: .training(adamW(0.001).batchSize(8))",
        "experiment(\"e\", planted()).sample(9) | sample belongs to the data",
        "experiment(\"e\", planted()).minimumShared(9) | minimumShared belongs to labelCorrelation",
        "planted().encoder(gcn(8)) | encoder belongs to an experiment: experiment(…).encoder(gcn(8))",
        "planted().epochs(8) | epochs belongs to training",
        "gcn(8).seed(3) | seed belongs to an experiment",
        "experiment(\"e\", planted()).encodr(gcn(64)) | did you mean: encoder?",
        "new BufferedReader(null) | write first: import java.io.BufferedReader;",
        "Function<Integer, Integer> f = x -> x; | write first: import java.util.function.Function;",
        "Pattern.compile(\"x\") | write first: import java.util.regex.Pattern;",
        "LocalDate.now() | write first: import java.time.LocalDate;"
      })
  void aWordInTheWrongPlaceIsToldWhereItBelongs(String statement, String hint) {
    String said = refused(statement);
    assertTrue(said.contains(hint), said);
  }

  @Test
  void aVariableThatWasLostIsToldSo() {
    engine.noting(note -> {});
    assertEquals(
        "accepted", refused("record P(int a) {}\nvar p = new P(1);\nrecord P(int a, int b) {}"));
    assertTrue(refused("p").contains("p no longer fits what it was made from. Declare it again."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Experiment.over",
        "Training.epochs",
        "Capture.window",
        "Runner.save",
        "Runner.head",
        "Dataset.head",
        "Dataset.tasks",
        "Result.pairs",
        "Pooled.verdict",
        "pairs",
        "head",
        "encoder",
        "over",
        "epochs",
        "seeds",
        "window",
        "at",
        "Training",
        "gcn"
      })
  void helpKnowsEveryWord(String word) {
    List<Described> found = new Inspection(engine).named(word);
    assertFalse(found.isEmpty());
    String member = word.substring(word.indexOf('.') + 1);
    assertTrue(found.stream().allMatch(d -> d.signature().contains(member)), found.toString());
  }

  @Test
  void helpOfTheRunnerListsItsVerbs() {
    String text = new Inspection(engine).named("runner").get(0).text();
    assertTrue(text.contains("runner.run ") && text.contains("runner.group "), text);
    assertFalse(text.contains("@"), text);
  }

  @Test
  void theListOfVerbsHasThemAllOnce() {
    String list = VerbList.all();
    for (String verb :
        Hints.verbs().stream()
            .map(m -> m.getName())
            .collect(Collectors.toCollection(java.util.TreeSet::new))) {
      assertTrue(
          list.contains("\n   " + verb + " ") || list.contains("\n   " + verb + "\n"),
          verb + "\n" + list);
    }
    assertTrue(list.startsWith("Data\n   dataset "), list);
    assertTrue(list.contains("\nOf Training, behind a dot\n"), list);
  }

  @Test
  void aSemicolonSilencesAnExpression() {
    List<Value> values = new ArrayList<>();
    String script =
        "1 + 1;\n2 + 2\nvar x = 5;\nx;\nx\nSystem.out.printf(\"\")\nList.of(1); // silent\nx = 6;";
    assertEquals(Optional.empty(), engine.eval("s", script, values::add));
    assertEquals(List.of("4", "5"), values.stream().filter(Value::shown).map(Value::text).toList());
    assertEquals(
        List.of("2", "5", "[1]"),
        values.stream().filter(Value::silenced).map(Value::text).toList());
  }
}
