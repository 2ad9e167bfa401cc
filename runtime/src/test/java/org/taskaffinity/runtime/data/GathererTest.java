package org.taskaffinity.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.random.Seeds;

/** Data sets put together from small files. */
class GathererTest {
  private static final String NAN = "NaN";

  @TempDir Path folder;
  private final List<String> lines =
      new ArrayList<>(
          List.of("name,title,form,file,origin,sha256,licence,rows,smiles,tasks,types,source"));

  @Test
  void rowsWithoutALabelOfTheTasksAreLeftOutAndColumnsRenamed() throws IOException {
    add(
        "panel",
        "labelled",
        "smiles",
        "EGFR=P1|SRC=P2",
        "regression",
        file(
            "p.csv",
            """
        smiles,P1,P2,P3
        C,1,,
        CC,,,9
        CCC,,2,
        CCCC,3,4,
        """));
    Table table = load("panel");
    assertEquals(List.of("C", "CCC", "CCCC"), table.smiles());
    assertEquals(List.of(Mtl.regression("EGFR"), Mtl.regression("SRC")), table.tasks());
    assertEquals(List.of("3 of 4 rows of the file have a label of these tasks"), table.notes());
  }

  @Test
  void columnsMayBeLeftOutAndTheOthersAreTasks() throws IOException {
    add(
        "dense",
        "without: >90|>80",
        "smiles",
        "",
        "regression",
        file(
            "d.csv",
            """
        smiles,>90,A,B,>80
        C,1,0,1,2
        CC,1,1,3,2
        """));
    assertEquals(List.of("A", "B"), load("dense").tasks().stream().map(Task::name).toList());
    assertEquals(TaskType.REGRESSION, load("dense").tasks().get(0).type());
  }

  @Test
  void stackedPartsCountARowOnce() throws IOException {
    String first = file("a.csv", "n,id,smiles,y\n0,x,C,1\n1,y,CC,2\n");
    String second = file("b.csv", "id,y,smiles\ny,2,CC\nz,3,CCC\n");
    add("parts", "stacked: id", "smiles", "y", "regression", first, second);
    Table table = load("parts");
    assertEquals(List.of("C", "CC", "CCC"), table.smiles());
    assertArrayEquals(new double[] {1, 2, 3}, table.labels()[0]);
    assertEquals(Set.of("a.csv", "b.csv"), table.hashes().keySet());
    assertEquals(List.of("1 of 4 rows repeat the id of a row above (left out)"), table.notes());
    assertEquals(table.hashes(), new Tables(files()).hashes(Mtl.dataset("parts")));
  }

  @Test
  void aMatrixHasLigandsForRowsAndProteinsForColumns() throws IOException {
    String ligands = file("l.txt", "{\"7\": \"CC\", \"3\": \"C\", \"9\": \"CCC\"}");
    String proteins = file("p.txt", "{\"KIN2\": \"MA\", \"KIN1\": \"MG\"}");
    String values = file("m.txt", "10000 nan\n100 1\n100 10\n");
    add("kd", "matrix: pK", "smiles", "", "regression", ligands, proteins, values);
    Table table = load("kd");
    assertEquals(List.of("CC", "C", "CCC"), table.smiles());
    assertEquals(List.of("KIN2", "KIN1"), table.tasks().stream().map(Task::name).toList());
    assertArrayEquals(new double[] {5, 7, 7}, table.labels()[0], 1e-12);
    assertEquals(NAN, Double.toString(table.labels()[1][0]));
    assertEquals(9, table.labels()[1][1], 1e-12);
  }

  @Test
  void aJoinFindsMoleculesHoweverTheyAreWritten() throws IOException {
    add(
        "tox",
        "",
        "smiles",
        "T",
        "classification",
        file(
            "t.csv",
            """
        smiles,T
        OCC,1
        CC,0
        CCC,1
        OCC,0
        NCC,0
        CCCC,1
        """));
    add(
        "adme",
        "",
        "Drug",
        "adme=Y",
        "regression",
        file(
            "s.tab",
            """
        "Drug_ID"\t"Drug"\t"Y"
        "a \\"name\\\\"\\""\t"CCO"\t1.5
        "b"\t"CCO"\t9
        "c"\t"CCN"\t2
        """));
    add("more", "", "smiles", "more=Y", "regression", file("u.csv", "smiles,Y\nC(C)C,4\nCCCC,5\n"));
    lines.add(
        "both,Both,joined: tox|adme|more,,,,none,5,smiles,"
            + "T|ADME=adme|MORE=more,classification|regression|regression,here");
    Table table = load("both");
    assertEquals(List.of("OCC", "CCC", "OCC", "NCC", "CCCC"), table.smiles());
    assertArrayEquals(new double[] {1, 1, 0, 0, 1}, table.labels()[0]);
    assertArrayEquals(new double[] {1.5, Double.NaN, 1.5, 2, Double.NaN}, table.labels()[1]);
    assertArrayEquals(new double[] {Double.NaN, 4, Double.NaN, Double.NaN, 5}, table.labels()[2]);
    assertEquals(3, table.hashes().size());
    assertTrue(files().locate("both").verified());
  }

  @Test
  void aDataverseTableWithARaggedRowIsRefused() {
    PlanException refused =
        assertThrows(
            PlanException.class, () -> DataverseTab.read("x.tab", Content.of("A\tB\n1\t2\n1\n")));
    assertEquals(
        "Line 3 of x.tab has 1 fields, the first line has 2.\n  fetch the file again",
        refused.getMessage());
  }

  private String file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return name;
  }

  private void add(
      String name, String form, String smiles, String tasks, String types, String... files)
      throws IOException {
    List<String> hashes = new ArrayList<>();
    for (String file : files) {
      hashes.add(Content.read(folder.resolve(file)).sha256());
    }
    String paths = String.join("|", files);
    String all = String.join("|", hashes);
    lines.add(
        String.join(
            ",", name, name, form, paths, paths, all, "none", "1", smiles, tasks, types, "here"));
  }

  private Table load(String name) throws IOException {
    return new Tables(files()).load(Mtl.dataset(name), Mtl.noSplit(), new Seeds(1));
  }

  private DataFiles files() throws IOException {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Folders folders = new Folders(Optional.of(folder), folder.resolve("cache"));
    return new DataFiles(Catalogue.read(new ByteArrayInputStream(text)), folders, Progress.NONE);
  }
}
