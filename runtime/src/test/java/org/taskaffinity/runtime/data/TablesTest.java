package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.columnSplit;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.noSplit;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.regression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.CatalogueEntry;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Split;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.testing.Golden;

class TablesTest {
  /** OCC and CCO are one molecule; C1CC does not close its ring. */
  private static final String TEXT =
      "smiles,A,B,fold\nCCO,1,1.0,train\nC1CC,0,9,train\nCCN,0,,test\nOCC,0,3.0,test\nCCC,,5,test\n";

  @TempDir Path folder;

  @Test
  void moleculesThatDoNotParseAreLeftOutAndSaid() {
    Table table = load(mine(), noSplit());
    assertEquals(List.of("CCO", "CCN", "OCC", "CCC"), table.smiles());
    assertArrayEquals(new int[] {1, 3, 4, 5}, table.rowNumbers());
    assertArrayEquals(new double[] {1, 0, 0, Double.NaN}, table.labels()[0]);
    assertEquals("{0, 2, 3}", table.measured()[1].toString());
    assertEquals(
        table.source().orElseThrow().canonical(table.molecule(0)),
        table.source().orElseThrow().canonical(table.molecule(2)));
    assertEquals(
        Map.of("mine, reading 4", Content.of(TEXT).sha256()),
        table.hashes(),
        "hash of the content as it lies");
    assertEquals(table.hashes(), tables().hashes(mine()));
    Golden.check("data/table-notes.txt", String.join("\n", table.notes()));
  }

  @Test
  void theFirstOfDuplicatesMayStay() {
    Table table = load(mine().duplicates(Duplicates.FIRST), noSplit());
    assertEquals(List.of("CCO", "CCN", "CCC"), table.smiles());
    assertArrayEquals(new double[] {1, 0, Double.NaN}, table.labels()[0]);
    assertArrayEquals(new double[] {1, Double.NaN, 5}, table.labels()[1]);
  }

  @Test
  void mergedDuplicatesAverageAndMustAgree() {
    String more = TEXT + "OCC,,2.0,test\nNCC,0,7,train\nCCCC,1,,train\n";
    Table table = load(mine(more).duplicates(Duplicates.MERGE), noSplit());
    assertEquals(List.of("CCO", "CCN", "CCC", "CCCC"), table.smiles());
    assertArrayEquals(new double[] {Double.NaN, 0, Double.NaN, 1}, table.labels()[0]);
    assertArrayEquals(new double[] {2, 7, 5, Double.NaN}, table.labels()[1]);
    assertEquals("{1, 3}", table.measured()[0].toString());
  }

  @Test
  void rowsWithTooFewLabelsAreLeftOut() {
    Table table = load(mine().minimumLabels(2), noSplit());
    assertEquals(List.of("CCO", "OCC"), table.smiles());
  }

  @Test
  void aSampleIsDrawnByTheSeedInTheOrderOfTheFile() {
    String many =
        "smiles,A\n"
            + String.join(
                "\n", IntStream.range(1, 60).mapToObj(i -> "C".repeat(i) + "," + i % 2).toList());
    Dataset sample = mine(many).sample(30);
    Table table = load(sample, noSplit());
    assertEquals(30, table.size());
    assertArrayEquals(Arrays.stream(table.rowNumbers()).sorted().toArray(), table.rowNumbers());
    assertArrayEquals(table.rowNumbers(), load(sample, noSplit()).rowNumbers());
    Table other = tables().load(sample, noSplit(), new Seeds(2));
    assertFalse(Arrays.equals(table.rowNumbers(), other.rowNumbers()));
  }

  @Test
  void theSplitColumnIsReadOnlyWhenASplitNamesIt() {
    assertEquals(
        List.of("train", "test", "test", "test"), load(mine(), columnSplit("fold")).splitValues());
    assertTrue(load(mine(), noSplit()).splitValues().isEmpty());
  }

  @Test
  void featureColumnsNeedNoMolecules() {
    Table table = load(mine("x,y,A\n1,2,1\n3,4,0\n").features("x", "y"), noSplit());
    assertFalse(table.molecular());
    assertArrayEquals(new double[] {3, 4}, table.features()[1]);
  }

  @Test
  void plantedTasksMayBeChosen() {
    Table all = load(planted(), noSplit());
    Table two = load(planted().tasks("T6", "T1"), noSplit());
    assertEquals(List.of(regression("T6"), classification("T1")), two.tasks());
    assertArrayEquals(all.labels()[5], two.labels()[0]);
    assertEquals(all.hashes(), two.hashes());
    assertEquals(all.hashes(), load(dataset("planted"), noSplit()).hashes());
  }

  @Test
  void refusalsSayWhatToWrite() {
    Messages messages = new Messages(folder);
    refused(messages, "nothing parses", mine("smiles,A\nC1CC,1\nxyz,0\n"), noSplit());
    refused(messages, "too few labels", mine().minimumLabels(3), noSplit());
    refused(
        messages,
        "a class lost on the way",
        mine(TEXT).tasks("A").minimumLabels(1).sample(1),
        noSplit());
    refused(messages, "too large a sample", mine().sample(9), noSplit());
    refused(
        messages, "no such file", dataset("mine", folder.resolve("x.csv").toString()), noSplit());
    refused(messages, "no such data set", dataset("tox12"), noSplit());
    refused(messages, "no such planted task", planted().tasks("T7"), noSplit());
    refused(messages, "another type than planted", planted().tasks(regression("T1")), noSplit());
    refused(messages, "a column of planted data", planted(), columnSplit("fold"));
    refused(messages, "no such split column", mine(), columnSplit("folds"));
    Golden.check("data/tables.txt", messages.toString());
  }

  @Test
  void tasksThatTheCatalogueListsNeedNoFile() {
    assertEquals(12, tables().tasks(dataset("tox21")).size());
    assertEquals(6, tables().tasks(planted()).size());
    assertEquals(List.of(classification("T4")), tables().tasks(planted().tasks("T4")));
  }

  @Test
  void tasksThatTheCatalogueDoesNotListAreReadFromItsFile() throws IOException {
    String text = "smiles,A,B\nC,1,0\nCC,0,1\nCCC,1,\n";
    Path file = Files.createDirectories(folder.resolve("data")).resolve("tiny.csv");
    Files.writeString(file, text);
    CatalogueEntry tiny =
        new CatalogueEntry(
            "tiny",
            "Tiny",
            List.of(new CatalogueEntry.File("tiny.csv", "", Content.of(text).sha256())),
            "none",
            3,
            "smiles",
            List.of(),
            "nowhere");
    Folders folders = new Folders(Optional.of(folder.resolve("data")), folder.resolve("cache"));
    Tables tables = new Tables(new DataFiles(new Catalogue(List.of(tiny)), folders, Progress.NONE));
    assertEquals(List.of(classification("A"), classification("B")), tables.tasks(dataset("tiny")));
    assertEquals(3, tables.whole(dataset("tiny")).size());
  }

  @Test
  void theWholeTableLeavesNothingOut() {
    Table whole = tables().whole(mine().duplicates(Duplicates.FIRST).minimumLabels(2).sample(1));
    assertEquals(List.of("CCO", "C1CC", "CCN", "OCC", "CCC"), whole.smiles());
  }

  private void refused(Messages messages, String when, Dataset dataset, Split split) {
    messages.add(when, PlanException.class, () -> load(dataset, split));
  }

  private Table load(Dataset dataset, Split split) {
    return tables().load(dataset, split, new Seeds(1));
  }

  private Tables tables() {
    Folders folders = new Folders(Optional.empty(), folder.resolve("cache"));
    return new Tables(new DataFiles(Catalogue.read(), folders, Progress.NONE));
  }

  private Dataset mine() {
    return mine(TEXT);
  }

  private Dataset mine(String text) {
    try {
      Path file = Files.writeString(folder.resolve("mine.csv"), text);
      return dataset("mine", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
