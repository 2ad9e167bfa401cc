package org.taskaffinity.runtime.measure;

import org.taskaffinity.dsl.Captured;

/** What is taken over the captured steps of a run. */
interface StepStatistic {

  /**
   * @param captured the steps that are read, in the order of time
   * @param absentIsZero whether a task without a label counts as one with a gradient of 0, or the
   *     step is left out for its pairs
   */
  Measured of(Captured captured, boolean absentIsZero);
}
