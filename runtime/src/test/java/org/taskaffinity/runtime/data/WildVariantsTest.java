package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.regression;
import static org.taskaffinity.dsl.Mtl.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.PlanException;

/** More kinds of tables as instruments, spreadsheets and scripts write them. */
class WildVariantsTest {
  private static final String TEXT = Wild.rows("smiles,A,B", i -> "," + i % 2 + "," + i % 3 / 2);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Results of plate 7\n",
        "Results of plate 7\n\nexported 2024\n",
        "% a comment\n",
        "// a comment\n",
        "Results of plate 7,,\n,,\n",
        "-- 12 rows\r\n"
      })
  void titlesAboveTheHeaderArePassedOverAndNoted(String above) {
    Table table = read(above + TEXT);
    expectTable(table);
    assertTrue(Wild.notes(table).contains("above the header"), Wild.notes(table));
  }

  @Test
  void aTitleDoesNotMoveTheLines() {
    String text = "Results of plate 7\n\n" + TEXT.replace("CCN,1", "C1CC,1");
    assertTrue(Wild.notes(read(text)).contains("line 5 \"C1CC\""), Wild.notes(read(text)));
    String padded = "Results of plate 7,,\n,,\n" + TEXT.replace("CCN,1", "C1CC,1");
    assertTrue(Wild.notes(read(padded)).contains("line 5 \"C1CC\""), Wild.notes(read(padded)));
  }

  /** A header of one column is no title. */
  @Test
  void aHeaderIsNoTitle() {
    String refused = wild().refused("mine.csv", "smiles\nCCO,1\nCCN,0\n");
    assertTrue(refused.startsWith("Line 2 of ~/mine.csv has 2 fields, the header has 1"), refused);
    assertTrue(refused.contains("put # before a line above"), refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uM,%      | line 2 holds units (passed over)",
        "(nM),[%]  | line 2 holds units (passed over)",
        "mg/L,\u00b0C | line 2 holds units (passed over)"
      })
  void aLineOfUnitsIsPassedOver(String units, String note) {
    Table table = read(TEXT.replace("smiles,A,B\n", "smiles,A,B\n," + units + "\n"));
    expectTable(table);
    assertTrue(table.notes().contains(note), Wild.notes(table));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total,8,8\n", "\nMean,0.5,0.4\nStd Dev:,0.1,0.2\n", ",average,7\n"})
  void totalsAtTheEndArePassedOver(String end) {
    Table table = read(TEXT + end);
    expectTable(table);
    assertTrue(Wild.notes(table).contains("a total or mean (passed over)"), Wild.notes(table));
  }

  @Test
  void theHeaderAgainIsPassedOver() {
    Table table = read(TEXT + TEXT);
    assertEquals(24, table.size());
    assertEquals(List.of(classification("A"), classification("B")), table.tasks());
    assertTrue(table.notes().contains("line 14 holds the header again (passed over)"));
  }

  @Test
  void formulasOfTextAreRead() {
    Table table = read(Wild.rows("smiles,A,number 2", i -> ",=\"" + i % 2 + "\",=\"64-17-5\""));
    assertEquals(List.of(classification("A")), table.tasks());
    assertTrue(Wild.notes(table).contains("are CAS registry numbers"), Wild.notes(table));
  }

  @Test
  void alignedColumnsAreRead() {
    String text =
        "smiles      A  B\n"
            + IntStream.range(0, 12)
                .mapToObj(
                    i -> String.format("%-10s  %d  %d%n", Wild.MOLECULES.get(i), i % 2, i % 3 / 2))
                .collect(Collectors.joining());
    expectTable(wild().read("mine.txt", text));
  }

  @Test
  void raggedBlanksAreNoSeparator() {
    String refused = wild().refused("mine.txt", "smiles  A  B\nCCO  1  0\nCCN  0\nCCC  1  1\n");
    assertTrue(refused.contains("write a comma or a tab between the fields"), refused);
  }

  @Test
  void aVerticalTabIsTextAndANullByteHasALine() {
    expectTable(read(TEXT.replace("A,B", "A\u000b,B")));
    String refused = wild().refused("mine.csv", TEXT.replace("CCN", "C\u0000N"));
    assertTrue(refused.contains("no text, the first in line 3"), refused);
  }

  @Test
  void countedThingsAreNoNames() {
    Table table = read(Wild.rows("smiles,x,A", i -> "," + i + " cells," + i % 2));
    assertEquals(ColumnRole.Role.UNUSED, table.columns().get(1).role());
  }

  @Test
  void apostrophesQuote() {
    expectTable(read(TEXT.replaceAll("([^,\\n]+)", "'$1'")));
  }

  @Test
  void theEndOfAFileOfDosIsNoRow() {
    expectTable(read(TEXT + "\u001a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(null)", "\\N", "TBD", "n/t", "not done", "Not Assayed"})
  void moreWordsMeanNotMeasured(String word) {
    Table table = read(Wild.rows("smiles,A", i -> "," + (i == 3 ? word : i % 2)));
    assertEquals(List.of(classification("A")), table.tasks());
    assertTrue(Double.isNaN(table.labels()[0][3]));
  }

  @Test
  void placeholdersAreNoNumbers() {
    String text =
        Wild.rows(
            "smiles,A,B,C,D",
            i ->
                ","
                    + (i % 4 == 0 ? "-9999" : "5." + i)
                    + ","
                    + (i % 5 == 0 ? "-99" : i % 2)
                    + ",-"
                    + (99 - i)
                    + ","
                    + i % 2);
    Table table = read(text);
    assertEquals(List.of(regression("C"), classification("D")), table.tasks(), "C is all below 0");
    String why = "it holds -9999 in 3 cells, far below its other numbers";
    assertTrue(Wild.notes(table).contains("column \"A\" is no task: " + why), Wild.notes(table));
    Table named = wild().read(text, task("A"));
    assertEquals(-9999, named.labels()[0][0]);
    assertTrue(Wild.notes(named).contains(why), Wild.notes(named));
    assertEquals(List.of(), wild().read(text, regression("A")).notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "9999", "99999", "-99", "-999.0"})
  void placeholdersMayBeAboveOrBelow(String placeholder) {
    String text =
        Wild.rows("smiles,A,B", i -> "," + (i % 4 == 0 ? placeholder : "5." + i) + ",6." + i);
    Table table = read(text);
    assertEquals(List.of(regression("B")), table.tasks());
    String far = placeholder.startsWith("-") ? "far below" : "far above";
    assertTrue(Wild.notes(table).contains(far + " its other numbers"), Wild.notes(table));
  }

  @Test
  void largeAmountsAreNoPlaceholders() {
    String text = Wild.rows("smiles,A,B", i -> "," + (i % 4 == 0 ? 9999 : 1000 + i) + ",6." + i);
    assertEquals(List.of(regression("A"), regression("B")), read(text).tasks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 10 20", "0 1 9", "10 20 30", "-1 0 1"})
  void fewWholeNumbersLookLikeClasses(String values) {
    String[] classes = values.split(" ");
    String text = Wild.rows("smiles,A,B", i -> "," + classes[i % classes.length] + ",6." + i);
    Table table = read(text);
    assertEquals(List.of(regression("B")), table.tasks());
    assertTrue(Wild.notes(table).contains("more than two classes"), Wild.notes(table));
    assertEquals(List.of(regression("A")), wild().read(text, regression("A")).tasks());
  }

  @Test
  void oneMeasurementPerRowIsNoTask() {
    String[] assays = {"hERG", "CYP3A4", "solubility"};
    StringBuilder text = new StringBuilder("Assay,Smiles,Units,Value\n");
    for (int i = 0; i < Wild.MOLECULES.size(); i++) {
      for (int a = 0; a < assays.length; a++) {
        if ((i + a) % 4 != 0) {
          text.append(assays[a] + "," + Wild.MOLECULES.get(i) + ",nM,5." + (i + 7 * a) + "\n");
        }
      }
    }
    String message = assertThrows(PlanException.class, () -> read(text.toString())).getMessage();
    assertTrue(message.contains("has one measurement per row"), message);
    assertTrue(
        message.contains("df.pivot_table(index=\"Smiles\", columns=\"Assay\", values=\"Value\")"),
        message);
    Table named = wild().read(text.toString(), task("Value"));
    assertEquals(List.of(regression("Value")), named.tasks());
  }

  @Test
  void repeatedMoleculesWithAGroupAreNoLongTable() {
    // Replicates: the group is that of the molecule and tells no measurements apart.
    StringBuilder text = new StringBuilder("smiles,group,A\n");
    for (int i = 0; i < 24; i++) {
      int molecule = i / 2;
      text.append(Wild.MOLECULES.get(molecule) + ",g" + molecule % 3 + ",5." + i + "\n");
    }
    assertEquals(List.of(regression("A")), read(text.toString()).tasks());
  }

  @Test
  void numbersThatDifferByRoundingAreConstant() {
    Table table =
        read(Wild.rows("smiles,A,B", i -> i % 2 == 0 ? ",0.3,0" : ",0.30000000000000004,1"));
    assertEquals(List.of(classification("B")), table.tasks());
    assertTrue(Wild.notes(table).contains("it has one value only"), Wild.notes(table));
  }

  @Test
  void wordsAndNumbersOfTheSameClassesGoTogether() {
    String[] cells = {"TRUE", "0", "FALSE", "1"};
    Table table = read(Wild.rows("smiles,A", i -> "," + cells[i % 4]));
    assertEquals(List.of(classification("A")), table.tasks());
    assertEquals(1, table.labels()[0][3]);
    assertEquals(0, table.labels()[0][1]);
    Table others =
        read(Wild.rows("smiles,A,B", i -> "," + (i % 2 == 0 ? "TRUE" : "2") + "," + i % 2));
    assertEquals(List.of(classification("B")), others.tasks());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\uff1e10       | a number with a qualifier",
        "1\u2009234     | a number with a separator of thousands",
        "1\u00a0234.5   | a number with a separator of thousands",
        "1.5\u00d710^-7 | a number times a power of ten",
        "2.1 x 10**3  | a number times a power of ten",
        "-inf         | infinite",
        "''5.2        | a number behind an apostrophe"
      })
  void whatACellIsIsSaid(String cell, String kind) {
    String written = cell.replace("''", "'");
    String refused =
        wild()
            .refused(
                "mine.csv", Wild.rows("smiles,A", i -> "," + (i == 2 ? written : i)), task("A"));
    assertTrue(refused.startsWith("Line 4 of ~/mine.csv, column \"A\": "), refused);
    assertTrue(refused.contains(kind), refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EGFR         | it holds \"EGFR\" in every row",
        ">            | it holds qualifiers, such as \">\"",
        "assay1/assay2| it holds 2 different texts, such as \"assay1\""
      })
  void whatAColumnOfTextHoldsIsSaid(String cells, String why) {
    String[] each = cells.split("/");
    Table table =
        read(Wild.rows("smiles,x,A", i -> "," + each[i % each.length].strip() + "," + i % 2));
    ColumnRole role = table.columns().get(1);
    assertEquals(ColumnRole.Role.UNUSED, role.role());
    assertTrue(role.why().startsWith(why), role.why());
  }

  @ParameterizedTest
  @CsvSource({
    "<stata_dta><header>,a Stata file",
    "$FL2@(#) SPSS,an SPSS file",
    "RDX3,data of R",
    "$RDFILE 1,an RD or RXN file"
  })
  void moreKindsOfFilesAreNamed(String start, String kind) {
    byte[] bytes = (start + "\n\u0000\u0000").getBytes(StandardCharsets.ISO_8859_1);
    String refused = wild().refused("mine.csv", bytes);
    assertTrue(refused.startsWith("The file ~/mine.csv is " + kind), refused);
  }

  @Test
  void inchisAreNamedWhereThereIsNoSmiles() {
    String text = "inchi,A\nInChI=1S/CH4/h1H4,1\nInChI=1S/H2O/h1H2,0\n";
    String refused =
        wild()
            .refused(
                "mine.csv",
                text.replace("InChI=1S", "\"InChI=1S")
                    .replace("4,1", "4\",1")
                    .replace("2,0", "2\",0"));
    assertTrue(refused.contains("column \"inchi\" holds InChIs, which cannot be read"), refused);
  }

  private static void expectTable(Table table) {
    assertEquals(Wild.MOLECULES, table.smiles());
    assertEquals(List.of(classification("A"), classification("B")), table.tasks());
  }

  private Table read(String text) {
    return wild().read(text);
  }

  private Wild wild() {
    return new Wild(folder);
  }
}
