package org.taskaffinity.dsl;

/**
 * What a task is judged by on rows it did not train on; averaged over tasks where one is needed.
 */
public enum Metric {
  /** The training loss, evaluated without dropout; lower is better. */
  LOSS(false),
  /** Area under the ROC curve of classification tasks, in [0, 1]; higher is better. */
  ROC_AUC(true),
  /** Average precision of classification tasks, in [0, 1]; higher is better. */
  AVERAGE_PRECISION(true),
  /** Root mean squared error of regression tasks, in the label's unit; lower is better. */
  RMSE(false),
  /** Coefficient of determination of regression tasks, at most 1; higher is better. */
  R2(true);

  private final boolean higherIsBetter;

  Metric(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** The direction in which this metric improves. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /**
   * Whether {@code candidate} is better than {@code best}; nothing is better than NaN by being NaN.
   */
  public boolean improves(double candidate, double best) {
    if (Double.isNaN(candidate) || Double.isNaN(best)) {
      return !Double.isNaN(candidate);
    }
    return higherIsBetter ? candidate > best : candidate < best;
  }
}
