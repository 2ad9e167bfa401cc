package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRowsTest {
  private static FirstRows rows(int tasks) {
    List<String> columns =
        IntStream.rangeClosed(0, tasks).mapToObj(t -> t == 0 ? "SMILES" : "task " + t).toList();
    List<String> row =
        columns.stream().map(c -> c.equals("SMILES") ? "C".repeat(50) : "1").toList();
    return new FirstRows("mine", columns, List.of(row), 1200, tasks, List.of());
  }

  @Test
  void aTableHasATitleAndSaysWhatWasNotMeasured() {
    FirstRows rows =
        new FirstRows(
            "mine",
            List.of("SMILES", "A", "B"),
            List.of(List.of("CCO", "1", ""), List.of("CC", "", "2.5")),
            2,
            2,
            List.of("column \"id\" is no task"));
    assertEquals(
        "mine: 2 rows, 2 tasks; the first 2\n"
            + "SMILES  A  B\n"
            + "CCO     1  –\n"
            + "CC      –  2.5\n"
            + "note  column \"id\" is no task",
        rows.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 80, 100})
  void columnsThatDoNotFitAreCounted(int width) {
    String text = rows(617).text(width);
    assertTrue(text.lines().skip(1).allMatch(line -> line.length() <= width), text);
    int shown = text.lines().skip(1).findFirst().orElseThrow().split("task ").length - 1;
    assertTrue(text.contains("… and " + (617 - shown) + " more columns"), text);
    assertTrue(text.startsWith("mine: 1,200 rows, 617 tasks; the first 1\n"), text);
  }

  @Test
  void aDescriptionThatIsReadBackReadsNoFile() {
    DescriptionException refused =
        assertThrows(
            DescriptionException.class,
            () -> Experiment.read("experiment(\"e\", dataset(\"tox21\").head())"));
    assertTrue(refused.getMessage().contains("No verb \"head\""), refused.getMessage());
  }
}
