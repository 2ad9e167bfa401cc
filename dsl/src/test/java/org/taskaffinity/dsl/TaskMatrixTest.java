package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taskaffinity.testing.Golden;

class TaskMatrixTest {
  private static final TaskMatrix MATRIX =
      new TaskMatrix(
          List.of("NR-AR", "NR-Aromatase", "p53"),
          new double[][] {{1, -.25, .5}, {-.25, 1, Double.NaN}, {.5, Double.NaN, 1}});

  @Test
  void aMatrixPrintsAsATable() {
    Golden.check("task-matrix.txt", MATRIX.toString());
  }

  @Test
  void someEntriesMayHaveAMark() {
    boolean[][] none = new boolean[3][3];
    assertEquals(MATRIX.toString(), MATRIX.text(none));
    boolean[][] one = {{false, true, false}, {true, false, false}, {false, false, false}};
    assertEquals(
        """
                      NR-AR  NR-Aromatase     p53
        NR-AR         1.000        -0.250~  0.500
        NR-Aromatase -0.250~        1.000       .
        p53           0.500             .   1.000\
        """,
        MATRIX.text(one));
  }

  @Test
  void entriesAreFoundByPlaceAndByName() {
    assertEquals(-.25, MATRIX.at(0, 1));
    assertEquals(.5, MATRIX.at("p53", "NR-AR"));
    assertEquals(2, MATRIX.index("p53"));
    assertArrayEquals(new double[] {-.25, .5, Double.NaN}, MATRIX.pairs());
  }

  @Test
  void selectingPermutesRowsAndColumnsAlike() {
    TaskMatrix some = MATRIX.select(List.of("p53", "NR-AR"));
    assertEquals(new TaskMatrix(List.of("p53", "NR-AR"), new double[][] {{1, .5}, {.5, 1}}), some);
    List<String> back = List.of("p53", "NR-Aromatase", "NR-AR");
    assertEquals(MATRIX, MATRIX.select(back).select(MATRIX.tasks()));
  }

  @Test
  void mappingChangesEveryEntryOfACopy() {
    assertEquals(-.5, MATRIX.map(v -> 2 * v).at(0, 1));
    assertEquals(-.25, MATRIX.at(0, 1));
  }

  @Test
  void aMatrixIsSymmetricUpToRounding() {
    double nan = Double.NaN;
    List<String> tasks = List.of("A", "B");
    assertTrue(new TaskMatrix(tasks, new double[][] {{1, nan}, {nan, 1}}).symmetric());
    assertTrue(new TaskMatrix(tasks, new double[][] {{1, .5}, {.5 + 5e-7, 1}}).symmetric());
    assertTrue(new TaskMatrix(tasks, new double[][] {{1, 1e9}, {1e9 + 1, 1}}).symmetric());
    assertFalse(new TaskMatrix(tasks, new double[][] {{1, .5}, {.5 + 5e-6, 1}}).symmetric());
    TaskMatrix half = new TaskMatrix(tasks, new double[][] {{1, .5}, {nan, 1}});
    assertFalse(half.symmetric());
    assertTrue(Double.isNaN(half.symmetrised().at(0, 1)));
  }

  @Test
  void arraysAreCopiedInAndOut() {
    double[][] values = {{1, 0}, {0, 1}};
    List<String> tasks = new ArrayList<>(List.of("A", "B"));
    TaskMatrix matrix = new TaskMatrix(tasks, values);
    values[0][1] = 9;
    tasks.set(0, "C");
    matrix.values()[0][1] = 9;
    matrix.pairs()[0] = 9;
    assertEquals(0, matrix.at("A", "B"));
  }

  @Test
  void equalMeansEqualNamesAndBits() {
    TaskMatrix same = new TaskMatrix(MATRIX.tasks(), MATRIX.values());
    assertEquals(MATRIX, same);
    assertEquals(MATRIX.hashCode(), same.hashCode());
    assertNotEquals(MATRIX, MATRIX.map(v -> v + 1e-16));
    assertNotEquals(
        new TaskMatrix(List.of("A"), new double[][] {{0.0}}),
        new TaskMatrix(List.of("B"), new double[][] {{0.0}}));
  }
}
