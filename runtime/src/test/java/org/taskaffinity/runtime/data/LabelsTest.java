package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.regression;
import static org.taskaffinity.dsl.Mtl.task;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How labels of every kind are read. */
class LabelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " NA",
        "nan ",
        "N/A",
        "n/a",
        "None",
        "null",
        "NULL",
        "?",
        "-",
        "--",
        "#N/A",
        "#VALUE!",
        "nd",
        "n.d.",
        "ND",
        "nt",
        "not tested",
        "\u2014",
        "\u2212",
        ".",
        "\u00a0",
        "\u200bNA\ufeff",
        "\u2009n/a\u2009",
        "missing",
        "<NA>",
        "inconclusive"
      })
  void thereIsNoLabelWhereNothingWasMeasured(String cell) {
    Table table = read(i -> i == 2 ? cell : String.valueOf(i % 2));
    assertEquals(List.of(classification("A"), classification("B")), table.tasks());
    assertEquals(11, table.measured()[0].cardinality());
    assertTrue(Double.isNaN(table.labels()[0][2]));
  }

  @Test
  void wordsForNoLabelAreNotedOnce() {
    Table table = read(i -> i == 2 ? "n/a" : i == 3 ? "?" : i == 4 ? "NA" : String.valueOf(i % 2));
    assertTrue(
        table.notes().contains("read as not measured: \"?\" in 1 cell, \"n/a\" in 1 cell"),
        Wild.notes(table));
  }

  @ParameterizedTest
  @CsvSource({
    "active,inactive",
    "Active,Inactive",
    "yes,no",
    "Y,N",
    "TRUE,FALSE",
    "true,false",
    "T,F",
    "positive,negative",
    "pos,neg",
    "Pos,Neg",
    "+,-",
    "toxic,non-toxic",
    "Toxic,nontoxic",
    "binder,non binder",
    "inhibitor,not an inhibitor",
    "soluble,insoluble",
    "high,low",
    "1,-1",
    "2,1",
    "+1,-1",
    "1,\u22121"
  })
  void twoWordsOrTwoWholeNumbersAreClasses(String positive, String negative) {
    Table table = read(i -> i % 3 == 0 ? positive : i == 5 ? "" : " " + negative);
    assertEquals(List.of(classification("A"), classification("B")), table.tasks());
    assertArrayEquals(
        new double[] {1, 0, 0, 1, 0, Double.NaN}, Arrays.copyOf(table.labels()[0], 6));
    String said = positive.matches("[+]?\\d") ? "is the positive class" : "is read as 1";
    assertTrue(Wild.notes(table).contains(said), Wild.notes(table));
  }

  @Test
  void aRegressionKeepsItsTwoNumbers() {
    Table table = read(i -> i % 2 == 0 ? "1" : "-1", regression("A"));
    assertEquals(List.of(regression("A")), table.tasks());
    assertEquals(-1, table.labels()[0][1]);
    assertTrue(table.notes().isEmpty(), Wild.notes(table));
    Table named = read(i -> i % 2 == 0 ? "1" : "-1", classification("A"));
    assertEquals(0, named.labels()[0][1]);
  }

  @ParameterizedTest
  @CsvSource({"0,1,2", "1,2,3", "-1,0,1", "low,mid,top"})
  void moreThanTwoClassesAreNotSupported(String a, String b, String c) {
    Table table = read(i -> List.of(a, b, c).get(i % 3));
    assertEquals(List.of("B"), Wild.tasks(table));
    assertTrue(
        Wild.notes(table).contains("more than two classes are not supported"), Wild.notes(table));
    assertTrue(Wild.notes(table).contains("write one column of 0 and 1 for each class"));
  }

  @Test
  void fewWholeNumbersAreAmountsIfTheTaskIsNamed() {
    Table table = read(i -> String.valueOf(i % 3), task("A"));
    assertEquals(List.of(regression("A")), table.tasks());
    assertTrue(Wild.notes(table).contains("more than two classes"), Wild.notes(table));
    assertTrue(read(i -> String.valueOf(i % 3), regression("A")).notes().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    ">10,a number with a qualifier",
    "< 0.1,a number with a qualifier",
    "<=5,a number with a qualifier",
    "\u226510,a number with a qualifier",
    "~3,a number with a qualifier",
    "'>10 nM',a number with a qualifier",
    "12 nM,a number with a unit",
    "45%,a number with a unit",
    "5.1 \u00b1 0.2,a number with its spread",
    "5-10,a range",
    "2024-05-01,a date",
    "1.5.2024,a date",
    "'\"1,234.5\"',a number with a comma",
    "'\"5,25\"',a number with a decimal comma"
  })
  void aNumberWithMoreInItIsNamedWithWhatToWrite(String cell, String kind) {
    Table table = read(i -> i == 2 ? cell : i + ".5");
    assertEquals(List.of("B"), Wild.tasks(table));
    assertTrue(Wild.notes(table).contains("line 4 holds "), Wild.notes(table));
    assertTrue(Wild.notes(table).contains(kind), Wild.notes(table));
    String refused =
        new Wild(folder).refused("mine.csv", text(i -> i == 2 ? cell : i + ".5"), task("A"));
    assertTrue(refused.contains("Line 4 of ~/mine.csv, column \"A\": "), refused);
    assertTrue(refused.contains(" is " + kind), refused);
  }

  @Test
  void decimalCommasAreReadWhereFieldsAreNotSeparatedByCommas() {
    String text =
        Wild.rows(
            "smiles;pKi;logS;n",
            i -> ";" + i + ",25;" + (i == 3 ? "" : "\u2212" + i + ",5") + ";" + i % 2);
    Table table = new Wild(folder).read(text);
    assertEquals(List.of(regression("pKi"), regression("logS")), table.tasks().subList(0, 2));
    assertEquals(4.25, table.labels()[0][4]);
    assertEquals(-4.5, table.labels()[1][4]);
    assertTrue(
        Wild.notes(table).contains("decimal commas are read as decimal points: \"pKi\", \"logS\""),
        Wild.notes(table));
  }

  @Test
  void aCommaThatMayPartThousandsIsNotRead() {
    Table table =
        new Wild(folder).read(Wild.rows("smiles;dose;A", i -> ";" + (i + 1) + ",250;" + i % 2));
    assertEquals(List.of("A"), Wild.tasks(table));
    assertTrue(
        Wild.notes(table).contains("which may part decimals or thousands"), Wild.notes(table));
    Table mixed =
        new Wild(folder)
            .read(Wild.rows("smiles;pKi;A", i -> ";" + i + (i == 1 ? ".25;" : ",25;") + i % 2));
    assertEquals(List.of("A"), Wild.tasks(mixed));
  }

  @Test
  void oneNotionOfABlankForNamesNumbersAndMolecules() {
    String text =
        Wild.rows(
            "smiles\u00a0,\u200bhERG\ufeff,log\u00a0S",
            i -> "\u200b,\u2009" + i % 2 + "\u00a0,\u2212" + i + ".5\u2007");
    Table table = new Wild(folder).read(text);
    assertEquals(List.of("hERG", "log S"), Wild.tasks(table));
    assertEquals(Wild.MOLECULES, table.smiles());
    assertEquals(-3.5, table.labels()[1][3]);
    assertEquals(List.of("log S"), Wild.tasks(new Wild(folder).read(text, task("log S"))));
    assertEquals("[O-]C", Blank.smiles("[O\u2212]\u200bC"));
    assertEquals("a<U+00A0>b<U+2212>", Blank.shown("a\u00a0b\u2212"));
  }

  @Test
  void whatCannotBeIgnoredIsNamedInTheMessage() {
    String refused =
        new Wild(folder)
            .refused("mine.csv", text(i -> i == 1 ? "1\u00a0000" : i + ".5"), task("A"));
    assertTrue(refused.contains("\"1<U+00A0>000\""), refused);
  }

  private Table read(
      java.util.function.IntFunction<String> cell, org.taskaffinity.dsl.Task... tasks) {
    return new Wild(folder).read(text(cell), tasks);
  }

  private static String text(java.util.function.IntFunction<String> cell) {
    return Wild.rows("smiles,A,B", i -> "," + cell.apply(i) + "," + i % 2);
  }
}
