package org.taskaffinity.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Schedule;

class OptimizerSettingsTest {

  /** The middle of half a cosine is the mean of its ends; the end itself is never trained at. */
  @Test
  void theCosineStartsAtTheRateAndPassesTheMiddle() {
    OptimizerSettings o =
        new OptimizerSettings(
            1e-3, 0.01, UpdateRule.ADAM_W, 1, Schedule.COSINE, 50, 32, new Combination.Mean());
    assertEquals(1e-3, o.rate(0), 1e-18);
    assertEquals((1e-3 + 1e-5) / 2, o.rate(25), 1e-18);
    assertEquals(1e-5, o.rate(50), 1e-18);
  }

  @Test
  void aConstantRateStays() {
    assertEquals(2e-3, OptimizerSettings.adamW(2e-3, 10, 32).rate(9));
  }

  @Test
  void aRateOfZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.adamW(0, 10, 32));
    assertThrows(IllegalArgumentException.class, () -> OptimizerSettings.adamW(Double.NaN, 10, 32));
  }

  @Test
  void onlyClassificationHasPositivesToWeight() {
    assertThrows(
        IllegalArgumentException.class, () -> new Target("logS", Target.Kind.REGRESSION, 2));
  }
}
