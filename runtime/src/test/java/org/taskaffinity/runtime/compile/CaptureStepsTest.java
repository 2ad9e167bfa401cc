package org.taskaffinity.runtime.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.captures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureStepsTest {
  /** 240 rows in batches of 32 are 8 steps per epoch: 10 epochs make 80 steps, 50 make 400. */
  @ParameterizedTest
  @CsvSource({
    "1,     1,   1,   1",
    "80,    8,   1,   80",
    "99,    9,   1,   99",
    "100,   10,  1,   100",
    "400,   8,   1,   100",
    "500,   10,  1,   100",
    "900,   10,  1,   180",
    "1000,  10,  2,   100",
    "9800,  196, 19,  103",
    "100000,100, 200, 100"
  })
  void theDefaultCapturesAHundredStepsOrAll(
      long steps, long stepsPerEpoch, int every, long expected) {
    CaptureSchedule looks = Compiler.looks(captures(100), steps, stepsPerEpoch, false);
    assertEquals(every, looks.every());
    assertEquals(expected, looks.looks(steps));
  }

  @Test
  void whatMayEndEarlyIsCapturedFromTheFirstStepOn() {
    CaptureSchedule looks = Compiler.looks(captures(100), 9800, 196, true);
    assertEquals(0, looks.from());
    assertEquals(19, looks.every());
  }

  @Test
  void anIntervalMeansWhatItDid() {
    assertEquals(1, Compiler.looks(captureEvery(10), 80, 8, false).looks(80));
    assertEquals(196, Compiler.looks(captureEvery(10), 9800, 196, false).looks(9800));
  }
}
