package org.taskaffinity.runtime.measure;

import java.util.function.Supplier;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.runtime.plan.Prepared;

/** How a measure is computed of one run. */
interface Measurement {
  Measured of(MeasuredRun run);

  /**
   * What it costs on top of the run.
   *
   * @param prepared the experiment and its data, worked out when asked
   */
  default MeasureCost cost(Supplier<Prepared> prepared) {
    return MeasureCost.NOTHING;
  }
}
