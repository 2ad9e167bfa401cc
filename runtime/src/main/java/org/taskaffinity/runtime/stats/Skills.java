package org.taskaffinity.runtime.stats;

import org.taskaffinity.dsl.Skill;

/** Predictions compared to chance, with 95 % intervals over rows. */
public final class Skills {
  private static final double Z = 1.959963984540054;
  private static final int BISECTIONS = 60;

  private Skills() {}

  /**
   * The area under the ROC curve, by a score interval on Hanley and McNeil's variance (Newcombe
   * 2006, "Confidence intervals for an effect size measure based on the Mann–Whitney statistic.
   * Part 2", method 5): its ends are the θ with |AUC − θ| = 1.96 √V(θ),
   *
   * <pre>
   *   V(θ) = θ (1 − θ) (1 + m (1 − θ) / (2 − θ) + m θ / (1 + θ)) / (n₊ n₋)    m = (n₊ + n₋) / 2 − 1
   * </pre>
   *
   * <p>Unlike AUC ± 1.96 standard errors, it does not shrink to nothing where few rows are ranked
   * perfectly.
   *
   * @param scores greater means more likely positive
   * @param positive the classes
   * @param part which rows they are, in words
   * @return {@link Skill#UNKNOWN} where a class is absent
   */
  public static Skill classification(double[] scores, boolean[] positive, String part) {
    double auc = Metrics.rocAuc(scores, positive);
    if (Double.isNaN(auc)) {
      return Skill.UNKNOWN;
    }
    int n = 0;
    for (boolean each : positive) {
      n += each ? 1 : 0;
    }
    int others = positive.length - n;
    return new Skill(
        "ROC AUC", auc, 0.5, end(auc, 0, n, others), end(auc, 1, n, others), positive.length, part);
  }

  /** Between the estimate and a bound, where the score equation holds. */
  private static double end(double auc, double bound, int n, int others) {
    double inside = auc;
    double outside = bound;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (inside + outside) / 2;
      boolean within = Math.abs(auc - middle) <= Z * Math.sqrt(variance(middle, n, others));
      inside = within ? middle : inside;
      outside = within ? outside : middle;
    }
    return (inside + outside) / 2;
  }

  static double variance(double auc, int n, int others) {
    double m = (n + others) / 2.0 - 1;
    return auc
        * (1 - auc)
        * (1 + m * (1 - auc) / (2 - auc) + m * auc / (1 + auc))
        / ((double) n * others);
  }

  /**
   * 1 − Σ (y − ŷ)² / Σ y², for labels whose training mean is 0: the error saved against predicting
   * that mean. The interval is Student's of the mean difference of the squared errors, row by row,
   * over the mean of y².
   *
   * @param predicted ŷ
   * @param labels y, less the mean of the training labels
   * @param part which rows they are, in words
   * @return {@link Skill#UNKNOWN} for fewer than three rows, or where all labels are 0
   */
  public static Skill regression(double[] predicted, double[] labels, String part) {
    double squares = 0;
    double[] saved = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double error = labels[i] - predicted[i];
      squares += labels[i] * labels[i] / labels.length;
      saved[i] = labels[i] * labels[i] - error * error;
    }
    if (labels.length < 3 || squares == 0) {
      return Skill.UNKNOWN;
    }
    MeanInterval mean = MeanInterval.independent(saved);
    return new Skill(
        "R² against the training mean",
        mean.mean() / squares,
        0,
        mean.low() / squares,
        mean.high() / squares,
        labels.length,
        part);
  }
}
