package org.taskaffinity.runtime.chem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = "AFFINITY_DATA", matches = ".+")
@Tag("one-jdk")
class PublishedTablesTest {
  private static final Molecules TOX21 = read("tox21/tox21.csv.gz");
  private static final Molecules SIDER = read("sider/sider.csv.gz");
  private static final Molecules TOXCAST = read("toxcast/toxcast.csv.gz");

  /** Aluminium with six bonds: RDKit 2026.09.1 refuses these rows. */
  private static final Set<Integer> TOX21_WITHOUT_RDKIT =
      Set.of(1322, 2290, 2297, 3558, 4565, 4649, 5538, 6723);

  @Test
  void everyRowParses() {
    assertEquals(7831, parsed(TOX21));
    assertEquals(1427, parsed(SIDER));
    assertEquals(8576, parsed(TOXCAST));
  }

  @Test
  void noCompoundIsThereTwice() {
    assertEquals(7831, texts(TOX21, true).size());
    assertEquals(1427, texts(SIDER, true).size());
    assertEquals(8576, texts(TOXCAST, true).size());
  }

  /** RDKit counts 2,425 for ToxCast: it writes one bismuth scaffold in two ways. */
  @Test
  void thereAreAsManyScaffoldsAsRdkitFinds() {
    assertEquals(2326, texts(TOX21, false).size());
    assertEquals(824, texts(SIDER, false).size());
    assertEquals(2426, texts(TOXCAST, false).size());
  }

  /**
   * Each row labelled by the first row that shares its scaffold, joined by commas; the digests are
   * of RDKit 2026.09.1's MurckoScaffoldSmiles.
   */
  @Test
  void scaffoldsPartTheRowsAsRdkitsDo() throws Exception {
    assertEquals(
        "78ff95db849b0c9cddf4e87df5faf12ec241ef8961cfd827ce524dcb2d415f58",
        partition(TOX21, TOX21_WITHOUT_RDKIT));
    assertEquals(
        "b06181303e5294b6d418d4c9bab5bf344fcb530e9457d0f673648dfa6c6c375a",
        partition(SIDER, Set.of()));
  }

  @Test
  void whatTheCacheGivesIsWhatWasComputed(@TempDir Path folder) {
    List<String> sider = Golden.published("sider/sider.csv.gz");
    String computed = MoleculesTest.everything(SIDER);
    assertEquals(computed, MoleculesTest.everything(Molecules.read(sider, folder, 3)));
    assertEquals(computed, MoleculesTest.everything(Molecules.read(sider, folder)));
  }

  private static Molecules read(String table) {
    return Molecules.read(Golden.published(table), null);
  }

  private static long parsed(Molecules molecules) {
    return IntStream.range(0, molecules.size()).filter(molecules::parsed).count();
  }

  private static Set<String> texts(Molecules molecules, boolean whole) {
    Set<String> texts = new HashSet<>();
    for (int row = 0; row < molecules.size(); row++) {
      texts.add(whole ? molecules.canonical(row) : molecules.scaffold(row));
    }
    return texts;
  }

  private static String partition(Molecules molecules, Set<Integer> left) throws Exception {
    Map<String, Integer> first = new HashMap<>();
    StringJoiner labels = new StringJoiner(",");
    for (int row = 0; row < molecules.size(); row++) {
      if (!left.contains(row)) {
        first.putIfAbsent(molecules.scaffold(row), row);
        labels.add(first.get(molecules.scaffold(row)).toString());
      }
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] bytes = labels.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest.digest(bytes));
  }
}
