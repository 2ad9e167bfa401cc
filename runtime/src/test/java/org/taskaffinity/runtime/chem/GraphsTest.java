package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphsTest {
  private static final List<String> ELEMENTS =
      List.of("C", "N", "O", "F", "P", "S", "Cl", "Br", "I");
  private static final List<String> HYBRIDISATIONS = List.of("SP", "SP2", "SP3", "SP3D", "SP3D2");

  /** Charged, aromatic, hypervalent, salts, metals, radicals, isotopes, hydrogens, stereo. */
  @Test
  void everyAtomHasTheFeaturesThatRdkitGivesIt() {
    Map<String, StringBuilder> expected = new LinkedHashMap<>();
    for (NamedCsvRecord atom : Golden.rows("rdkit-atoms.csv")) {
      expected
          .computeIfAbsent(atom.getField("smiles"), smiles -> new StringBuilder())
          .append(Arrays.toString(features(atom)))
          .append('\n');
    }
    List<String> smiles = List.copyOf(expected.keySet());
    Graphs graphs = Molecules.read(smiles, null, 1).graphs();
    for (int m = 0; m < smiles.size(); m++) {
      assertEquals(expected.get(smiles.get(m)).toString(), table(graphs, m), smiles.get(m));
    }
  }

  @Test
  void bondsLeadFromAtomToAtomOfTheirMolecule() {
    Graphs graphs = Molecules.read(List.of("CC", "C1CO1"), null, 1).graphs();
    assertEquals(2, graphs.molecules());
    assertEquals(2, graphs.atomStart(1));
    assertEquals(5, graphs.atomStart(2));
    assertEquals(3, graphs.bonds(1));
    int[] degrees = new int[3];
    for (int b = 0; b < 3; b++) {
      degrees[graphs.bondFrom(1, b)]++;
      degrees[graphs.bondTo(1, b)]++;
    }
    assertArrayEquals(new int[] {2, 2, 2}, degrees);
    assertThrows(IndexOutOfBoundsException.class, () -> graphs.bondFrom(0, 1));
  }

  @Test
  void featuresAreWrittenOverWhatWasThereAndNowhereElse() {
    Graphs graphs = Molecules.read(List.of("O"), null, 1).graphs();
    float[] out = new float[Graphs.FEATURES + 2];
    Arrays.fill(out, 9f);
    graphs.features(0, out, 1);
    float sum = 0;
    for (int f = 1; f <= Graphs.FEATURES; f++) {
      sum += out[f];
    }
    assertEquals(5f, sum, "element, degree, charge, hydrogens and hybridisation");
    assertEquals(9f, out[0]);
    assertEquals(9f, out[Graphs.FEATURES + 1]);
    assertThrows(IndexOutOfBoundsException.class, () -> graphs.features(0, out, 3));
  }

  @Test
  void whatDidNotParseHasNoAtoms() {
    Graphs graphs = Molecules.read(Arrays.asList("C", "C1CC", "CO"), null, 1).graphs();
    assertEquals(0, graphs.atoms(1));
    assertEquals(0, graphs.bonds(1));
    assertEquals(2, graphs.atoms(2));
    assertEquals(1, graphs.atomStart(2));
  }

  /** The seven blocks written out by hand. */
  private static float[] features(NamedCsvRecord atom) {
    float[] row = new float[Graphs.FEATURES];
    row[place(ELEMENTS.indexOf(atom.getField("element")), 9)] = 1;
    row[10 + place(number(atom, "degree"), 6)] = 1;
    row[17 + place(number(atom, "charge") + 2, 5)] = 1;
    row[23 + place(number(atom, "hydrogens"), 5)] = 1;
    row[29 + place(HYBRIDISATIONS.indexOf(atom.getField("hybridisation")), 5)] = 1;
    row[35] = number(atom, "aromatic");
    row[36] = number(atom, "ring");
    return row;
  }

  private static int place(int index, int known) {
    return index < 0 || index >= known ? known : index;
  }

  private static int number(NamedCsvRecord atom, String field) {
    return Integer.parseInt(atom.getField(field));
  }

  private static String table(Graphs graphs, int molecule) {
    float[] out = new float[graphs.atoms(molecule) * Graphs.FEATURES];
    graphs.features(molecule, out, 0);
    StringBuilder rows = new StringBuilder();
    for (int a = 0; a < graphs.atoms(molecule); a++) {
      int from = a * Graphs.FEATURES;
      rows.append(Arrays.toString(Arrays.copyOfRange(out, from, from + Graphs.FEATURES)));
      rows.append('\n');
    }
    return rows.toString();
  }
}
