package org.taskaffinity.runtime.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean inner products of the tasks' gradients between different mini-batches at the same weights.
 *
 * <pre>
 *   X_ij = mean over a ≠ b of ⟨g_i^a, g_j^b⟩
 * </pre>
 *
 * <p>over the ordered pairs of batches where a has a label of i and b one of j. Batches have no
 * molecule in common, so that E[X_ij] = ⟨E g_i, E g_j⟩: the sampling noise of a batch, which two
 * tasks share where they share molecules, is left out. A U-statistic of the batches; see Liu and
 * Vicente (2019, arXiv 1907.04472) on the bias of one batch in multi-objective directions, and Chen
 * et al. (2023, arXiv 2305.20057) on double sampling.
 */
public final class BatchProducts {

  /** ⟨row i of a, row j of b⟩ for all i and j; rows may be null, and their entries are not read. */
  @FunctionalInterface
  public interface Multiply {
    double[][] of(float[][] a, float[][] b);
  }

  private final Multiply multiply;
  private final List<float[][]> batches = new ArrayList<>();

  public BatchProducts(Multiply multiply) {
    this.multiply = multiply;
  }

  /**
   * Takes in one batch.
   *
   * @param capture with its gradients
   */
  public void add(Capture capture) {
    batches.add(capture.gradients());
  }

  /**
   * [K, K], symmetric; NaN where no two batches have both tasks. The diagonal is an estimate of the
   * squared norm of a task's expected gradient, and may be negative.
   */
  public double[][] mean() {
    int k = batches.get(0).length;
    double[][] sums = new double[k][k];
    int[][] counts = new int[k][k];
    for (int a = 0; a < batches.size(); a++) {
      for (int b = a + 1; b < batches.size(); b++) {
        add(batches.get(a), batches.get(b), sums, counts);
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        sums[i][j] = counts[i][j] == 0 ? Double.NaN : sums[i][j] / counts[i][j];
      }
    }
    return sums;
  }

  private void add(float[][] a, float[][] b, double[][] sums, int[][] counts) {
    double[][] products = multiply.of(a, b);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        if (a[i] != null && b[j] != null) {
          sums[i][j] += products[i][j];
          counts[i][j]++;
          sums[j][i] += products[i][j];
          counts[j][i]++;
        }
      }
    }
  }

  /** The products one by one, in double: slow, and what a faster way is compared with. */
  public static double[][] plain(float[][] a, float[][] b) {
    double[][] products = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        products[i][j] = a[i] == null || b[j] == null ? Double.NaN : dot(a[i], b[j]);
      }
    }
    return products;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }
}
