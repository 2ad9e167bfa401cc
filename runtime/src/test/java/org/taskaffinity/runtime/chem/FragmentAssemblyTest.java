package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.random.Seeds;

class FragmentAssemblyTest {
  private static final Assembly MADE = make(1000, 5);

  @Test
  void everyMoleculeIsNewAndReadsBackAsItself() {
    List<String> smiles = MADE.smiles();
    assertEquals(smiles.size(), new HashSet<>(smiles).size());
    Molecules read = Molecules.read(smiles, null, 2);
    for (int row = 0; row < smiles.size(); row++) {
      assertEquals(smiles.get(row), read.canonical(row));
    }
  }

  /** Valence is checked apart from how the molecules were joined. */
  @Test
  void everyAtomHasAUsualValence() throws Exception {
    Perception perception = new Perception();
    for (String smiles : MADE.smiles()) {
      for (IAtom atom : perception.read(smiles).atoms()) {
        int bonds = Hybridisation.valence(atom) - atom.getFormalCharge();
        int usual = OuterShell.usualValence(atom.getAtomicNumber());
        boolean sulfone = atom.getAtomicNumber() == IAtom.S && bonds == 6;
        assertTrue(bonds == usual || sulfone, atom.getSymbol() + " in " + smiles);
      }
    }
  }

  /** Halogens are countable without knowing how a molecule was made. */
  @Test
  void featuresCountWhatIsThere() throws Exception {
    List<String> names = MADE.featureNames();
    double[][] features = MADE.features();
    Perception perception = new Perception();
    for (int row = 0; row < features.length; row++) {
      IAtomContainer molecule = perception.read(MADE.smiles().get(row));
      double fluorine =
          features[row][names.indexOf("fluoro")]
              + 3 * features[row][names.indexOf("trifluoromethyl")];
      assertEquals(fluorine, count(molecule, IAtom.F));
      assertEquals(features[row][names.indexOf("chloro")], count(molecule, IAtom.Cl));
      assertEquals(features[row][names.indexOf("bromo")], count(molecule, IAtom.Br));
    }
  }

  /**
   * n = 1000: a correlation of independent counts has standard error 0.032; 66 pairs, 4.5 of it.
   */
  @Test
  void featuresVaryAndAreNearlyIndependent() {
    double[][] features = MADE.features();
    int d = MADE.featureNames().size();
    for (int i = 0; i < d; i++) {
      double variance = new Variance().evaluate(column(features, i));
      assertEquals(0.3275, variance, 0.08, MADE.featureNames().get(i));
      for (int j = 0; j < i; j++) {
        double r = new PearsonsCorrelation().correlation(column(features, i), column(features, j));
        assertEquals(0, r, 0.14, MADE.featureNames().get(i) + ", " + MADE.featureNames().get(j));
      }
    }
  }

  private static void assertSame(Assembly expected, Assembly found) {
    assertEquals(expected.smiles(), found.smiles());
    assertEquals(expected.featureNames(), found.featureNames());
    assertArrayEquals(expected.features(), found.features());
  }

  @Test
  void whatIsKeptIsWhatIsMade(@TempDir Path folder) throws IOException {
    Assembly made = make(60, 9);
    assertSame(made, FragmentAssembly.kept(60, new Seeds(9), folder));
    Path file = onlyFile(folder);
    FileTime written = Files.getLastModifiedTime(file);
    assertSame(made, FragmentAssembly.kept(60, new Seeds(9), folder));
    assertEquals(written, Files.getLastModifiedTime(file), "it was made again");
    assertSame(make(60, 10), FragmentAssembly.kept(60, new Seeds(10), folder));
    assertSame(make(61, 9), FragmentAssembly.kept(61, new Seeds(9), folder));
  }

  @Test
  void aKeptAssemblyThatIsDamagedIsMadeAgain(@TempDir Path folder) throws IOException {
    Assembly made = FragmentAssembly.kept(30, new Seeds(9), folder);
    Path file = onlyFile(folder);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 101) {
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      Files.write(file, changed);
      assertSame(made, FragmentAssembly.kept(30, new Seeds(9), folder));
      assertArrayEquals(whole, Files.readAllBytes(file), "mended");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsNothingAndHarmsNothing(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertSame(make(20, 9), FragmentAssembly.kept(20, new Seeds(9), file));
  }

  @Test
  void anInterruptStopsTheMaking(@TempDir Path folder) {
    Thread.currentThread().interrupt();
    RunException stopped =
        assertThrows(RunException.class, () -> FragmentAssembly.kept(20, new Seeds(9), folder));
    assertTrue(stopped.stopped(), stopped.getMessage());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toList()).get(0);
    }
  }

  @Test
  void theSameSeedMakesTheSameMolecules() {
    assertEquals(make(50, 5).smiles(), MADE.smiles().subList(0, 50));
    assertArrayEquals(make(50, 5).features()[49], MADE.features()[49]);
    assertNotEquals(make(50, 6).smiles(), make(50, 5).smiles());
  }

  @Test
  void anAssemblyCannotBeChanged() {
    double before = MADE.features()[0][0];
    MADE.features()[0][0] = 99;
    assertEquals(before, MADE.features()[0][0]);
    assertThrows(UnsupportedOperationException.class, () -> MADE.smiles().add("C"));
  }

  @Test
  void noneIsNotANumberOfMolecules() {
    assertThrows(IllegalArgumentException.class, () -> make(0, 1));
  }

  private static Assembly make(int molecules, long seed) {
    return FragmentAssembly.make(molecules, new Seeds(seed).stream("molecules"));
  }

  private static int count(IAtomContainer molecule, int element) {
    int count = 0;
    for (IAtom atom : molecule.atoms()) {
      count += atom.getAtomicNumber() == element ? 1 : 0;
    }
    return count;
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      values[row] = rows[row][column];
    }
    return values;
  }
}
