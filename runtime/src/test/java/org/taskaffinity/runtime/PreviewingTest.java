package org.taskaffinity.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.classification;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.design;
import static org.taskaffinity.dsl.Mtl.planted;
import static org.taskaffinity.dsl.Mtl.regression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Duplicates;
import org.taskaffinity.dsl.FirstRows;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Runner;

class PreviewingTest {
  private static final String TEXT =
      "id,smiles,active,logS,big,mass\n"
          + "a1,CCO,1,-0.30103,1.5e300,46.07\n"
          + "a2,C1CC,0,,0.00001234,41\n"
          + "a3,CCN,,2.123456789,-7,45\n"
          + "a4,OCC,1,3,1,46\n";

  @TempDir Path folder;

  private Dataset mine() {
    try {
      return dataset("mine", Files.writeString(folder.resolve("mine.csv"), TEXT).toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theRowsAreThoseOfTheFileWithTheLabelsAsTheyAreRead() {
    try (Runner runner = Small.runner(folder)) {
      FirstRows head = runner.head(mine(), 3);
      assertEquals(List.of("SMILES", "active", "logS", "big"), head.columns());
      assertEquals(
          List.of(
              List.of("CCO", "1", "-0.30103", "1.5E+300"),
              List.of("C1CC", "0", "", "0.00001234"),
              List.of("CCN", "", "2.12346", "-7")),
          head.rows());
      assertEquals(4, head.total());
      assertEquals(3, head.tasks());
      assertTrue(String.join("\n", head.notes()).contains("mass"), head.toString());
      assertEquals(4, runner.head(mine()).rows().size());
    }
  }

  @Test
  void featuresStandInPlaceOfMolecules() {
    try (Runner runner = Small.runner(folder)) {
      Dataset features = mine().features("mass").tasks("active");
      FirstRows head = runner.head(features, 1);
      assertEquals(List.of("mass", "active"), head.columns());
      assertEquals(List.of(List.of("46.07", "1")), head.rows());
    }
  }

  @Test
  void tasksAreListedWithTheTypesThatTheirLabelsHave() {
    try (Runner runner = Small.runner(folder)) {
      assertEquals(
          List.of(classification("active"), regression("logS"), regression("big")),
          runner.tasks(mine()));
      assertEquals(List.of(regression("logS")), runner.tasks(mine().tasks("logS")));
    }
  }

  @Test
  void aDataSetAsksTheRunnerInForce() {
    Dataset data = planted(design().molecules(50));
    assertEquals(6, data.tasks().size());
    try (Runner runner = Small.runner(folder);
        Runner.Using inForce = Runner.using(runner)) {
      assertEquals(runner.head(data), data.head());
      assertEquals(2, data.head(2).rows().size());
      assertEquals(50, data.head().total());
    }
  }

  @Test
  void rowsThatAreLeftOutLaterAreSaidToBeThere() {
    try (Runner runner = Small.runner(folder)) {
      FirstRows head = runner.head(mine().duplicates(Duplicates.FIRST));
      assertEquals(4, head.rows().size());
      assertTrue(head.toString().contains("before duplicates"), head.toString());
    }
  }

  @Test
  void whatCannotBeShownIsSaid() {
    try (Runner runner = Small.runner(folder)) {
      String none = assertThrows(PlanException.class, () -> runner.head(mine(), 0)).getMessage();
      assertEquals("head(0) shows nothing. Write head(5).", none);
      Dataset misspelt = mine().tasks("Active");
      String unknown = assertThrows(PlanException.class, () -> runner.tasks(misspelt)).getMessage();
      assertTrue(unknown.contains("did you mean: active?"), unknown);
      Dataset absent = dataset("mine", folder.resolve("absent.csv").toString());
      assertThrows(PlanException.class, absent::tasks);
    }
  }
}
