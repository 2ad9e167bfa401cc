package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaffoldTest {

  /** Two texts of RDKit's scaffold and ours are compared by reading both. */
  @Test
  void scaffoldsAreThoseOfRdkit() {
    List<NamedCsvRecord> rows = Golden.rows("rdkit-scaffolds.csv");
    Molecules molecules = Molecules.read(fields(rows, "smiles"), null, 1);
    Molecules expected = Molecules.read(fields(rows, "scaffold"), null, 1);
    List<String> ours = IntStream.range(0, rows.size()).mapToObj(molecules::scaffold).toList();
    Molecules scaffolds = Molecules.read(ours, null, 1);
    for (int row = 0; row < rows.size(); row++) {
      assertEquals(text(expected, row), text(scaffolds, row), fields(rows, "smiles").get(row));
    }
  }

  @Test
  void handednessAndIsotopesDoNotPartScaffolds() {
    Molecules two = Molecules.read(List.of("C1C[C@H](C)[13CH2]C1", "C1C[C@@H](O)CC1"), null, 1);
    assertEquals(two.scaffold(0), two.scaffold(1));
  }

  private static String text(Molecules molecules, int row) {
    return molecules.parsed(row) ? molecules.canonical(row) : "";
  }

  private static List<String> fields(List<NamedCsvRecord> rows, String name) {
    return rows.stream().map(row -> row.getField(name)).toList();
  }
}
