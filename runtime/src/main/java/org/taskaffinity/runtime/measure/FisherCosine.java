package org.taskaffinity.runtime.measure;

import java.util.function.Supplier;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.Task2VecMeasure;
import org.taskaffinity.runtime.plan.Prepared;

/** Task2Vec: each task is probed on the representation that the trained encoder gives. */
record FisherCosine(Task2VecMeasure measure) implements Measurement {
  @Override
  public Measured of(MeasuredRun run) {
    return Measured.alone(run.task2vec().compared(measure.fisher()));
  }

  /** The training molecules are encoded once, and each task has a probe. */
  @Override
  public MeasureCost cost(Supplier<Prepared> prepared) {
    Prepared sizes = prepared.get();
    int molecules = sizes.assignment().rows().training().length;
    return new MeasureCost(0, molecules, sizes.tasks().size());
  }
}
