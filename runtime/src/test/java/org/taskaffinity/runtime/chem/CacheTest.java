package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  private static final List<String> SMILES =
      Arrays.asList("CCO", "C1CC", null, "O=C1CCCCC1", "N[C@@H](C)C(=O)O", "c1ccc2ccccc2c1");

  @TempDir Path folder;

  @Test
  void whatIsReadBackIsWhatWasComputed() throws IOException {
    String computed = MoleculesTest.everything(Molecules.read(SMILES, null, 1));
    assertEquals(computed, MoleculesTest.everything(Molecules.read(SMILES, folder, 1)));
    assertEquals(4, files().size(), "a file for every kind, and nothing left beside them");
    assertEquals(computed, MoleculesTest.everything(Molecules.read(SMILES, folder, 1)));
  }

  /** A planted file with a right checksum is believed, so the file is what is read. */
  @Test
  void whatIsKeptIsNotComputedAgain() {
    String key = CacheKey.of(SMILES, Kind.SCAFFOLD);
    List<Outcome<String>> planted = SMILES.stream().map(row -> Outcome.of("planted")).toList();
    new Cache(folder).write(key, Kind.SCAFFOLD, planted);
    assertEquals("planted", Molecules.read(SMILES, folder, 1).scaffold(0));
  }

  @Test
  void aFileCutShortOrChangedIsNotBelieved() throws IOException {
    Molecules.read(SMILES, folder, 1).canonical(0);
    String key = CacheKey.of(SMILES, Kind.CANONICAL);
    Cache cache = new Cache(folder);
    Path file = cache.file(key, Kind.CANONICAL);
    byte[] whole = Files.readAllBytes(file);
    assertEquals(SMILES.size(), cache.read(key, Kind.CANONICAL).orElseThrow().size());
    for (int at = 0; at < whole.length; at++) {
      Files.write(file, Arrays.copyOf(whole, at));
      assertTrue(cache.read(key, Kind.CANONICAL).isEmpty(), "cut to " + at);
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      Files.write(file, changed);
      assertTrue(cache.read(key, Kind.CANONICAL).isEmpty(), "changed at " + at);
    }
  }

  @Test
  void brokenFilesAreComputedAgainAndMended() throws IOException {
    String computed = MoleculesTest.everything(Molecules.read(SMILES, folder, 1));
    long sizes = sizes();
    for (Path file : files()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertEquals(computed, MoleculesTest.everything(Molecules.read(SMILES, folder, 1)));
    assertEquals(sizes, sizes());
  }

  @Test
  void everyTableAndKindHasItsOwnKey() {
    String key = CacheKey.of(List.of("CC", "O"), Kind.GRAPH);
    assertEquals(64, key.length());
    assertNotEquals(key, CacheKey.of(List.of("C", "CO"), Kind.GRAPH));
    assertNotEquals(key, CacheKey.of(List.of("O", "CC"), Kind.GRAPH));
    assertNotEquals(key, CacheKey.of(List.of("CC", "O"), Kind.ECFP4));
    assertNotEquals(
        CacheKey.of(Arrays.asList("C", null), Kind.GRAPH),
        CacheKey.of(List.of("C", ""), Kind.GRAPH));
  }

  /** A file stands where the folder should be. */
  @Test
  void aFolderThatCannotBeWrittenToKeepsNothing() throws IOException {
    Path occupied = Files.writeString(folder.resolve("file"), "taken");
    Molecules molecules = Molecules.read(SMILES, occupied, 1);
    assertTrue(molecules.parsed(0));
    assertFalse(molecules.parsed(1));
    assertEquals("taken", Files.readString(occupied));
  }

  private long sizes() throws IOException {
    long sizes = 0;
    for (Path file : files()) {
      sizes += Files.size(file);
    }
    return sizes;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
