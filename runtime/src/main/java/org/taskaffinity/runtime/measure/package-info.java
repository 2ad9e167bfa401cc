/**
 * Measures of task affinity: how each {@link org.taskaffinity.dsl.Measure} is computed of a run.
 *
 * <p>{@link org.taskaffinity.runtime.measure.Measurements} holds the table of which class computes
 * which measure. To add a measure:
 *
 * <ul>
 *   <li>of the stored captures: a constant of {@link org.taskaffinity.dsl.CaptureMeasure.Statistic}
 *       with its verb in {@link org.taskaffinity.dsl.Mtl}, a {@code StepStatistic} here, and its
 *       line in the table, which does not compile without;
 *   <li>of something else: a record that implements {@link org.taskaffinity.dsl.Measure}, named
 *       there with its case, and its verb; a {@code Measurement} here; and its line in the table,
 *       which does not compile without. What it needs of a run is asked of {@code MeasuredRun}.
 * </ul>
 */
package org.taskaffinity.runtime.measure;
