package org.taskaffinity.runtime.stats;

import org.taskaffinity.runtime.random.Stream;

/** How often each row counts. */
final class RowWeights {
  private final int[] weights;
  private final long[][] planes;

  /**
   * Lays the weights out.
   *
   * @param weights at least 0
   */
  RowWeights(int[] weights) {
    this.weights = weights;
    int most = 1;
    for (int weight : weights) {
      most = Math.max(most, weight);
    }
    // Bit b of every weight, as a bit set over rows: a weighted count is then a few plain counts.
    planes = new long[32 - Integer.numberOfLeadingZeros(most)][Bits.words(weights.length)];
    for (int r = 0; r < weights.length; r++) {
      for (int b = 0; b < planes.length; b++) {
        if ((weights[r] >>> b & 1) != 0) {
          Bits.set(planes[b], r);
        }
      }
    }
  }

  /** n rows drawn from n with replacement. */
  static RowWeights bootstrap(int n, Stream stream) {
    int[] weights = new int[n];
    for (int draw = 0; draw < n; draw++) {
      weights[stream.nextInt(n)]++;
    }
    return new RowWeights(weights);
  }

  int of(int row) {
    return weights[row];
  }

  int size() {
    return weights.length;
  }

  long[][] planes() {
    return planes;
  }
}
