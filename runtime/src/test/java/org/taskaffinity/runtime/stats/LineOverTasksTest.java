package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Interval;

class LineOverTasksTest {
  private static final int TASKS = 9;

  private final double[] x = new double[TASKS * (TASKS - 1) / 2];
  private final double[] y = new double[x.length];
  private final int[] first = new int[x.length];
  private final int[] second = new int[x.length];

  /** Each task adds its own share to all its pairs, so that pairs of a task resemble each other. */
  private void draw(long seed) {
    Random random = new Random(seed);
    double[] ofTask = random.doubles(TASKS).toArray();
    double[] other = random.doubles(TASKS).toArray();
    int p = 0;
    for (int i = 0; i < TASKS; i++) {
      for (int j = 0; j < i; j++, p++) {
        first[p] = i;
        second[p] = j;
        x[p] = 1000 + other[i] * other[j] + 0.1 * random.nextDouble();
        y[p] = ofTask[i] + ofTask[j] + 0.05 * random.nextGaussian();
      }
    }
  }

  private LineOverTasks line() {
    return LineOverTasks.of(LinearFit.of(x, y), x, y, first, second, TASKS).orElseThrow();
  }

  /** The definition, written out: a line without each task, by the textbook's formula. */
  @Test
  void theBandIsTheJackknifeOverTasks() {
    draw(7);
    double t = 2.306004135; // Student's t, 8 degrees of freedom, 97.5 %
    for (double at : new double[] {1000.1, 1000.4, 1001}) {
      double[] lines = new double[TASKS];
      for (int k = 0; k < TASKS; k++) {
        lines[k] = lineWithout(k, at);
      }
      double mean = 0;
      for (double each : lines) {
        mean += each / TASKS;
      }
      double squares = 0;
      for (double each : lines) {
        squares += (each - mean) * (each - mean);
      }
      double half = t * Math.sqrt((TASKS - 1.0) / TASKS * squares);
      double middle = lineWithout(-1, at);
      Interval band = line().band(at);
      assertEquals(middle - half, band.low(), 1e-6);
      assertEquals(middle + half, band.high(), 1e-6);
      assertEquals(TASKS, band.units());
    }
  }

  private double lineWithout(int task, double at) {
    List<double[]> kept = new ArrayList<>();
    for (int p = 0; p < x.length; p++) {
      if (first[p] != task && second[p] != task) {
        kept.add(new double[] {x[p] - 1000, y[p]});
      }
    }
    double n = kept.size();
    double sx = kept.stream().mapToDouble(v -> v[0]).sum();
    double sy = kept.stream().mapToDouble(v -> v[1]).sum();
    double sxx = kept.stream().mapToDouble(v -> v[0] * v[0]).sum();
    double sxy = kept.stream().mapToDouble(v -> v[0] * v[1]).sum();
    double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    return (sy - slope * sx) / n + slope * (at - 1000);
  }

  /** The true line is y = 1, for both tasks' shares have mean ½ whatever x is. */
  @Test
  void itCoversTheLineWhereTheOrdinaryBandDoesNot() {
    int jackknife = 0;
    int ordinary = 0;
    int runs = 400;
    for (int seed = 0; seed < runs; seed++) {
      draw(seed);
      double at = Moments.mean(x);
      jackknife += line().band(at).contains(1) ? 1 : 0;
      ordinary += LinearFit.of(x, y).band(at).contains(1) ? 1 : 0;
    }
    assertTrue(jackknife > 0.9 * runs, jackknife + " of " + runs);
    assertTrue(ordinary < 0.75 * runs, ordinary + " of " + runs);
  }

  @Test
  void tooFewTasksOrOneXHaveNoBand() {
    double[] three = {1, 2, 3};
    LinearFit fit = LinearFit.of(three, three);
    int[] a = {0, 0, 1};
    int[] b = {1, 2, 2};
    assertTrue(LineOverTasks.of(fit, three, three, a, b, 3).isEmpty());
    double[] u = {5, 1, 1, 1, 1, 1}; // without task 0 or 1, x is constant
    double[] v = {1, 2, 3, 4, 5, 6};
    int[] i = {0, 0, 0, 1, 1, 2};
    int[] j = {1, 2, 3, 2, 3, 3};
    assertTrue(LineOverTasks.of(LinearFit.of(u, v), u, v, i, j, 4).isEmpty());
  }
}
