package org.taskaffinity.runtime.train;

import java.util.stream.IntStream;

/** Predictions and labels of the rows that have one for a task. */
record Labelled(double[] predicted, double[] labels) {
  static Labelled of(float[][] logits, int[] rows, int task, Labels labels) {
    int[] at = IntStream.range(0, rows.length).filter(i -> labels.present(rows[i], task)).toArray();
    double[] predicted = new double[at.length];
    double[] truth = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      predicted[i] = logits[at[i]][task];
      truth[i] = labels.value(rows[at[i]], task);
    }
    return new Labelled(predicted, truth);
  }

  boolean[] positives() {
    boolean[] positive = new boolean[labels.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = labels[i] > 0.5;
    }
    return positive;
  }
}
