package org.taskaffinity.runtime.stats;

import java.util.BitSet;
import org.taskaffinity.runtime.random.Stream;

/** Inputs that NumPy makes as easily: v(i, j) = ((37 i + 101 j + 13) · 7919 mod 1009) / 1009. */
final class Made {
  private Made() {}

  static double v(int i, int j) {
    return (i * 37 + j * 101 + 13) * 7919 % 1009 / 1009.0;
  }

  static double[] list(int i, int n) {
    double[] x = new double[n];
    for (int j = 0; j < n; j++) {
      x[j] = v(i, j);
    }
    return x;
  }

  static BitSet[] everything(int tasks, int rows) {
    BitSet[] measured = new BitSet[tasks];
    for (int t = 0; t < tasks; t++) {
      measured[t] = new BitSet();
      measured[t].set(0, rows);
    }
    return measured;
  }

  /** A symmetric matrix of task main effects and noise: m_ij = a_i + a_j + e_ij. */
  static double[][] mainEffects(int tasks, double noise, Stream stream) {
    double[] effect = new double[tasks];
    for (int t = 0; t < tasks; t++) {
      effect[t] = stream.nextGaussian();
    }
    double[][] matrix = new double[tasks][tasks];
    for (int i = 0; i < tasks; i++) {
      matrix[i][i] = 1;
      for (int j = i + 1; j < tasks; j++) {
        matrix[i][j] = matrix[j][i] = effect[i] + effect[j] + noise * stream.nextGaussian();
      }
    }
    return matrix;
  }
}
