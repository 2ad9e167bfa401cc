package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Intervals over tasks for a statistic of pairs of tasks, where pairs that share a task depend. */
final class Jackknife {
  private Jackknife() {}

  /**
   * A statistic with its interval over tasks: each task in turn is left out with all of its pairs.
   *
   * <pre>
   *   s² = (K − 1) / K · Σ_k (z_(k) − z̄)²,   z ± t s with K − 1 degrees of freedom
   * </pre>
   *
   * @param statistic of the pairs among some of the tasks
   * @param n pairs
   */
  static Finding overTasks(
      String key,
      Scale scale,
      List<String> tasks,
      int n,
      ToDoubleFunction<List<String>> statistic) {
    double value = statistic.applyAsDouble(tasks);
    int k = tasks.size();
    double[] z =
        tasks.stream()
            .map(left -> without(tasks, left))
            .mapToDouble(statistic)
            .map(scale::to)
            .toArray();
    double mean = Arrays.stream(z).average().orElse(Double.NaN);
    double squares = Arrays.stream(z).map(v -> (v - mean) * (v - mean)).sum();
    double around = Seeds.t(k - 1) * Math.sqrt((k - 1.0) / k * squares);
    double low = scale.back(scale.to(value) - around, n);
    double high = scale.back(scale.to(value) + around, n);
    return new Finding(key, value, List.of(), n, scale).and(new Span(Over.TASKS, k, low, high));
  }

  private static List<String> without(List<String> tasks, String left) {
    List<String> rest = new ArrayList<>(tasks);
    rest.remove(left);
    return rest;
  }
}
