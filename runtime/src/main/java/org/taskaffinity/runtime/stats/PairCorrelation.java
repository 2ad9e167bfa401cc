package org.taskaffinity.runtime.stats;

/** Pearson's correlation of two tasks' labels over the rows both have, each row with its weight. */
final class PairCorrelation {
  private final RowWeights weights;
  private final int minimumShared;
  private final double[] x;
  private final double[] y;
  private final int[] times;

  PairCorrelation(RowWeights weights, int minimumShared) {
    this.weights = weights;
    this.minimumShared = minimumShared;
    x = new double[weights.size()];
    y = new double[weights.size()];
    times = new int[weights.size()];
  }

  double of(TaskLabels a, TaskLabels b) {
    return a.positive() != null && b.positive() != null ? phi(a, b) : pearson(a, b);
  }

  /** φ = (n n₁₁ − a b) / √(a (n − a) b (n − b)), all counts over shared rows. */
  private double phi(TaskLabels first, TaskLabels second) {
    long n = 0;
    long a = 0;
    long b = 0;
    long both = 0;
    long[][] planes = weights.planes();
    for (int plane = 0; plane < planes.length; plane++) {
      long[] rows = planes[plane];
      int n1 = 0;
      int a1 = 0;
      int b1 = 0;
      int both1 = 0;
      for (int w = 0; w < rows.length; w++) {
        long shared = rows[w] & first.measured()[w] & second.measured()[w];
        long p = shared & first.positive()[w];
        long q = shared & second.positive()[w];
        n1 += Long.bitCount(shared);
        a1 += Long.bitCount(p);
        b1 += Long.bitCount(q);
        both1 += Long.bitCount(p & q);
      }
      n += (long) n1 << plane;
      a += (long) a1 << plane;
      b += (long) b1 << plane;
      both += (long) both1 << plane;
    }
    if (n < minimumShared || a == 0 || a == n || b == 0 || b == n) {
      return Double.NaN;
    }
    double spread = Math.sqrt((double) (a * (n - a))) * Math.sqrt((double) (b * (n - b)));
    return Correlation.clamp((n * both - a * b) / spread);
  }

  private double pearson(TaskLabels first, TaskLabels second) {
    int rows = gather(first.centred(), second.centred(), first, second);
    // Beside a label that is a million times as large, those of this pair have lost their digits.
    if (tiny(x, rows, first.largest()) || tiny(y, rows, second.largest())) {
      gather(first.values(), second.values(), first, second);
      Scale.downInPlace(x, rows, Scale.exponent(x, rows));
      Scale.downInPlace(y, rows, Scale.exponent(y, rows));
    }
    long n = 0;
    double sumX = 0;
    double sumY = 0;
    for (int r = 0; r < rows; r++) {
      n += times[r];
      sumX += times[r] * x[r];
      sumY += times[r] * y[r];
    }
    return n < minimumShared || constant(x, rows) || constant(y, rows)
        ? Double.NaN
        : about(sumX / n, sumY / n, rows);
  }

  /** Whether centred values differ among one another by less than a millionth of the largest. */
  private static boolean tiny(double[] values, int count, double largest) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    return high - low < 1e-6 * largest;
  }

  private double about(double meanX, double meanY, int rows) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int r = 0; r < rows; r++) {
      double dx = x[r] - meanX;
      double dy = y[r] - meanY;
      xx += times[r] * dx * dx;
      yy += times[r] * dy * dy;
      xy += times[r] * dx * dy;
    }
    return Correlation.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)));
  }

  private int gather(double[] ofX, double[] ofY, TaskLabels first, TaskLabels second) {
    int rows = 0;
    for (int w = 0; w < first.measured().length; w++) {
      long shared = first.measured()[w] & second.measured()[w];
      for (; shared != 0; shared &= shared - 1) {
        int row = (w << 6) + Long.numberOfTrailingZeros(shared);
        if (weights.of(row) > 0) {
          x[rows] = ofX[row];
          y[rows] = ofY[row];
          times[rows++] = weights.of(row);
        }
      }
    }
    return rows;
  }

  private static boolean constant(double[] values, int count) {
    for (int i = 1; i < count; i++) {
      if (values[i] != values[0]) {
        return false;
      }
    }
    return true;
  }
}
