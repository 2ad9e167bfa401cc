package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.gradient.AffinityMean;
import org.taskaffinity.runtime.gradient.AffinityMean.Missing;
import org.taskaffinity.runtime.stats.PairPrecision;

/** The mean over the steps of the cosine of two gradients. */
final class MeanCosine implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    return new Measured(
        new TaskMatrix(captured.tasks(), over(captured, absentIsZero).mean()),
        PairPrecision.overCaptures(captured, absentIsZero));
  }

  static AffinityMean over(Captured captured, boolean absentIsZero) {
    return AffinityMean.of(captured, absentIsZero ? Missing.READ_AS_ZERO : Missing.SKIPPED);
  }
}
