package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.targetJaccard;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taskaffinity.testing.Golden;

class StatementTest {
  static Stream<Object> values() {
    return PrintedFormTest.values().filter(value -> !(value instanceof Figure));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsPrintedIsReadAsAnEqualValue(Object value) {
    assertEquals(value, Statement.value(value.getClass(), value.toString()));
  }

  @Test
  void anExperimentIsReadHoweverItIsSpaced() {
    Experiment said = experiment("a  b", planted()).overlap(targetJaccard(0.5)).seed(1L << 40);
    assertEquals(said, Experiment.read("\n " + said.toString().replace("\n    ", " \t") + "\n"));
    assertEquals(
        experiment("e", dataset("tox21")).overlap(natural()),
        Experiment.read("experiment ( \"e\" , dataset(\"tox21\") ) . overlap(natural( ))"));
  }

  /** Texts come with other people's runs: whatever stands in them, nothing but a value is made. */
  static List<String> notExperiments() {
    String nested = "planted(".repeat(5000) + ")".repeat(5000);
    return List.of(
        "",
        "   ",
        "experiment",
        "experiment(",
        "experiment(\"e\", planted()",
        "experiment(\"e\", planted()))",
        "experiment(\"e\", planted()); System.exit(1)",
        "experiment(\"e\", planted()) + 1",
        "experiment(\"e, planted())",
        "experiment(\"\\x\", planted())",
        "experiment(\"e\")",
        "experiment(\"e\", planted(), 3)",
        "experiment(\"e\", planted()).seed(\"3\")",
        "experiment(\"e\", planted()).seed(3.5)",
        "experiment(\"e\", planted()).seed(99999999999999999999)",
        "experiment(\"e\", planted()).sed(3)",
        "experiment(\"e\", planted()).getClass()",
        "experiment(\"e\", planted()).hashCode()",
        "experiment(\"e\", planted()).read(\"experiment(\\\"e\\\", planted())\")",
        "experiment(\"e\", planted()).overlap(keepLabels(50.0))",
        "experiment(\"e\", planted()).encoder(gcn(8).norm(Norm.BACH))",
        "experiment(\"e\", planted()).encoder(gcn(8).norm(Runner.open()))",
        "experiment(\"e\", planted()).encoder(gcn(8.5))",
        "planted()",
        "dataset(\"tox21\").tasks(Runtime.getRuntime().exec(\"ls\"))",
        "Runner.open()",
        "java.lang.Runtime.getRuntime()",
        "() -> 3",
        "new java.io.File(\"x\")",
        "new double[][] {{1, 2}, {\"x\"}}",
        "experiment(\"e\", " + nested + ")");
  }

  @Test
  void whatIsNoExperimentIsRefusedInWords() {
    Golden.check(
        "statements-refused.txt",
        notExperiments().stream()
            .map(
                text ->
                    Tokens.shortened(text)
                        + "\n"
                        + assertThrows(
                                DescriptionException.class, () -> Experiment.read(text), text)
                            .getMessage())
            .collect(Collectors.joining("\n\n")));
  }

  @Test
  void aLongTextIsReadToo() {
    Experiment wide =
        experiment("x".repeat(100_000), planted(design().seed(3)))
            .data(dataset("d", "f", names(3000)));
    assertEquals(wide, Experiment.read(wide.toString()));
  }

  private static Task[] names(int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> Mtl.task("t" + i))
        .toArray(Task[]::new);
  }
}
