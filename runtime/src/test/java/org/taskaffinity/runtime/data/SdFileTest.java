package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SD files: structures become SMILES, data fields become columns. */
class SdFileTest {
  private static final String ETHANOL =
      molfile(
          "ethanol",
          "  3  2  0  0  0  0  0  0  0  0999 V2000\n",
          "    0.0000    0.0000    0.0000 C   0  0\n"
              + "    1.5000    0.0000    0.0000 C   0  0\n"
              + "    2.2500    1.3000    0.0000 O   0  0\n"
              + "  1  2  1  0\n  2  3  1  0\n");

  /** With bonds of type 4, and an explicit hydrogen. */
  private static final String PYRIDINE =
      molfile(
          "",
          "  7  7  0  0  0  0  0  0  0  0999 V2000\n",
          "    0.0000    1.4000    0.0000 C   0  0\n"
              + "    1.2100    0.7000    0.0000 C   0  0\n"
              + "    1.2100   -0.7000    0.0000 C   0  0\n"
              + "    0.0000   -1.4000    0.0000 N   0  0\n"
              + "   -1.2100   -0.7000    0.0000 C   0  0\n"
              + "   -1.2100    0.7000    0.0000 C   0  0\n"
              + "    0.0000    2.4800    0.0000 H   0  0\n"
              + "  1  2  4  0\n"
              + "  2  3  4  0\n"
              + "  3  4  4  0\n"
              + "  4  5  4  0\n"
              + "  5  6  4  0\n"
              + "  6  1  4  0\n"
              + "  1  7  1  0\n");

  private static final String EXTENDED =
      "V3000\n"
          + "  own\n\n"
          + "  0  0  0     0  0            999 V3000\n"
          + "M  V30 BEGIN CTAB\n"
          + "M  V30 COUNTS 2 1 0 0 0\n"
          + "M  V30 BEGIN ATOM\n"
          + "M  V30 1 C 0 0 0 0\n"
          + "M  V30 2 N 1.5 0 0 0 CHG=1\n"
          + "M  V30 END ATOM\n"
          + "M  V30 BEGIN BOND\n"
          + "M  V30 1 1 1 2\n"
          + "M  V30 END BOND\n"
          + "M  V30 END CTAB\n"
          + "M  END\n";

  @TempDir Path folder;

  @Test
  void structuresAndFieldsAreRead() {
    String text =
        ETHANOL
            + "> 25 <logS>\n"
            + "-0.5\n\n"
            + ">  <Active (1 = yes)> (12)\n"
            + "1\n\n"
            + "> <PUBCHEM_COMPOUND_CID>\n"
            + "702\n\n"
            + "$$$$\n"
            + PYRIDINE
            + "> <Active (1 = yes)>\n0\n\n> <logS>\n1.25\n\n> <remark>\nover two\nlines\n\n$$$$\n"
            + EXTENDED
            + "> <logS>\n0.75\n\n$$$$\n";
    for (String ends : List.of("\n", "\r\n")) {
      Table table = new Wild(folder).read("mine.sdf", text.replace("\n", ends));
      assertEquals(3, table.size());
      assertEquals(List.of("logS", "Active (1 = yes)"), Wild.tasks(table));
      assertEquals(1.25, table.labels()[0][1]);
      assertTrue(Double.isNaN(table.labels()[1][2]));
      assertEquals("CCO", table.smiles().get(0));
      assertEquals(
          new Wild(folder).read("t.csv", "smiles,A\nc1ccncc1,1\nC[NH3+],0\n").smiles().size(), 2);
      assertEquals(
          canonical("c1ccncc1"), table.source().orElseThrow().canonical(table.molecule(1)));
      assertEquals(canonical("C[NH3+]"), table.source().orElseThrow().canonical(table.molecule(2)));
    }
  }

  @Test
  void aStructureThatCannotBeReadIsLeftOutAndSaid() {
    String broken = molfile("", "  2  1  0  0  0  0  0  0  0  0999 V2000\n", "    nonsense\n");
    String text = field(ETHANOL, "1") + field(broken, "0") + field(PYRIDINE, "0");
    Table table = new Wild(folder).read("mine.sdf", text);
    assertEquals(2, table.size());
    assertTrue(
        Wild.notes(table).contains("1 of 3 structures of the SD file cannot be read: record 2 ("),
        Wild.notes(table));
  }

  @Test
  void aFieldCalledSmilesDoesNotHideTheStructure() {
    String text =
        ETHANOL + "> <smiles>\nnone\n\n> <A>\n1\n\n$$$$\n" + PYRIDINE + "> <A>\n0\n\n$$$$\n";
    Table table = new Wild(folder).read("mine.sdf", text);
    assertEquals("CCO", table.smiles().get(0));
    assertEquals(List.of("A"), Wild.tasks(table));
  }

  private String canonical(String smiles) {
    Table table = new Wild(folder).read("c.csv", "smiles,A\n" + smiles + ",1\nC,0\n");
    return table.source().orElseThrow().canonical(0);
  }

  private static String field(String molfile, String label) {
    return molfile + "> <A>\n" + label + "\n\n$$$$\n";
  }

  private static String molfile(String title, String counts, String body) {
    return title + "\n  own\n\n" + counts + body + "M  END\n";
  }
}
