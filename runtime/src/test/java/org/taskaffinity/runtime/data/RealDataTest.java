package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.DataState;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Settings;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.testing.Golden;

/** The catalogued files as they are; NR-AR has 7,265 labels by awk on the same file. */
@EnabledIfEnvironmentVariable(named = "AFFINITY_DATA", matches = ".+")
class RealDataTest {
  private static final Seeds SEEDS = new Seeds(42);

  @TempDir static Path cache;

  @Test
  void everyCataloguedFileIsTheOneTheCatalogueSays() {
    for (String name : new String[] {"tox21", "sider", "toxcast"}) {
      assertTrue(files().locate(name).verified(), name);
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
    Parts parts = Splitter.part(table, Mtl.scaffoldSplit(0.8, 0.1, 0.1), SEEDS);
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
