package org.taskaffinity.runtime.measure;

import java.util.Arrays;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.stats.PairPrecision;

/**
 * The fraction of steps at which two gradients have a negative cosine: the gradients conflict (Yu
 * et al. 2020, arXiv 2001.06782, Definition 1). The precision has no p, for a rate of 0 is no
 * natural hypothesis.
 */
final class ConflictRate implements StepStatistic {
  @Override
  public Measured of(Captured captured, boolean absentIsZero) {
    Precision rates =
        PairPrecision.overCaptures(
            captured, (i, j) -> conflicts(captured.cosines(i, j), absentIsZero));
    return new Measured(
        new TaskMatrix(captured.tasks(), MeanCosine.over(captured, absentIsZero).conflictRate()),
        new Precision(
            rates.over(),
            rates.captures(),
            rates.standardErrors(),
            rates.low(),
            rates.high(),
            rates.p().map(p -> Double.NaN)));
  }

  private static double[] conflicts(double[] cosines, boolean absentIsZero) {
    double[] read = PairPrecision.read(cosines, absentIsZero);
    return Arrays.stream(read).map(c -> c < 0 ? 1 : 0).toArray();
  }
}
