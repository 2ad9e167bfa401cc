package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.testing.Golden;

class TableReaderTest {
  private static final String FILE = "smiles,A,B,name\nC,1,0.5,x\nCC,0,,y\nCCC,NA,-2e1,z\n";

  @Test
  void everyNumericColumnThatIsNothingElseIsATask() {
    Table table = read("mine.csv", FILE);
    assertEquals(List.of(Mtl.classification("A"), Mtl.regression("B")), table.tasks());
    assertEquals(List.of("C", "CC", "CCC"), table.smiles());
    assertArrayEquals(new double[] {1, 0, Double.NaN}, table.labels()[0]);
    assertArrayEquals(new double[] {0.5, Double.NaN, -20}, table.labels()[1]);
    assertEquals("{0, 1}", table.measured()[0].toString());
    assertEquals("{0, 2}", table.measured()[1].toString());
    assertEquals(
        List.of(
            "tasks: \"A\" (classification), \"B\" (regression)",
            "column \"name\" is no task: identifier, by name"),
        table.notes());
  }

  @Test
  void aNumberedColumnOfNamesIsNoTask() {
    Table table = read("mine.csv", "mol_id,smiles,A\n1,C,1\n2,CC,0\n");
    assertEquals(List.of(Mtl.classification("A")), table.tasks());
    assertEquals(
        List.of(
            "tasks: \"A\" (classification)", "column \"mol_id\" is no task: identifier, by name"),
        table.notes());
  }

  @Test
  void columnsWithoutClassesAreLeftOutUnlessTheyAreNamed() {
    Table table = read("mine.csv", "smiles,A,B,C\nC,1,1,\nCC,0,1,\n");
    assertEquals(List.of(Mtl.classification("A")), table.tasks());
    assertEquals(
        List.of(
            "tasks: \"A\" (classification)",
            "column \"C\" is no task: it is empty",
            "column \"B\" is no task: it has one class only, all 2 labels are 1"),
        table.notes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smiles\tA\nC\t1\nCC\t0\n",
        "smiles;A\nC;1\nCC;0\n",
        "\uFEFFsmiles,A\r\nC,1\r\nCC,0\r\n",
        "\"smiles\",\"A\"\n\"C\",\"1\"\n\"CC\",\"0\"\n\n",
        "smiles,A\n\"C\",1\nCC,0.0"
      })
  void separatorsQuotesAndLineEndsAreSeen(String text) {
    Table table = read("mine.csv", text);
    assertEquals(List.of("C", "CC"), table.smiles());
    assertArrayEquals(new double[] {1, 0}, table.labels()[0]);
  }

  @ParameterizedTest
  @CsvSource({"a.tsv,9", "a.TAB,9", "a.tsv.gz,9", "a.csv,44", "a.txt,44"})
  void theEndingOfTheNameCanDecideTheSeparator(String name, int separator) {
    assertEquals(separator, Separator.of(name, "x\n".getBytes(), 0));
  }

  @Test
  void aSeparatorInsideQuotesPartsNothing() {
    Table table = read("m.csv", "smiles,\"benign, malignant\",\"say \"\"so\"\"\"\nC,1,2\nCC,0,3\n");
    assertEquals("benign, malignant", table.tasks().get(0).name());
    assertEquals("say \"so\"", table.tasks().get(1).name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SMILES", "Drug", "canonical_smiles", "mol", "structure"})
  void moleculesAreFoundByTheNamesPublicFilesUse(String column) {
    assertEquals(List.of("C", "CC"), read("m.csv", "A," + column + "\n1,C\n0,CC\n").smiles());
  }

  @Test
  void namedTasksKeepTheirOrderAndTypes() {
    Table table = read("m.csv", FILE, Mtl.regression("A"), Mtl.task("B"));
    assertEquals(List.of(Mtl.regression("A"), Mtl.regression("B")), table.tasks());
    assertArrayEquals(new double[] {0.5, Double.NaN, -20}, table.labels()[1]);
  }

  @Test
  void theSplitColumnIsNoTask() {
    var wanted = wanted("", List.of(), List.of(), Optional.of("fold"));
    Table table = TableReader.read("m.csv", Content.of("smiles,A,fold\nC,1,0\nCC,0,1\n"), wanted);
    assertEquals(List.of(Mtl.classification("A")), table.tasks());
    assertEquals(List.of("0", "1"), table.splitValues());
  }

  @Test
  void featureColumnsTakeThePlaceOfMolecules() {
    var wanted = wanted("", List.of("y", "x"), List.of(), Optional.empty());
    Table table = TableReader.read("m.csv", Content.of("x,y,A\n1,2,1\n3,4,0\n"), wanted);
    assertArrayEquals(new double[] {2, 1}, table.features()[0]);
    assertArrayEquals(new double[] {4, 3}, table.features()[1]);
    assertEquals(List.of(Mtl.classification("A")), table.tasks());
    assertTrue(table.smiles().isEmpty());
    assertFalse(table.molecular());
  }

  @ParameterizedTest
  @ValueSource(strings = {"high", "1f", "0x10", "Infinity", "1e999", "1,5"})
  void whatIsNoFiniteNumberIsNotTakenForOne(String cell) {
    assertTrue(Double.isNaN(Grid.number(cell)));
  }

  @Test
  void refusalsSayRowColumnAndText() {
    String six = "smiles,NR-AR,NR-AhR,x\nC,1,0,1\nCC,0,1,\n";
    String text = "smiles,NR-AR\nC,1\nCC,high\n";
    var features = wanted("", List.of("x"), List.of(), Optional.empty());
    Golden.check(
        "data/reader.txt",
        new Messages(Path.of("~"))
            .add("an empty file", PlanException.class, () -> read("mine.csv", ""))
            .add("a header only", PlanException.class, () -> read("mine.csv", "smiles,A\n"))
            .add("a ragged row", PlanException.class, () -> read("mine.csv", "smiles,A\nC,1\nCC\n"))
            .add(
                "two columns of one name", PlanException.class, () -> read("m.csv", "a,b,a\n1,2,3"))
            .add("an open quote", PlanException.class, () -> read("m.csv", "smiles,A\n\"C,1\n"))
            .add("no molecules", PlanException.class, () -> read("mine.csv", "a,b\n1,2\n"))
            .add("nothing to learn", PlanException.class, () -> read("m.csv", "smiles,n\nC,x\n"))
            .add(
                "an unknown task", PlanException.class, () -> read("m.csv", six, Mtl.task("NR-AT")))
            .add(
                "the molecules as a task",
                PlanException.class,
                () -> read("m.csv", six, Mtl.task("smiles")))
            .add("an unknown column", PlanException.class, () -> smiles(six, "smile"))
            .add(
                "text for a label",
                PlanException.class,
                () -> read("m.csv", text, Mtl.task("NR-AR")))
            .add(
                "no class",
                PlanException.class,
                () -> read("m.csv", "smiles,A\nC,1\nCC,2\n", Mtl.classification("A")))
            .add(
                "one class",
                PlanException.class,
                () -> read("m.csv", "smiles,A\nC,1\nCC,1\n", Mtl.task("A")))
            .add(
                "no labels",
                PlanException.class,
                () -> read("m.csv", "smiles,A\nC,\nCC,NA\n", Mtl.task("A")))
            .add(
                "a missing feature",
                PlanException.class,
                () -> TableReader.read("m.csv", Content.of(six), features))
            .toString());
  }

  private static Table smiles(String text, String column) {
    var wanted = wanted(column, List.of(), List.of(), Optional.empty());
    return TableReader.read("m.csv", Content.of(text), wanted);
  }

  private static Table read(String name, String text, Task... tasks) {
    var wanted = wanted("", List.of(), List.of(tasks), Optional.empty());
    return TableReader.read(name, Content.of(text), wanted);
  }

  private static TableReader.Wanted wanted(
      String smiles, List<String> features, List<Task> tasks, Optional<String> split) {
    Map<String, TaskType> known = Map.of();
    return new TableReader.Wanted("mine", smiles, "", features, tasks, known, split);
  }
}
