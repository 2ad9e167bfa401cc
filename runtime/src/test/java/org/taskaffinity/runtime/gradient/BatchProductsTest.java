package org.taskaffinity.runtime.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BatchProductsTest {
  private static final int K = 3;
  private static final int P = 5;

  private static BatchProducts of(float[][]... batches) {
    BatchProducts products = new BatchProducts(BatchProducts::plain);
    for (float[][] batch : batches) {
      products.add(new Capture(new double[0][], batch));
    }
    return products;
  }

  private static float[][] gaussian(Random random) {
    float[][] rows = new float[K][P];
    for (float[] row : rows) {
      for (int p = 0; p < P; p++) {
        row[p] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < P; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }

  /** The definition, over ordered pairs of batches; a task is absent from some of them. */
  @Test
  void theMeanIsOverOrderedPairsOfDifferentBatches() {
    Random random = new Random(3);
    float[][][] batches = {gaussian(random), gaussian(random), gaussian(random)};
    batches[1][0] = null;
    batches[0][2] = null;
    batches[2][2] = null;
    double[][] found = of(batches).mean();
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        double sum = 0;
        int count = 0;
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            if (a != b && batches[a][i] != null && batches[b][j] != null) {
              sum += dot(batches[a][i], batches[b][j]);
              count++;
            }
          }
        }
        double expected = count == 0 ? Double.NaN : sum / count;
        assertEquals(expected, found[i][j], 1e-12, i + ", " + j);
      }
    }
    assertTrue(Double.isNaN(found[2][2]), "one batch has task 2");
  }

  /**
   * Molecules with gradients s_i + v_i^n for task i, v shared by both tasks: in a batch of m the
   * inner product expects ⟨s_i, s_j⟩ + ⟨v_i, v_j⟩ / m, between batches ⟨s_i, s_j⟩ alone.
   */
  @Test
  void whatMoleculesShareIsLeftOut() {
    Random random = new Random(11);
    int m = 4;
    int draws = 20_000;
    double[] signal = {0.3, -0.1, 0.2, 0, 0.1};
    double across = 0;
    double within = 0;
    for (int draw = 0; draw < draws; draw++) {
      float[][][] batches = new float[2][2][P];
      for (float[][] batch : batches) {
        for (int n = 0; n < m; n++) {
          for (int p = 0; p < P; p++) {
            double noise = random.nextGaussian();
            batch[0][p] += (float) ((signal[p] + noise) / m);
            batch[1][p] += (float) ((-signal[p] + noise) / m);
          }
        }
      }
      across += of(batches).mean()[0][1] / draws;
      within += dot(batches[0][0], batches[0][1]) / draws;
    }
    double expected = -(0.09 + 0.01 + 0.04 + 0.01);
    assertEquals(expected, across, 0.02);
    assertEquals(expected + P / (double) m, within, 0.03);
  }
}
