package org.taskaffinity.runtime.data;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The keep probability that gives a mean Jaccard index on the labels there are.
 *
 * <p>The expected index grows with p, from 0 to the natural one at p = 1, so it is bisected.
 */
final class KeepProbability {
  private static final double MARGIN = 1e-9;

  private final DoubleUnaryOperator expected;
  private final boolean pairs;
  private final double least;

  KeepProbability(LabelMask mask) {
    pairs = mask.size() > 1;
    expected = mask.expectedJaccard();
    least = 0.5 / Arrays.stream(mask.counts()).min().orElse(1);
  }

  /** Whether there are two tasks, so that there is an overlap at all. */
  boolean pairs() {
    return pairs;
  }

  /** The index at which the smallest task keeps one label. */
  double lowest() {
    return expected.applyAsDouble(Math.min(1, least));
  }

  /** The index with every label kept. */
  double natural() {
    return expected.applyAsDouble(1);
  }

  boolean reaches(double jaccard) {
    return pairs && jaccard >= lowest() - MARGIN && jaccard <= natural() + MARGIN;
  }

  /**
   * @param jaccard one that is {@linkplain #reaches reached}
   * @return p in (0, 1], to the last bits of a double
   */
  double solve(double jaccard) {
    double low = Math.min(1, least);
    double high = 1;
    while (low < high) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (expected.applyAsDouble(middle) < jaccard) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
