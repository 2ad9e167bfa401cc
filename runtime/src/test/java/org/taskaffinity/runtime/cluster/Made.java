package org.taskaffinity.runtime.cluster;

/** Inputs that NumPy makes as easily: v(i, j) = ((37 i + 101 j + 13) · 7919 mod 1009) / 1009. */
final class Made {
  private Made() {}

  static double v(int i, int j) {
    return (i * 37 + j * 101 + 13) * 7919 % 1009 / 1009.0;
  }

  /** 10 × 10 distances 0.1 + v(i, j), i &lt; j. */
  static double[][] distances() {
    double[][] d = new double[10][10];
    for (int i = 0; i < 10; i++) {
      for (int j = i + 1; j < 10; j++) {
        d[i][j] = d[j][i] = 0.1 + v(i, j);
      }
    }
    return d;
  }

  /** Tasks in blocks of three: one distance inside a block, a greater one between blocks. */
  static double[][] blocks(double inside, double between) {
    double[][] d = new double[9][9];
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        d[i][j] = i == j ? 0 : i / 3 == j / 3 ? inside : between;
      }
    }
    return d;
  }
}
