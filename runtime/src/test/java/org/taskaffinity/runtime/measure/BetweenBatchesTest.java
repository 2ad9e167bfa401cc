package org.taskaffinity.runtime.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Measures between batches of made-up gradients: tasks A and B have expected gradients at an angle
 * of 60 degrees and share their noise; C has noise alone.
 */
class BetweenBatchesTest {
  private static final List<String> TASKS = List.of("A", "B", "C");
  private static final int K = 3;
  private static final int P = 40;
  private static final int STEPS = 400;

  private final Captured captured = captured(new Random(5));

  private static float[][] batch(Random random) {
    float[][] rows = new float[K][P];
    for (int p = 0; p < P; p++) {
      float noise = (float) random.nextGaussian();
      for (float[] row : rows) {
        row[p] = noise + (float) (0.3 * random.nextGaussian());
      }
    }
    rows[0][0] += 4;
    rows[1][0] += 2;
    rows[1][1] += (float) (2 * Math.sqrt(3));
    return rows;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < P; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }

  private static Captured captured(Random random) {
    List<float[]> cosines = new ArrayList<>();
    List<float[]> norms = new ArrayList<>();
    List<float[]> across = new ArrayList<>();
    long[] steps = new long[STEPS];
    for (int t = 0; t < STEPS; t++) {
      steps[t] = t;
      float[][] own = batch(random);
      float[][] other = batch(random);
      float[] cosine = new float[K * K];
      float[] norm = new float[K];
      float[] product = new float[K * K];
      for (int i = 0; i < K; i++) {
        norm[i] = (float) Math.sqrt(dot(own[i], own[i]));
        for (int j = 0; j < K; j++) {
          double norms2 = Math.sqrt(dot(own[i], own[i]) * dot(own[j], own[j]));
          cosine[i * K + j] = (float) (dot(own[i], own[j]) / norms2);
          product[i * K + j] = (float) ((dot(own[i], other[j]) + dot(own[j], other[i])) / 2);
        }
      }
      cosines.add(cosine);
      norms.add(norm);
      across.add(product);
    }
    return new Captured(TASKS, steps, cosines, norms, Optional.of(across));
  }

  @Test
  void theSignalAffinityIsTheCosineOfExpectedGradients() {
    Measured found = new SignalAffinity().of(captured, false);
    assertEquals(0.5, found.values().at("A", "B"), 0.05);
    assertEquals(1, found.values().at("A", "A"), 1e-12);
    assertTrue(Double.isNaN(found.values().at("A", "C")), "C has no signal");
    double low = found.precision().low().at("A", "B");
    double high = found.precision().high().at("A", "B");
    assertTrue(low < 0.5 && 0.5 < high && high - low < 0.2, low + " to " + high);
  }

  @Test
  void theSharesAddUpToTheCosineOfMeanProducts() {
    TaskMatrix whole = new CosineOfMeanProducts().of(captured, false).values();
    TaskMatrix signal = new CosineShare(true).of(captured, false).values();
    TaskMatrix sampling = new CosineShare(false).of(captured, false).values();
    for (String[] pair : new String[][] {{"A", "B"}, {"A", "C"}, {"B", "C"}}) {
      double sum = signal.at(pair[0], pair[1]) + sampling.at(pair[0], pair[1]);
      assertEquals(whole.at(pair[0], pair[1]), sum, 1e-6);
    }
    // ⟨E g_A, E g_B⟩ = 8, noise of 40 parameters with variance 1 shared, 1.09 in all, norms 16 +
    // 43.6
    assertEquals(8 / 59.6, signal.at("A", "B"), 0.01);
    assertEquals(40 / 59.6, sampling.at("A", "B"), 0.01);
    assertEquals(0, signal.at("A", "C"), 0.02);
  }
}
