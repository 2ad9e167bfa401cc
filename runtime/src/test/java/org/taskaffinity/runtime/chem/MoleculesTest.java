package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.fingerprint.CircularFingerprinter;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.random.Seeds;

class MoleculesTest {
  private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";

  @Test
  void whateverIsNoSmilesKeepsItsRowAndSaysWhy() {
    List<String> smiles =
        Arrays.asList(null, "", "  ", "C1CC", "not a molecule", "c1cccc1", "C(", "[Xx]", "CCO");
    Molecules molecules = Molecules.read(smiles, null, 2);
    assertEquals(9, molecules.size());
    for (int row = 0; row < 8; row++) {
      assertFalse(molecules.parsed(row), "row " + row);
      assertFalse(molecules.problem(row).isBlank(), "row " + row);
      assertTrue(molecules.problem(row).length() <= 121, molecules.problem(row));
      assertFalse(molecules.problem(row).contains("\n"), molecules.problem(row));
    }
    assertTrue(molecules.parsed(8));
    assertEquals("", molecules.problem(8));
    assertEquals("no SMILES given", molecules.problem(0));
    assertEquals("no element is called Xx", molecules.problem(7));
  }

  @Test
  void wildcardsAndTellurophenesAreRead() {
    Molecules molecules = Molecules.read(List.of("*c1ccccc1", "OCc1cc[te]c1"), null, 1);
    assertTrue(molecules.parsed(0), molecules.problem(0));
    assertTrue(molecules.parsed(1), molecules.problem(1));
  }

  @Test
  void whatDidNotParseHasNoFingerprintToGive() {
    Molecules molecules = Molecules.read(List.of("C", "C(("), null, 1);
    String message =
        assertThrows(IllegalArgumentException.class, () -> molecules.ecfp4(1)).getMessage();
    assertTrue(message.startsWith("Molecule 2 of the list has no fingerprint: "), message);
    assertFalse(message.contains("(row)"), message);
    assertThrows(IllegalArgumentException.class, () -> molecules.scaffold(1));
    assertThrows(IllegalArgumentException.class, () -> molecules.canonical(1));
  }

  /** The longest text allowed is the deepest recursion; anything longer is refused. */
  @Test
  void aVeryLongChainNeitherOverflowsNorIsLost() {
    String longest = "C".repeat(Computation.LONGEST);
    Molecules molecules = Molecules.read(List.of(longest, longest + "C", "CO"), null, 1);
    assertEquals(Computation.LONGEST, molecules.graphs().atoms(0));
    assertEquals("longer than 5000 characters", molecules.problem(1));
    assertEquals(longest, molecules.canonical(0));
    assertTrue(molecules.parsed(2));
  }

  @Test
  void deepBracketsStayWithTheirRow() {
    String deep = "C(".repeat(4_000) + "C" + ")".repeat(1_000);
    Molecules molecules = Molecules.read(List.of(deep, "CO"), null, 1);
    assertFalse(molecules.parsed(0));
    assertTrue(molecules.parsed(1));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    List<String> smiles =
        new ArrayList<>(FragmentAssembly.make(300, new Seeds(3).stream("molecules")).smiles());
    smiles.add(150, "C1CC");
    assertEquals(
        everything(Molecules.read(smiles, null, 1)), everything(Molecules.read(smiles, null, 5)));
  }

  @Test
  void anEmptyTableHasNoMolecules() {
    Molecules none = Molecules.read(List.of(), null, 3);
    assertEquals(0, none.size());
    assertEquals(0, none.graphs().molecules());
  }

  @Test
  void fingerprintsAreCdksAtAnyWidth() throws CDKException {
    Molecules molecules = Molecules.read(List.of(ASPIRIN), null, 1);
    assertArrayEquals(cdk(2048), molecules.ecfp4(0));
    assertArrayEquals(cdk(1024), molecules.ecfp4(0, 1024));
    assertArrayEquals(cdk(64), molecules.ecfp4(0, 64));
  }

  @Test
  void aWidthThatDoesNotFoldIsRefused() {
    Molecules molecules = Molecules.read(List.of(ASPIRIN), null, 1);
    for (int bits : new int[] {0, -8, 1000, 4096}) {
      assertThrows(IllegalArgumentException.class, () -> molecules.ecfp4(0, bits));
    }
  }

  @Test
  void aFingerprintHandedOutMayBeChanged() {
    Molecules molecules = Molecules.read(List.of(ASPIRIN), null, 1);
    int first = molecules.ecfp4(0)[0];
    molecules.ecfp4(0)[0] = -1;
    assertEquals(first, molecules.ecfp4(0)[0]);
  }

  @Test
  void thereMustBeAThread() {
    assertThrows(IllegalArgumentException.class, () -> Molecules.read(List.of(), null, 0));
  }

  @Test
  void anInterruptedReaderStopsAndCanBeAskedAgain() {
    Molecules molecules = Molecules.read(Collections.nCopies(200, ASPIRIN), null, 1);
    Thread.currentThread().interrupt();
    RunException stopped = assertThrows(RunException.class, molecules::graphs);
    assertTrue(stopped.stopped(), stopped.getMessage());
    assertFalse(Thread.interrupted());
    assertEquals(200 * 13, molecules.graphs().atomStart(200));
  }

  private static int[] cdk(int bits) throws CDKException {
    return new CircularFingerprinter(CircularFingerprinter.CLASS_ECFP4, bits)
        .getBitFingerprint(new Perception().read(ASPIRIN)).asBitSet().stream().toArray();
  }

  static String everything(Molecules molecules) {
    Graphs graphs = molecules.graphs();
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < molecules.size(); row++) {
      float[] features = new float[graphs.atoms(row) * Graphs.FEATURES];
      graphs.features(row, features, 0);
      all.append(molecules.problem(row)).append(Arrays.toString(features));
      for (int b = 0; b < graphs.bonds(row); b++) {
        all.append(graphs.bondFrom(row, b)).append('-').append(graphs.bondTo(row, b)).append(' ');
      }
      if (molecules.parsed(row)) {
        all.append(molecules.canonical(row)).append(' ').append(molecules.scaffold(row));
        all.append(Arrays.toString(molecules.ecfp4(row)));
      }
      all.append('\n');
    }
    return all.toString();
  }
}
