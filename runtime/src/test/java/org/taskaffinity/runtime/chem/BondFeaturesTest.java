package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types by hand; conjugation as RDKit's rule has it for textbook molecules. */
class BondFeaturesTest {

  /** A letter per bond: - = # : for its type, then c if conjugated, then r if in a ring. */
  @ParameterizedTest
  @CsvSource({
    "CC, -",
    "C, ''",
    "C=CC=C, =c -c =c",
    "C=CCC=C, = - - =",
    "CC#N, - #",
    "CC(=O)N, - =c -c",
    "C1CC1, -r -r -r",
    "c1ccoc1, :cr :cr :cr :cr :cr",
    "Cc1ccccc1, - :cr :cr :cr :cr :cr :cr",
    "C=CC1CC1, = - -r -r -r"
  })
  void everyBondHasItsTypeConjugationAndRing(String smiles, String expected) {
    Molecules molecules = Molecules.read(List.of(smiles), null, 1);
    assertEquals(expected, words(molecules, 0));
  }

  @Test
  void theyFollowTheBondsOfTheGraphAndSkipWhatDidNotParse() {
    Molecules molecules = Molecules.read(Arrays.asList("CO", "C1CC", "C#CC"), null, 1);
    assertEquals("-", words(molecules, 0));
    assertEquals("", words(molecules, 1));
    assertEquals("# -", words(molecules, 2));
    float[] small = new float[BondFeatures.COUNT];
    BondFeatures features = molecules.bondFeatures();
    assertThrows(IndexOutOfBoundsException.class, () -> features.features(2, small, 0));
  }

  /** A folder of before holds graphs only: they are read as they are, and bonds are added. */
  @Test
  void aCacheWithoutBondsIsAddedTo(@TempDir Path folder) throws IOException {
    List<String> smiles = List.of("C=CC=C", "CC#N");
    Molecules.read(smiles, folder, 1).graphs();
    Path graphs = only(folder, "graph");
    byte[] before = Files.readAllBytes(graphs);

    assertEquals("=c -c =c", words(Molecules.read(smiles, folder, 1), 0));
    assertArrayEquals(before, Files.readAllBytes(graphs));

    Files.write(only(folder, "bonds"), new byte[] {1, 2, 3});
    assertEquals("- #", words(Molecules.read(smiles, folder, 1), 1));
  }

  private static Path only(Path folder, String kind) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(kind + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String words(Molecules molecules, int row) {
    int bonds = molecules.graphs().bonds(row);
    float[] all = new float[bonds * BondFeatures.COUNT];
    molecules.bondFeatures().features(row, all, 0);
    StringBuilder words = new StringBuilder();
    for (int b = 0; b < bonds; b++) {
      float[] one = Arrays.copyOfRange(all, b * BondFeatures.COUNT, (b + 1) * BondFeatures.COUNT);
      words.append(b == 0 ? "" : " ");
      for (int f = 0; f < one.length; f++) {
        words.append(one[f] == 1 ? "-=#:cr".substring(f, f + 1) : "");
      }
    }
    return words.toString();
  }
}
