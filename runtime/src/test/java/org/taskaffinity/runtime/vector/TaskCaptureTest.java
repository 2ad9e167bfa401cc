package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.train.Batch.Form;
import org.taskaffinity.runtime.train.CaptureMode;
import org.taskaffinity.runtime.train.Learner;

/** Captures of this engine against DJL's. */
class TaskCaptureTest {

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCaptureIsThatOfTheOracle(long seed) {
    compare(seed, Case.random(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void soItIsWithManyTasks(long seed) {
    compare(seed, Case.many(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void andWithFew(long seed) {
    compare(seed, Case.few(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void andWithTasksThatABatchLacks(long seed) {
    compare(seed, Case.sparse(seed));
  }

  private static void compare(long seed, Case random) {
    try (Learner exact = random.exact();
        Learner djl = random.djl();
        Learner java = random.java(1 + (int) (seed % 3))) {
      for (int s = 0; s < 2; s++) {
        Capture truth = exact.capture(random.batch(Form.TENSORS, s), CaptureMode.GRADIENTS);
        Capture other = djl.capture(random.batch(Form.TENSORS, s), CaptureMode.GRADIENTS);
        Capture found = java.capture(random.batch(Form.ARRAYS, s), CaptureMode.GRADIENTS);
        for (int t = 0; t < truth.gram().length; t++) {
          float[] gradient = truth.gradients()[t];
          assertEquals(gradient == null, found.gradients()[t] == null);
          if (gradient != null) {
            double apart = Case.apart(gradient, other.gradients()[t]);
            double own = Case.apart(gradient, found.gradients()[t]);
            assertEquals(0, own, Case.allowed(apart), "task " + t + ": " + random);
          }
        }
        assertTrue(apart(truth.gram(), found.gram()) < 1e-4, random.toString());
        assertCosines(truth, other, found, random.toString());
        Capture alone = java.capture(random.batch(Form.ARRAYS, s), CaptureMode.GRAM);
        assertArrayEquals(found.gram(), alone.gram());
      }
    }
  }

  private static void assertCosines(Capture truth, Capture other, Capture found, String what) {
    double[][] exact = truth.cosines();
    for (int i = 0; i < exact.length; i++) {
      for (int j = 0; j < exact.length; j++) {
        double apart = Math.abs(exact[i][j] - other.cosines()[i][j]);
        double allowed = Double.isNaN(apart) ? 1e-5 : Case.allowed(apart);
        assertEquals(exact[i][j], found.cosines()[i][j], allowed, what);
      }
    }
  }

  private static double apart(double[][] a, double[][] b) {
    double size = 0;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        if (!Double.isNaN(a[i][j])) {
          size += a[i][j] * a[i][j];
          difference += Math.pow(a[i][j] - b[i][j], 2);
        }
      }
    }
    return Math.sqrt(difference / size);
  }
}
