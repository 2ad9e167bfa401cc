package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.testing.Golden;

/** The catalogued files as they are; NR-AR has 7,265 labels by awk on the same file. */
@EnabledIfEnvironmentVariable(named = "AFFINITY_DATA", matches = ".+")
@Tag("one-jdk")
class RealDataTest {
  private static final Seeds SEEDS = new Seeds(42);

  @TempDir static Path cache;

  @Test
  void everyCataloguedFileIsTheOneTheCatalogueSays() {
    for (CatalogueEntry entry : Catalogue.read().entries()) {
      assertTrue(entry.inCode() || files().locate(entry.name()).verified(), entry.name());
    }
    DataState toxcast = files().locate("toxcast");
    assertEquals(617, toxcast.entry().tasks().size());
  }

  @Test
  void tox21IsPartedAndWithheld() {
    Table table = load(Mtl.dataset("tox21"));
    assertEquals(12, table.tasks().size());
    assertEquals(7831, table.size() + lost(table));
    assertEquals(7265, table.measured()[0].cardinality(), 20);
    SplitRows parts = Splitter.part(table, Mtl.scaffoldSplit(0.8, 0.1, 0.1), SEEDS);
    Set<String> training = new HashSet<>();
    Arrays.stream(parts.training()).forEach(r -> training.add(table.scaffold(r)));
    assertTrue(Arrays.stream(parts.test()).noneMatch(r -> training.contains(table.scaffold(r))));
    Messages words = new Messages(Path.of("~"));
    for (Overlap overlap :
        new Overlap[] {
          Mtl.natural(),
          Mtl.completeCases(),
          Mtl.keepLabels(0.5),
          Mtl.targetJaccard(0.3),
          Mtl.sharedAndDisjoint(0.3),
          Mtl.scaffoldDisjoint(0.2)
        }) {
      long start = System.nanoTime();
      words.add(
          overlap.toString(), Withholding.apply(overlap, table, parts.training(), SEEDS).words());
      assertTrue(System.nanoTime() - start < 5e9, overlap + " takes no more than seconds");
    }
    Golden.check("data/tox21-words.txt", words.toString());
  }

  @Test
  void siderHasEveryLabel() {
    Table table = load(Mtl.dataset("sider"));
    assertEquals(27, table.tasks().size());
    Arrays.stream(table.measured()).forEach(m -> assertEquals(table.size(), m.cardinality()));
  }

  /** Rows and labels as a script counts them in the same files, apart from unread molecules. */
  @ParameterizedTest
  @CsvSource({
    "esol, 1128, 1128",
    "freesolv, 642, 642",
    "bace, 1513, 3026",
    "bbbp, 2050, 2050",
    "clintox, 1484, 2968",
    "lipophilicity, 4200, 4200",
    "caco2_wang, 910, 910",
    "solubility_aqsoldb, 9982, 9982",
    "ppbr_az, 2828, 2828",
    "toxcast17, 3519, 28910",
    "jak, 4863, 10035",
    "davis, 68, 30056",
    "kiba, 2111, 118254",
    "pkis2, 645, 261870",
  })
  void rowsAndLabelsAreThoseOfTheFile(String name, int rows, int labels) {
    Table table = load(Mtl.dataset(name));
    assertEquals(rows, table.source().orElseThrow().size());
    assertEquals(rows, files().catalogue().entry(name).rows());
    int all = Arrays.stream(table.measured()).mapToInt(BitSet::cardinality).sum();
    assertEquals(labels, all + lost(table) * table.tasks().size(), 0.001 * labels);
  }

  /** The rule that the paper's code chooses its assays by. */
  @Test
  void theSeventeenAssaysFollowTheirRule() {
    Table all = load(Mtl.dataset("toxcast"));
    Map<String, Integer> perFamily = new LinkedHashMap<>();
    for (String family : List.of("ATG", "BSK", "NVS", "APR")) {
      perFamily.put(family, 3);
    }
    for (String family : List.of("ACEA", "CEETOX", "OT", "Tanguay")) {
      perFamily.put(family, 2);
    }
    List<String> chosen = new ArrayList<>();
    perFamily.forEach(
        (family, count) ->
            IntStream.range(0, all.tasks().size())
                .boxed()
                .filter(t -> all.tasks().get(t).name().startsWith(family + "_"))
                .filter(t -> all.measured()[t].cardinality() >= 1000)
                .sorted(Comparator.comparing(t -> -all.measured()[t].cardinality()))
                .limit(count)
                .forEach(t -> chosen.add(all.tasks().get(t).name())));
    assertEquals(
        chosen, files().catalogue().entry("toxcast17").tasks().stream().map(Task::name).toList());
  }

  /** Davis 2011: no binding up to 10 µM is written as 10,000 nM, which is a pKd of 5. */
  @Test
  void davisIsInPKd() {
    Table table = load(Mtl.dataset("davis"));
    assertEquals(9 - Math.log10(43), table.labels()[0][0], 1e-9);
    assertEquals("AAK1", table.tasks().get(0).name());
    double least =
        Arrays.stream(table.labels()).flatMapToDouble(Arrays::stream).min().orElseThrow();
    assertEquals(5, least, 1e-9);
  }

  /** A molecule of QM9 stands in several parts and counts once. */
  @Test
  void qm9HasTheMoleculesOfItsPartsOnce() {
    Table table = load(Mtl.dataset("qm9"));
    assertEquals(37_350, table.source().orElseThrow().size());
    assertEquals(12, table.tasks().size());
    Arrays.stream(table.measured()).forEach(m -> assertEquals(table.size(), m.cardinality()));
  }

  /** The paper counts 3,410 rows and says that all have all labels; none has. */
  @Test
  @Tag("slow")
  void tox21AdmeIsJoinedByMolecule() {
    Table table = load(Mtl.dataset("tox21-adme"));
    assertEquals(files().catalogue().entry("tox21-adme").rows(), table.size());
    assertEquals(3410, table.size(), 80);
    assertEquals(16, table.tasks().size());
    int esol = table.tasks().indexOf(new Task("MN_ESOL", TaskType.REGRESSION));
    assertTrue(table.measured()[esol].cardinality() > 550);
    assertThrows(PlanException.class, () -> load(Mtl.dataset("tox21-adme").minimumLabels(16)));
  }

  @Test
  @Tag("slow")
  void toxcastHas617TasksAndNoCompleteCase() {
    Table table = load(Mtl.dataset("toxcast"));
    assertEquals(617, table.tasks().size());
    int[] training = Splitter.part(table, Mtl.randomSplit(0.8, 0.1, 0.1), SEEDS).training();
    Messages words = new Messages(Path.of("~"));
    for (Overlap overlap :
        new Overlap[] {Mtl.natural(), Mtl.targetJaccard(0.1), Mtl.sharedAndDisjoint(0)}) {
      words.add(overlap.toString(), Withholding.apply(overlap, table, training, SEEDS).words());
    }
    words.add(
        "no complete cases",
        PlanException.class,
        () -> Withholding.apply(Mtl.completeCases(), table, training, SEEDS));
    Golden.check("data/toxcast-words.txt", words.toString());
    assertThrows(
        PlanException.class,
        () -> Withholding.apply(Mtl.sharedAndDisjoint(0.2), table, training, SEEDS));
  }

  private static int lost(Table table) {
    return table.source().orElseThrow().size() - table.size();
  }

  private static Table load(Dataset dataset) {
    return new Tables(files()).load(dataset, Mtl.noSplit(), SEEDS);
  }

  private static DataFiles files() {
    Folders real = Folders.of(Settings.settings());
    return new DataFiles(Catalogue.read(), new Folders(real.data(), cache), Progress.NONE);
  }
}
