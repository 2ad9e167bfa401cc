package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.task;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Messages about a row name the line, the row of the sheet or the record where a reader finds it.
 */
class RowPlacesTest {
  private static final String ROWS =
      "smiles,note,A\n" + "CCO,x,1\n" + "CCN,\"over\ntwo lines\",0\n" + "\n" + "CCC,x,1\n";

  @TempDir Path folder;

  /** The wrong row starts on this line: {@link #ROWS} fills seven, one of them empty. */
  private static final int WRONG = 8;

  @ParameterizedTest
  @ValueSource(strings = {"", "# a\n# b\n\n", "sep=,\n", "\ufeff", "\ufeffsep=,\n# a\n"})
  void aLineIsCountedAsAnEditorCountsIt(String above) {
    int line = WRONG - 1 + (int) above.chars().filter(c -> c == '\n').count();
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      expect(above + ROWS + "CCCC,x,high\n", "Line " + line + " of ~/mine.csv, column \"A\"", end);
      expect(above + ROWS + "CCCC,x\n", "Line " + line + " of ~/mine.csv has 2 fields", end);
    }
  }

  private void expect(String text, String message, String end) {
    String refused = wild().refused("mine.csv", text.replace("\n", end), task("A"));
    assertTrue(refused.startsWith(message), refused);
  }

  @Test
  void aHeaderBehindACommentMarkIsALine() {
    String text = "# made by hand\n# smiles,A\nCCO,1\nCCN,0\nC1CC,1\nCCC,0\n";
    Table table = wild().read(text);
    assertTrue(Wild.notes(table).contains("line 5 \"C1CC\" ("), Wild.notes(table));
  }

  @Test
  void wideTextAndTabsHaveLines() {
    byte[] wide = "smiles\tA\nCCO\t1\nC1CC\t0\nCCN\t0\n".getBytes(StandardCharsets.UTF_16);
    Table table = wild().read("mine.tsv", wide);
    assertTrue(Wild.notes(table).contains("line 3 \"C1CC\" ("), Wild.notes(table));
  }

  @Test
  void aStrayQuoteIsFoundOnItsLine() {
    String text = "# a\n# b\nsmiles,A\nCCO,1\nCCN,\"0\nCCC,1\n";
    String refused = wild().refused("mine.csv", text);
    assertTrue(refused.contains("line 5"), refused);
  }

  @Test
  void descriptionsOfPubChemAndEmptyRowsAreCounted() {
    String text =
        "PUBCHEM_RESULT_TAG,PUBCHEM_EXT_DATASOURCE_SMILES,PUBCHEM_ACTIVITY_OUTCOME,Potency\n"
            + "RESULT_TYPE,,,FLOAT\nRESULT_DESCR,,,text\n,,,\n1,CCO,Active,1.5\n2,CCN,Inactive,x\n";
    String refused = wild().refused("mine.csv", text, task("Potency"));
    assertTrue(refused.startsWith("Line 6 of ~/mine.csv, column \"Potency\""), refused);
  }

  @Test
  void theLineIsThatOfTheSplitsRow() {
    String text = "smiles,part,A\nCCO,train,1\n\nCCN,test,0\nCCC,later,1\nCCCC,train,0\n";
    Split split = Mtl.columnSplit("part");
    Table table = wild().splitBy(split).read(text);
    String refused =
        assertThrows(PlanException.class, () -> Splitter.part(table, split, new Seeds(1)))
            .getMessage();
    assertTrue(refused.contains("line 5 of \"mine\" says \"later\""), refused);
  }

  @Test
  void latinTextOfAnSdFileHasRecords() {
    String record =
        "\n  own\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n"
            + "    0.0000    0.0000    0.0000 C   0  0\nM  END\n> <A>\n%s\n\n$$$$\n";
    String text =
        String.format(record, "1") + String.format(record, "2.5") + String.format(record, "high");
    String refused =
        wild().refused("mine.sdf", text.getBytes(Charset.forName("ISO-8859-1")), task("A"));
    assertTrue(refused.startsWith("Record 3 of ~/mine.sdf, column \"A\""), refused);
  }

  private Wild wild() {
    return new Wild(folder);
  }
}
