package org.taskaffinity.runtime.train;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.stats.Metrics;

/**
 * How well rows are predicted.
 *
 * @param loss each task's mean loss over its labelled rows, [K]; NaN without any
 * @param metric each task's own metric, [K]; NaN where it is undefined
 */
record Evaluation(List<Double> loss, List<Double> metric) {

  /**
   * Judges logits.
   *
   * @param logits [rows][K]
   */
  static Evaluation of(
      float[][] logits, int[] rows, List<Target> targets, TrainingSpec.HeldOut by) {
    List<Double> loss = new ArrayList<>();
    List<Double> metric = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      Labelled labelled = Labelled.of(logits, rows, t, by.labels());
      loss.add(Losses.mean(targets.get(t), labelled.predicted(), labelled.labels()));
      metric.add(value(by.metrics().get(t), labelled, by.scale()[t]));
    }
    return new Evaluation(loss, metric);
  }

  /**
   * The mean over tasks of a named metric; NaN when no task has it. Errors are taken in
   * standardised units, or the task with the widest would decide alone.
   */
  double mean(Metric named, TrainingSpec.HeldOut by) {
    List<Metric> own = by.metrics();
    if (named == Metric.LOSS) {
      return org.taskaffinity.dsl.Epoch.mean(loss);
    }
    List<Double> of = new ArrayList<>();
    for (int t = 0; t < own.size(); t++) {
      if (own.get(t) == named) {
        of.add(metric.get(t) / (named == Metric.RMSE ? by.scale()[t] : 1));
      }
    }
    return org.taskaffinity.dsl.Epoch.mean(of);
  }

  private static double value(Metric metric, Labelled of, double scale) {
    if (of.labels().length == 0) {
      return Double.NaN;
    }
    return switch (metric) {
      case LOSS -> Double.NaN;
      case ROC_AUC -> Metrics.rocAuc(of.predicted(), of.positives());
      case AVERAGE_PRECISION -> Metrics.averagePrecision(of.predicted(), of.positives());
      case RMSE -> scale * Metrics.rmse(of.predicted(), of.labels());
      case R2 -> Metrics.r2(of.predicted(), of.labels());
    };
  }
}
