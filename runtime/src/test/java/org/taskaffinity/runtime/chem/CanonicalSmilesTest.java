package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.ebi.beam.Functions;
import uk.ac.ebi.beam.Graph;

class CanonicalSmilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CC(=O)Oc1ccccc1C(=O)O",
        "N[C@@H](C)C(=O)O",
        "C/C=C/C=C\\C=O",
        "C[C@H](O)[C@@H](N)C(=O)N/N=C/c1ccccc1",
        "CN1C=NC2=C1C(=O)N(C(=O)N2C)C",
        "[13CH3]C[2H]",
        "CC(=O)[O-].[Na+]",
        "C1CN(CCOCCN2CCOCC2)CCO1",
        "C1CN(P2(N3CC3)=NP(N3CC3)(N3CC3)=NP(N3CC3)(N3CC3)=N2)CCO1",
        "C[C@]12CC[C@H]3[C@H]([C@@H]1CC[C@@H]2O)CCC4=CC(=O)CC[C@]34C"
      })
  void everyWayOfWritingACompoundGivesTheSameText(String smiles) throws Exception {
    String expected = canonical(smiles);
    for (int writing = 0; writing < 50; writing++) {
      String other = Functions.randomise(Graph.fromSmiles(smiles)).toSmiles();
      assertEquals(expected, canonical(other), other);
    }
    assertEquals(expected, canonical(expected), "and so does the text itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N[C@@H](C)C(=O)O N[C@H](C)C(=O)O",
        "F/C=C/F F/C=C\\F",
        "[13CH4] C",
        "[NH4+] N",
        "c1ccccc1O C1CCCCC1O"
      })
  void otherCompoundsHaveOtherTexts(String pair) {
    String[] two = pair.split(" ");
    assertNotEquals(canonical(two[0]), canonical(two[1]));
  }

  @Test
  void kekuleAndAromaticWritingsAreOne() {
    assertEquals(canonical("c1ccccc1C"), canonical("CC1=CC=CC=C1"));
    assertEquals(canonical("O=N(=O)C"), canonical("C[N+](=O)[O-]"));
    assertEquals(canonical("[H]OC([H])([H])[H]"), canonical("CO"));
  }

  private static String canonical(String smiles) {
    return Molecules.read(List.of(smiles), null, 1).canonical(0);
  }
}
