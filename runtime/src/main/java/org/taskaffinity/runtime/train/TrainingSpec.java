package org.taskaffinity.runtime.train;

import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Stopping;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.CaptureSchedule;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Everything a training is told.
 *
 * @param architecture the network's sizes
 * @param optimisation how parameters are moved
 * @param targets the K tasks
 * @param looks at which steps gradients are captured
 * @param stopping when to end early
 * @param inputs what the encoder reads, by row
 * @param trainingLabels labels that training may see, standardised where they are regressions
 * @param heldOut how validation and test are judged
 * @param rows which rows train, validate and test
 * @param seeds the experiment's streams
 */
public record TrainingSpec(
    Architecture architecture,
    OptimizerSettings optimisation,
    List<Target> targets,
    CaptureSchedule looks,
    Optional<Stopping> stopping,
    Inputs inputs,
    Labels trainingLabels,
    HeldOut heldOut,
    RowSets rows,
    Seeds seeds) {
  public TrainingSpec {
    targets = List.copyOf(targets);
  }

  /**
   * Row numbers.
   *
   * @param training at least one
   * @param validation may be empty
   * @param test may be empty
   */
  public record RowSets(int[] training, int[] validation, int[] test) {}

  /**
   * How rows that did not train are judged.
   *
   * @param labels all measured labels, standardised as in training
   * @param metrics each task's own metric, [K]
   * @param scale what one standardised unit is in the label's own, [K]; 1 for classifications
   */
  public record HeldOut(Labels labels, List<Metric> metrics, double[] scale) {}

  /** Updates an epoch. */
  public int stepsPerEpoch() {
    return order().batches();
  }

  /** Makes its training batches in a form. */
  public BatchMaker batchMaker(Batch.Form form) {
    return new BatchMaker(form, architecture, targets, inputs, trainingLabels, seeds);
  }

  /** The order of its training batches. */
  public BatchOrder order() {
    return BatchOrder.shuffled(
        rows.training(), optimisation.batchSize(), architecture.couplesRows(), seeds);
  }
}
