package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taskaffinity.runtime.gradient.BatchProducts;

class RowProductsTest {
  private static float[][] rows(int tasks, int size, int absent, Random random) {
    float[][] rows = new float[tasks][size];
    for (int t = 0; t < tasks; t++) {
      for (int p = 0; p < size; p++) {
        rows[t][p] = (float) random.nextGaussian();
      }
    }
    if (absent >= 0) {
      rows[absent] = null;
    }
    return rows;
  }

  /** Sizes around the width of a vector, of a group of four rows and of a chunk. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 15", "4, 16", "5, 17", "9, 1023", "12, 1024", "27, 9001"})
  void theyAreThePlainProducts(int tasks, int size) {
    Random random = new Random(size);
    float[][] a = rows(tasks, size, tasks > 4 ? 3 : -1, random);
    float[][] b = rows(tasks, size, tasks > 4 ? 0 : -1, random);
    double[][] expected = BatchProducts.plain(a, b);
    try (WorkerTeam one = new WorkerTeam(1);
        WorkerTeam two = new WorkerTeam(2)) {
      double[][] found = RowProducts.of(a, b, one);
      for (int i = 0; i < tasks; i++) {
        for (int j = 0; j < tasks; j++) {
          if (a[i] != null && b[j] != null) {
            assertEquals(expected[i][j], found[i][j], 1e-5 * Math.sqrt(size), i + ", " + j);
          }
        }
        assertArrayEquals(found[i], RowProducts.of(a, b, two)[i], 0.0, "any number of threads");
      }
    }
  }
}
