package org.taskaffinity.scripts.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.scripts.FakeRunner;
import org.taskaffinity.testing.Golden;

class MatrixTextTest {
  private static TaskMatrix matrix(int tasks, String name) {
    return FakeRunner.matrix(
        IntStream.range(0, tasks).mapToObj(i -> name + i).toList(), Double.NaN, -0.5);
  }

  @Test
  void smallOnesAreShownAsTheyPrint() {
    TaskMatrix small = matrix(3, "T");
    assertEquals(small.toString(), MatrixText.of(small, 80));
  }

  @Test
  void longNamesAreShortenedAndColumnsNumbered() {
    Golden.check(
        "matrix-long-names.txt",
        MatrixText.of(matrix(4, "Disorders of the blood and lymphatic system "), 80));
  }

  @Test
  void nothingIsWiderThanTheTerminal() {
    for (int width : List.of(60, 80, 132)) {
      String text = MatrixText.of(matrix(617, "task "), width);
      assertTrue(text.lines().allMatch(line -> line.length() <= width), text);
      assertTrue(text.contains(" more tasks"), text);
    }
  }
}
