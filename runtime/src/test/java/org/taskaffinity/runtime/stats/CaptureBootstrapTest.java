package org.taskaffinity.runtime.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

class CaptureBootstrapTest {
  private final Stream stream = new Seeds(9).stream("captures");

  /** Two tasks; value t at step t. */
  private static double[][][] ramp(int steps) {
    double[][][] captures = new double[steps][][];
    for (int t = 0; t < steps; t++) {
      captures[t] = new double[][] {{1, t}, {t, 1}};
    }
    return captures;
  }

  @Test
  void aValueUndefinedAtAStepIsLeftOutOfTheMean() {
    double[][][] captures = ramp(3);
    captures[1][0][1] = captures[1][1][0] = Double.NaN;
    assertArrayEquals(new double[] {1, 1}, CaptureBootstrap.of(captures).mean()[0]);
    captures[0][0][1] = captures[0][1][0] = 7;
    assertArrayEquals(new double[] {1, 4.5}, CaptureBootstrap.of(captures).mean()[0]);
  }

  @Test
  void aBlockOfAllStepsIsTheMeanItself() {
    CaptureBootstrap captures = CaptureBootstrap.of(ramp(8), 8);
    assertEquals(3.5, captures.draw(stream)[0][1], 1e-15);
    assertEquals(2, CaptureBootstrap.of(ramp(8)).blockLength());
  }

  /**
   * In a walk of correlation φ = 0.9 the mean of T values varies by σ² / (1 − φ)² / T, which draws
   * of single steps miss by a factor of 19 and blocks of 100 by their ends only.
   */
  @Test
  void blocksKnowThatNeighboursResembleOneAnother() {
    double[][][] walk = ramp(20_000);
    double value = 0;
    for (double[][] capture : walk) {
      value = .9 * value + stream.nextGaussian();
      capture[0][1] = capture[1][0] = value;
    }
    double truth = 1 / .01 / walk.length;
    assertEquals(1, variance(CaptureBootstrap.of(walk, 100)) / truth, .3);
    assertEquals(1 / 19.0, variance(CaptureBootstrap.of(walk, 1)) / truth, .02);
  }

  private double variance(CaptureBootstrap captures) {
    double[] means = new double[1_000];
    for (int d = 0; d < means.length; d++) {
      means[d] = captures.draw(stream)[0][1];
    }
    return Moments.squares(means) / (means.length - 1);
  }

  @Test
  void singlePrecisionIsReadTheSame() {
    float[][][] narrow = {{{1, .25f}, {.25f, 1}}, {{1, .75f}, {.75f, 1}}};
    assertEquals(.5, CaptureBootstrap.of(narrow).mean()[0][1]);
    assertEquals(2, CaptureBootstrap.of(narrow).steps());
  }

  @Test
  void aBlockLongerThanTheTrainingIsRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> CaptureBootstrap.of(ramp(3), 4))
            .getMessage();
    assertEquals("Blocks of 3 captured steps have 1 to 3 steps, not 4.", message);
  }
}
