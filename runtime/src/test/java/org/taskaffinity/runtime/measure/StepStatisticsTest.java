package org.taskaffinity.runtime.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.TaskMatrix;

/** Measures of made-up gradients, against computations on the gradients themselves. */
class StepStatisticsTest {
  private static final int P = 7;
  private static final List<String> TASKS = List.of("A", "B", "C", "D");
  private static final int K = 4;

  /** Cosines and norms are stored in single precision. */
  private static final double SINGLE = 1e-6;

  /** [T][K][P]; null for a task without a label: D never has one, the others at times. */
  private final float[][][] gradients = gradients(60, 1, new Random(7));

  /**
   * @param spread standard deviation of the logarithm of a gradient's scale
   */
  private static float[][][] gradients(int steps, double spread, Random random) {
    float[][][] all = new float[steps][K][];
    for (float[][] step : all) {
      float[] common = gaussian(1, random);
      for (int task = 0; task < K - 1; task++) {
        if (random.nextInt(4) > 0) {
          step[task] = gaussian(Math.exp(spread * random.nextGaussian()), random);
          for (int p = 0; p < P; p++) {
            step[task][p] += (task == 2 ? -1 : 1) * common[p];
          }
        }
      }
    }
    return all;
  }

  private static float[] gaussian(double scale, Random random) {
    float[] out = new float[P];
    for (int p = 0; p < P; p++) {
      out[p] = (float) (scale * random.nextGaussian());
    }
    return out;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < P; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }

  private static Captured captured(float[][][] gradients) {
    List<float[]> cosines = new ArrayList<>();
    List<float[]> norms = new ArrayList<>();
    for (float[][] step : gradients) {
      float[] cosine = new float[K * K];
      float[] norm = new float[K];
      for (int i = 0; i < K; i++) {
        norm[i] = step[i] == null ? Float.NaN : (float) Math.sqrt(dot(step[i], step[i]));
        for (int j = 0; j < K; j++) {
          cosine[i * K + j] =
              step[i] == null || step[j] == null
                  ? Float.NaN
                  : (float)
                      (dot(step[i], step[j])
                          / Math.sqrt(dot(step[i], step[i]) * dot(step[j], step[j])));
        }
      }
      cosines.add(cosine);
      norms.add(norm);
    }
    long[] steps = new long[gradients.length];
    Arrays.setAll(steps, t -> 3L * t);
    return new Captured(TASKS, steps, cosines, norms);
  }

  /**
   * All steps of two tasks behind one another, [n·P]; an absent task is 0, or its step left out.
   */
  private double[][] strung(int i, int j, boolean absentIsZero) {
    List<double[]> both = new ArrayList<>();
    for (float[][] step : gradients) {
      if (absentIsZero || step[i] != null && step[j] != null) {
        for (int p = 0; p < P; p++) {
          both.add(
              new double[] {step[i] == null ? 0 : step[i][p], step[j] == null ? 0 : step[j][p]});
        }
      }
    }
    return both.toArray(double[][]::new);
  }

  private static double sum(double[][] strung, int one, int other) {
    return Arrays.stream(strung).mapToDouble(v -> v[one] * v[other]).sum();
  }

  private void everyPair(StepStatistic statistic, Expected expected) {
    for (boolean absentIsZero : new boolean[] {false, true}) {
      TaskMatrix found = statistic.of(captured(gradients), absentIsZero).values();
      assertEquals(TASKS, found.tasks());
      for (int i = 0; i < K; i++) {
        for (int j = 0; j < K; j++) {
          assertEquals(expected.of(i, j, absentIsZero), found.at(i, j), SINGLE, i + ", " + j);
        }
      }
    }
  }

  private interface Expected {
    double of(int i, int j, boolean absentIsZero);
  }

  /** The ratio of mean products is the cosine of all steps strung together. */
  @Test
  void theCosineOfMeanProductsIsThatOfAllStepsStrungTogether() {
    everyPair(
        new CosineOfMeanProducts(),
        (i, j, zero) -> {
          double[][] all = strung(i, j, zero);
          return sum(all, 0, 1) / Math.sqrt(sum(all, 0, 0) * sum(all, 1, 1));
        });
    double mean = new MeanCosine().of(captured(gradients), false).values().at(0, 1);
    double ratio = new CosineOfMeanProducts().of(captured(gradients), false).values().at(0, 1);
    assertTrue(Math.abs(mean - ratio) > 0.02, "two measures: " + mean + ", " + ratio);
  }

  /** The value from i to j is the slope of a regression of g_i on g_j without an intercept. */
  @Test
  void theFirstOrderLookaheadIsASlope() {
    everyPair(
        new FirstOrderLookahead(),
        (i, j, zero) -> {
          double[][] all = strung(i, j, zero);
          return sum(all, 0, 1) / sum(all, 1, 1);
        });
  }

  /** Of losses that are linear, L_j(θ) = ⟨g_j, θ⟩, steps lower what they say they lower. */
  @Test
  void stepsOnOneTaskLowerTheLossOfAnother() {
    double rate = 0.1;
    double byOther = 0;
    double byOwn = 0;
    for (float[][] step : gradients) {
      if (step[0] != null && step[2] != null) {
        float[] theta = gaussian(1, new Random(3));
        byOther += dot(step[2], theta) - dot(step[2], moved(theta, step[0], rate));
        byOwn += dot(step[2], theta) - dot(step[2], moved(theta, step[2], rate));
      }
    }
    double found = new FirstOrderLookahead().of(captured(gradients), false).values().at("A", "C");
    assertTrue(found < 0, "tasks A and C pull apart: " + found);
    assertEquals(byOther / byOwn, found, 1e-5);
  }

  private static float[] moved(float[] theta, float[] gradient, double rate) {
    float[] out = new float[P];
    for (int p = 0; p < P; p++) {
      out[p] = (float) (theta[p] - rate * gradient[p]);
    }
    return out;
  }

  /** Two vectors conflict where their difference is longer than Pythagoras allows. */
  @Test
  void conflictsAreCountedByTheLawOfCosines() {
    everyPair(
        new ConflictRate(),
        (i, j, zero) -> {
          int conflicts = 0;
          int steps = 0;
          for (float[][] step : gradients) {
            boolean both = step[i] != null && step[j] != null;
            steps += both || zero && i != j ? 1 : 0;
            conflicts += both && apart(step[i], step[j]) ? 1 : 0;
          }
          return steps == 0 ? Double.NaN : (double) conflicts / steps;
        });
  }

  private static boolean apart(float[] g, float[] h) {
    double between = 0;
    for (int p = 0; p < P; p++) {
      between += (g[p] - h[p]) * (double) (g[p] - h[p]);
    }
    return between > dot(g, g) + dot(h, h);
  }

  @Test
  void theMeanCosineIsTheMean() {
    everyPair(
        new MeanCosine(),
        (i, j, zero) -> {
          double sum = 0;
          int steps = 0;
          for (float[][] step : gradients) {
            boolean both = step[i] != null && step[j] != null;
            steps += both || zero && i != j ? 1 : 0;
            sum += both ? dot(step[i], step[j]) / length(step[i]) / length(step[j]) : 0;
          }
          return steps == 0 ? Double.NaN : sum / steps;
        });
  }

  private static double length(float[] gradient) {
    return Math.sqrt(dot(gradient, gradient));
  }

  @Test
  void precisionCountsTheStepsThatHaveBoth() {
    int both = 0;
    for (float[][] step : gradients) {
      both += step[0] != null && step[1] != null ? 1 : 0;
    }
    for (StepStatistic statistic :
        List.of(new MeanCosine(), new ConflictRate(), new CosineOfMeanProducts())) {
      for (boolean absentIsZero : new boolean[] {false, true}) {
        Measured found = statistic.of(captured(gradients), absentIsZero);
        Precision precision = found.precision();
        assertEquals("captures", precision.over());
        assertEquals(both, precision.captures().at("A", "B"));
        assertEquals(0, precision.captures().at("A", "D"));
        double value = found.values().at("A", "B");
        assertEquals(
            value, (precision.low().at("A", "B") + precision.high().at("A", "B")) / 2, 1e-9);
      }
    }
    Precision rate = new ConflictRate().of(captured(gradients), false).precision();
    assertTrue(Double.isNaN(rate.p().at("A", "B")) && rate.standardErrors().at("A", "B") > 0);
    assertTrue(
        new CosineOfMeanProducts().of(captured(gradients), false).precision().p().at("A", "B") > 0);
  }

  /** The squared standard error is, on average, the variance over trainings. */
  @Test
  void theErrorOfTheRatioIsItsSpread() {
    assertEquals(1, estimatedOverTrue(0.3), 0.2);
  }

  /** As the documentation says: a few long gradients decide the ratio, and may not have come. */
  @Test
  void theErrorIsTooSmallWhereNormsVaryMuch() {
    assertEquals(0.66, estimatedOverTrue(1), 0.1);
  }

  /** Squared standard errors of 160 steps over the variance of 400 trainings. */
  private static double estimatedOverTrue(double spread) {
    int trainings = 400;
    double[] values = new double[trainings];
    double squares = 0;
    Random random = new Random(11);
    for (int training = 0; training < trainings; training++) {
      Captured captured = captured(gradients(160, spread, random));
      Measured found = new CosineOfMeanProducts().of(captured, false);
      values[training] = found.values().at("A", "B");
      squares += Math.pow(found.precision().standardErrors().at("A", "B"), 2);
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (trainings - 1);
    return squares / trainings / variance;
  }
}
