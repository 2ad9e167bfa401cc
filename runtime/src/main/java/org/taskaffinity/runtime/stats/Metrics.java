package org.taskaffinity.runtime.stats;

/** How well predictions fit the labels of one task. */
public final class Metrics {
  private Metrics() {}

  /**
   * Area under the ROC curve: the chance that a positive outranks a negative, ties counting half.
   *
   * <pre>
   *   AUC = (R₊ − n₊ (n₊ + 1) / 2) / (n₊ n₋)        R₊ = sum of the positives' mid-ranks
   * </pre>
   *
   * @param scores greater means more likely positive; any monotone scale
   * @param positive the classes
   * @return in [0, 1]; NaN where a class is absent or a score is NaN
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double rocAuc(double[] scores, boolean[] positive) {
    sameLength(scores.length, positive.length);
    if (anyNaN(scores)) {
      return Double.NaN;
    }
    double[] ranks = Ranks.of(scores);
    double sum = 0;
    long n = 0;
    for (int i = 0; i < ranks.length; i++) {
      if (positive[i]) {
        sum += ranks[i];
        n++;
      }
    }
    long others = ranks.length - n;
    return n == 0 || others == 0 ? Double.NaN : (sum - n * (n + 1) / 2.0) / ((double) n * others);
  }

  /**
   * Average precision: Σ (recall_t − recall_{t−1}) · precision_t over the distinct scores in
   * descending order, without interpolation; equal scores enter together.
   *
   * @param scores greater means more likely positive
   * @param positive the classes
   * @return in (0, 1]; NaN without a positive or where a score is NaN
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double averagePrecision(double[] scores, boolean[] positive) {
    sameLength(scores.length, positive.length);
    if (anyNaN(scores)) {
      return Double.NaN;
    }
    int[] order = Ranks.order(scores);
    double sum = 0;
    int found = 0;
    for (int last = order.length - 1, next; last >= 0; last = next) {
      int here = 0;
      for (next = last; next >= 0 && scores[order[next]] == scores[order[last]]; next--) {
        here += positive[order[next]] ? 1 : 0;
      }
      found += here;
      sum += here * (double) found / (order.length - 1 - next);
    }
    return sum / found;
  }

  /**
   * Root mean squared error, in the labels' unit.
   *
   * @return at least 0; NaN without values
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double rmse(double[] predicted, double[] labels) {
    return squaredError(predicted, labels).root(labels.length);
  }

  /**
   * Coefficient of determination, 1 − Σ (y − ŷ)² / Σ (y − ȳ)².
   *
   * @return at most 1, and below 0 where the labels' own mean predicts better; NaN for constant
   *     labels or none
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double r2(double[] predicted, double[] labels) {
    Squares error = squaredError(predicted, labels);
    return Moments.constant(labels) ? Double.NaN : 1 - error.over(Squares.aboutMean(labels));
  }

  /** Scaled before the differences are taken, which may overflow themselves. */
  private static Squares squaredError(double[] predicted, double[] labels) {
    sameLength(predicted.length, labels.length);
    int exponent = Math.max(0, Math.max(Scale.exponent(predicted), Scale.exponent(labels)));
    double[] errors = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      errors[i] = Math.scalb(labels[i], -exponent) - Math.scalb(predicted[i], -exponent);
    }
    Squares scaled = Squares.of(errors);
    return new Squares(scaled.sum(), scaled.exponent() + exponent);
  }

  private static boolean anyNaN(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static void sameLength(int predictions, int labels) {
    if (predictions != labels) {
      throw new IllegalArgumentException(
          "There must be one prediction a label: got "
              + predictions
              + " predictions for "
              + labels
              + " labels.");
    }
  }
}
