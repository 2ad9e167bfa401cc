package org.taskaffinity.runtime.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StepBenchmarkTest {

  @Test
  void timesAreReportedBesideThoseOfTheProducts() {
    StepTimes times = new StepBenchmark(2, 5, .2).run(1, 3, Device.cpu());
    assertEquals(160, times.atoms());
    assertTrue(times.step() > 0 && times.captureProducts() > 0);
    assertEquals(times.step() / times.stepProducts(), times.stepRatio());
    StepTimes known = new StepTimes(12, 32, 606, 2, 9, 12, 4, 50, 25);
    assertEquals(
        "K = 12, 606 atoms, 2 threads: step 12.0 ms (products 4.0, ratio 3.00),"
            + " capture 50.0 ms (products 25.0, ratio 2.00)",
        known.toString());
  }

  /** The margin is what a quiet machine with two cores keeps well below. */
  @Test
  @Tag("slow")
  void aStepAndACaptureStayNearTheirProducts() {
    StepTimes times = StepBenchmark.tox21().run(20, 60, Device.cpu());
    assertTrue(times.stepRatio() < 3.5, times.toString());
    assertTrue(times.captureRatio() < 2.5, times.toString());
  }
}
