package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.captures;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;

import org.junit.jupiter.api.Test;

class CaptureTest {
  @Test
  void aNumberOfCapturesIsSpreadOverTheWindow() {
    assertEquals(19, captures(100).pace().every(1960));
    assertEquals(1, captures(100).pace().every(100));
    assertEquals(1, captures(100).pace().every(3));
    assertEquals(30_000_000, captures(100).pace().every(3_000_000_000L));
    assertEquals(7, captureEvery(7).pace().every(1960));
  }

  @Test
  void aWindowWithTooFewStepsBeginsEarlier() {
    assertEquals(7840, captures(100).firstStep(9800, 196));
    assertEquals(300, captures(100).firstStep(400, 8), "not 320: 100 steps, each of them");
    assertEquals(0, captures(100).firstStep(80, 8), "the whole training");
    assertEquals(0, captures(100).window(all()).firstStep(9800, 196));
    assertEquals(64, captureEvery(10).firstStep(80, 8), "an interval keeps the window as it is");
  }

  @Test
  void whatIsSaidInStepsKeepsItsPrintedForm() {
    assertEquals(
        "captureEvery(10).window(last(0.2)).absent(Absent.MISSING)", captureEvery(10).toString());
    assertEquals(1, captureEvery(10).batches());
    assertEquals(2, captures(5).crossBatches(2).window(Mtl.all()).absent(Absent.ZERO).batches());
    assertEquals(new Capture(10, Mtl.last(0.2), Absent.MISSING), captureEvery(10));
    assertEquals(
        "labelCorrelation(Rows.ALL).minimumShared(20)", labelCorrelation(Rows.ALL).toString());
  }

  @Test
  void newExperimentsSayTheirDefaults() {
    String printed = experiment("e", dataset("tox21")).toString();
    assertTrue(
        printed.contains(".capture(captures(100).window(last(0.2)).absent(Absent.MISSING))"),
        printed);
    assertTrue(
        printed.contains("labelCorrelation(Rows.ALL).minimumShared(20).minimumExpected(5)"),
        printed);
    assertEquals(printed, Experiment.read(printed).toString());
  }

  /** As descriptions were printed before both were there. */
  @Test
  void oldDescriptionsKeepTheirMeaning() {
    String old =
        experiment("e", dataset("tox21"))
            .capture(captureEvery(10))
            .labelCorrelation(labelCorrelation(Rows.ALL))
            .toString();
    assertTrue(
        old.contains(".capture(captureEvery(10).window(last(0.2)).absent(Absent.MISSING))"), old);
    assertTrue(old.contains(".labelCorrelation(labelCorrelation(Rows.ALL).minimumShared(20))"));
    Experiment read = Experiment.read(old);
    assertEquals(old, read.toString());
    assertEquals(0, read.labelCorrelation().minimumExpected());
    assertEquals(10, read.capture().every());
  }
}
