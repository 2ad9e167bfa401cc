package org.taskaffinity.dsl;

import java.util.List;

/**
 * One epoch of a training.
 *
 * @param number counted from 1
 * @param learningRate the rate in that epoch
 * @param trainingLoss mean loss of each task over the batches that held a label of it, [K]; NaN for
 *     none
 * @param validationLoss loss of each task on the validation rows, [K]; NaN for none
 * @param metric each task's own metric on the validation rows, [K]; NaN where undefined
 */
public record Epoch(
    int number,
    double learningRate,
    List<Double> trainingLoss,
    List<Double> validationLoss,
    List<Double> metric) {
  public Epoch {
    trainingLoss = List.copyOf(trainingLoss);
    validationLoss = List.copyOf(validationLoss);
    metric = List.copyOf(metric);
  }

  /** The mean of the values that are defined; NaN for none. */
  public static double mean(List<Double> values) {
    return values.stream()
        .mapToDouble(Double::doubleValue)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }
}
