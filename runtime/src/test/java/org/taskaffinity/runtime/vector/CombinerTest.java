package org.taskaffinity.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.combine.Combiner;
import org.taskaffinity.runtime.combine.TaskRows;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.UpdateRule;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.train.Batch.Form;
import org.taskaffinity.runtime.train.CaptureMode;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.State;
import org.taskaffinity.runtime.train.Trainer;

/** Combined task gradients in both engines: d = Σ_t w_t g_t on the encoder, g_t on the heads. */
class CombinerTest {

  /** w_t = 1 / (a running mean of ‖g_t‖): reads the Gram matrix, and remembers. */
  private static final class EvenNorms implements Combiner {
    private final float[] mean;

    EvenNorms(int tasks) {
      mean = new float[tasks];
    }

    @Override
    public boolean readsRows() {
      return true;
    }

    @Override
    public double[] weights(TaskRows rows) {
      double[] weights = new double[rows.tasks()];
      for (int t = 0; t < weights.length; t++) {
        if (rows.present()[t]) {
          mean[t] = (float) (.5 * mean[t] + .5 * Math.sqrt(rows.gram()[t][t]));
          weights[t] = (t % 2 == 0 ? 1 : -.5) / (mean[t] + .1);
        } else {
          weights[t] = Double.NaN; // is not read
        }
      }
      return weights;
    }

    @Override
    public Map<String, float[]> memory() {
      return Map.of("mean", mean.clone());
    }

    @Override
    public void remember(Map<String, float[]> memory) {
      System.arraycopy(memory.get("mean"), 0, mean, 0, mean.length);
    }
  }

  /** Answers with what it was given. */
  private record Given(double[] weights) implements Combiner {
    @Override
    public boolean readsRows() {
      return true;
    }

    @Override
    public double[] weights(TaskRows rows) {
      return weights;
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** With momentum 0, where a step is a multiple of the direction. */
  private static Case plain(long seed) {
    Case random = Case.random(seed);
    return new Case(
        random.architecture(),
        random.combination(),
        random.rows(),
        random.missing(),
        seed,
        new UpdateRule.Momentum(0));
  }

  /**
   * With the weights e_t the encoder moves by −r g_t: the inner products of these moves are r²
   * times the captured Gram matrix. Any other weights move it by the same combination of these
   * moves, and the heads move by their own gradients whatever the weights are.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void theEncoderFollowsTheWeightedSumAndEachHeadItsOwnLoss(long seed) {
    Case random = Case.random(seed);
    int tasks = random.architecture().tasks();
    Capture seen;
    try (Learner plain = random.exact()) {
      seen = plain.capture(random.batch(Form.TENSORS, 0), CaptureMode.GRAM);
    }
    float[][] encoder = new float[tasks][];
    double[] w = new double[tasks];
    float[] heads = moved(random, new double[tasks], "parameter/heads");
    for (int t = 0; t < tasks; t++) {
      double[] one = new double[tasks];
      one[t] = 1;
      w[t] = t % 2 == 0 ? 1 + t : -.5;
      encoder[t] = moved(random, one, "parameter/encoder");
      assertArrayEquals(heads, moved(random, one, "parameter/heads"), 1e-6f);
    }
    double share = new EqualShare(random).share();
    float[] sum = new float[encoder[0].length];
    for (int i = 0; i < tasks; i++) {
      for (int j = 0; j < tasks; j++) {
        double expected = seen.gram()[i][j] * share * share;
        if (!Double.isNaN(expected)) {
          double scale = Math.sqrt(seen.gram()[i][i] * seen.gram()[j][j]) * share * share;
          assertEquals(expected, dot(encoder[i], encoder[j]), 1e-4 * scale + 1e-9);
        }
      }
      for (int p = 0; p < sum.length; p++) {
        sum[p] += (float) (w[i] * encoder[i][p]);
      }
    }
    float[] all = moved(random, w, "parameter/encoder");
    assertEquals(0, Case.apart(sum, all), 1e-4);
  }

  /** The share that the combination of a case gives each loss. */
  private record EqualShare(Case random) {
    double share() {
      return random.combination() instanceof Combination.Mean
          ? 1.0 / random.architecture().tasks()
          : 1;
    }
  }

  /** θ' − θ of one step in double at rate 1, without decay, momentum and clipping. */
  private static float[] moved(Case random, double[] weights, String part) {
    double share = new EqualShare(random).share();
    Combiner given =
        new Combiner() {
          @Override
          public double share(int tasks) {
            return share;
          }

          @Override
          public boolean readsRows() {
            return true;
          }

          @Override
          public double[] weights(TaskRows rows) {
            return weights;
          }
        };
    OptimizerSettings descent =
        new OptimizerSettings(
            1, 0, new UpdateRule.Momentum(0), 0, Schedule.CONSTANT, 1, 20, new Combination.Sum());
    try (Learner learner =
        new Trainer(
            random.architecture(),
            random.targets(),
            descent,
            random.seeds(),
            Device.cpu(),
            DataType.FLOAT64,
            given)) {
      float[] before = flat(learner.save(), part);
      assertEquals(
          Optional.empty(), learner.step(random.batch(Form.TENSORS, 0)).capture(), "not asked for");
      float[] after = flat(learner.save(), part);
      for (int p = 0; p < after.length; p++) {
        after[p] -= before[p];
      }
      return after;
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int p = 0; p < a.length; p++) {
      sum += (double) a[p] * b[p];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothEnginesTakeTheSameSteps(long seed) {
    Case random = plain(seed);
    int tasks = random.architecture().tasks();
    try (Learner exact = random.djl(DataType.FLOAT64, new EvenNorms(tasks));
        Learner djl = random.djl(DataType.FLOAT32, new EvenNorms(tasks));
        Learner java = random.java(1 + (int) (seed % 3), new EvenNorms(tasks))) {
      for (int s = 0; s < 3; s++) {
        double norm = exact.step(random.batch(Form.TENSORS, s)).gradientNorm();
        double other = djl.step(random.batch(Form.TENSORS, s)).gradientNorm();
        double own = java.step(random.batch(Form.ARRAYS, s)).gradientNorm();
        assertEquals(1, own / norm, Case.allowed(Math.abs(other / norm - 1)), random.toString());
        State truth = exact.save();
        for (String part : new String[] {"parameter/encoder", "parameter/heads", "combination/"}) {
          float[] a = flat(truth, part);
          double apart = Case.apart(a, flat(djl.save(), part));
          assertEquals(0, Case.apart(a, flat(java.save(), part)), Case.allowed(apart), part);
        }
        djl.restore(truth);
        java.restore(truth);
      }
    }
  }

  /** What it remembers is in the state: a training that was resumed has the same bits. */
  @ParameterizedTest
  @ValueSource(longs = {3, 11})
  void aResumedTrainingHasTheSameBits(long seed) {
    Case random = plain(seed);
    int tasks = random.architecture().tasks();
    try (Learner whole = random.java(2, new EvenNorms(tasks));
        Learner first = random.java(2, new EvenNorms(tasks));
        Learner second = random.java(2, new EvenNorms(tasks))) {
      for (int s = 0; s < 4; s++) {
        whole.step(random.batch(Form.ARRAYS, s), s == 2 ? CaptureMode.GRAM : CaptureMode.NONE);
      }
      first.step(random.batch(Form.ARRAYS, 0));
      first.step(random.batch(Form.ARRAYS, 1));
      second.restore(first.save());
      second.step(random.batch(Form.ARRAYS, 2));
      second.step(random.batch(Form.ARRAYS, 3));
      whole
          .save()
          .arrays()
          .forEach((name, a) -> assertArrayEquals(a, second.save().arrays().get(name), name));
    }
  }

  @Test
  void weightsThatCannotBeUsedAreRefusedAndChangeNothing() {
    Case random = plain(5);
    int tasks = random.architecture().tasks();
    double[] notFinite = new double[tasks];
    Arrays.fill(notFinite, Double.NaN);
    for (Form form : Form.values()) {
      refused(random, form, new Given(notFinite), "the weight NaN at step 2");
      refused(random, form, new Given(new double[tasks + 1]), (tasks + 1) + " weights at step 2");
      refused(random, form, new Given(null), "gave nothing at step 2");
      refused(
          random,
          form,
          new Combiner() {
            @Override
            public boolean readsRows() {
              return true;
            }

            @Override
            public double[] weights(TaskRows rows) {
              throw new IllegalStateException("no idea");
            }
          },
          "failed at step 2: java.lang.IllegalStateException: no idea");
    }
  }

  private static void refused(Case random, Form form, Combiner combiner, String words) {
    try (Learner learner =
        form == Form.ARRAYS ? random.java(1, combiner) : random.djl(DataType.FLOAT32, combiner)) {
      State before = learner.save();
      RunException refused =
          assertThrows(RunException.class, () -> learner.step(random.batch(form, 2)));
      assertTrue(refused.getMessage().contains(words), refused.getMessage());
      learner
          .save()
          .arrays()
          .forEach((name, a) -> assertArrayEquals(before.arrays().get(name), a, name));
    }
  }

  private static float[] flat(State state, String part) {
    int count = 0;
    Map<String, float[]> chosen = new TreeMap<>();
    for (var entry : state.arrays().entrySet()) {
      if (entry.getKey().startsWith(part)) {
        chosen.put(entry.getKey(), entry.getValue());
        count += entry.getValue().length;
      }
    }
    float[] flat = new float[count];
    int at = 0;
    for (float[] array : chosen.values()) {
      System.arraycopy(array, 0, flat, at, array.length);
      at += array.length;
    }
    return flat;
  }
}
