package org.taskaffinity.runtime.measure;

import java.util.Locale;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.CaptureMeasure;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.RunRecord;

/**
 * A measure of the captured steps that are stored with a run.
 *
 * @param measure what was asked
 * @param statistic what is taken over the steps
 */
record StoredCaptures(CaptureMeasure measure, StepStatistic statistic) implements Measurement {
  @Override
  public Measured of(MeasuredRun run) {
    Captured captured = chosen(run.result(), run.captured());
    if (measure.statistic().crossed() && !captured.crossed()) {
      throw new PlanException(
          "The "
              + measure.name()
              + " is read between mini-batches, and run "
              + run.result().record().id().substring(0, 12)
              + " captured one batch a step.\n  write: "
              + Remedy.crossBatches(2)
              + " in its experiment, and run it again");
    }
    boolean absentIsZero = run.result().experiment().capture().absent() == Absent.ZERO;
    return statistic.of(captured, absentIsZero);
  }

  /** The captures of the epochs that were asked for. */
  Captured chosen(Result result, Captured stored) {
    if (measure.everyCapture()) {
      return stored;
    }
    RunRecord record = result.record();
    long perEpoch = record.steps() / record.epochs();
    long first = (measure.firstEpoch() - 1) * perEpoch;
    Captured chosen = stored.between(first, measure.lastEpoch() * perEpoch);
    Capture capture = result.experiment().capture();
    long window = Math.min(stored.step(0), capture.firstStep(record.steps(), perEpoch));
    if (first < window || measure.lastEpoch() > record.epochs() || chosen.size() == 0) {
      throw notStored(record, stored, (window + perEpoch - 1) / perEpoch + 1);
    }
    return chosen;
  }

  /**
   * @param whole the first epoch of which every step is in the window
   */
  private PlanException notStored(RunRecord record, Captured stored, long whole) {
    String asked =
        "The " + measure.name() + " of run " + record.id().substring(0, 12) + " cannot be read: ";
    String known =
        String.format(
            Locale.ROOT,
            "it stores captures of steps %d to %d of %d, in %d epochs.",
            stored.step(0),
            stored.step(stored.size() - 1),
            record.steps(),
            record.epochs());
    String other =
        whole > record.epochs()
            ? ""
            : measure.epochs((int) whole, record.epochs()) + " for those it has, or ";
    return new PlanException(
        asked
            + known
            + "\n  write: "
            + other
            + ".capture(captureEvery(10).window(all())) in the experiment for captures of every"
            + " epoch, and run it again");
  }
}
