package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;

/** Means of neighbouring values of a line. */
final class RunningMean {
  private RunningMean() {}

  static Figure.Line of(Figure.Line line, int window) {
    int n = line.y().size();
    int width = Math.min(window, n);
    int windows = n == 0 ? 0 : n - width + 1;
    double[] x = new double[windows];
    double[] y = new double[windows];
    double[] low = new double[windows];
    double[] high = new double[windows];
    for (int i = 0; i < windows; i++) {
      x[i] = (line.x().get(i) + line.x().get(i + width - 1)) / 2;
      double[] values = defined(line.y().subList(i, i + width));
      y[i] = Arrays.stream(values).average().orElse(Double.NaN);
      double spread = deviation(values, y[i]);
      low[i] = Math.max(y[i] - spread, Arrays.stream(values).min().orElse(Double.NaN));
      high[i] = Math.min(y[i] + spread, Arrays.stream(values).max().orElse(Double.NaN));
    }
    return Figures.line(line.name(), x, y).band(low, high);
  }

  private static double[] defined(List<Double> values) {
    return values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
  }

  /** Over n − 1; 0 for a single value. */
  private static double deviation(double[] values, double mean) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    int unit = largest > 0 ? Math.getExponent(largest) : 0; // so that no square is out of range
    double squares =
        Arrays.stream(values)
            .map(v -> Math.scalb(v, -unit) - Math.scalb(mean, -unit))
            .map(v -> v * v)
            .sum();
    return values.length == 1 ? 0 : Math.scalb(Math.sqrt(squares / (values.length - 1)), unit);
  }
}
