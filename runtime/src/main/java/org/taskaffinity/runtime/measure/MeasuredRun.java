package org.taskaffinity.runtime.measure;

import java.util.function.Supplier;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.analysis.Probing;
import org.taskaffinity.runtime.analysis.ResultBuilder;
import org.taskaffinity.runtime.plan.Preparation;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.record.CaptureFile;
import org.taskaffinity.runtime.run.Engine;
import org.taskaffinity.runtime.run.TrainedEncoder;

/** A run and all that a measure may ask of it; what costs something is fetched when asked. */
public final class MeasuredRun {
  private final Result result;
  private final Preparation preparation;
  private final Supplier<Engine> engine;
  private final Progress progress;

  public MeasuredRun(
      Result result, Preparation preparation, Supplier<Engine> engine, Progress progress) {
    this.result = result;
    this.preparation = preparation;
    this.engine = engine;
    this.progress = progress;
  }

  Result result() {
    return result;
  }

  /** The captured steps of its window, from its folder. */
  Captured captured() {
    return CaptureFile.read(result.folder());
  }

  /** E of its data and split, of the rows that are asked for. */
  TaskMatrix labelCorrelation(LabelCorrelation asked) {
    Experiment experiment = result.experiment();
    return asked.equals(experiment.labelCorrelation())
        ? result.labelCorrelation()
        : labelCorrelation(preparation.of(experiment.labelCorrelation(asked)));
  }

  /** E of an experiment, without training. */
  public static TaskMatrix labelCorrelation(Prepared prepared) {
    return new TaskMatrix(prepared.tasks(), ResultBuilder.labelsOf(prepared).observed());
  }

  /** Its encoder, probed by each task. */
  public Task2Vec task2vec() {
    Prepared prepared = preparation.of(result.experiment());
    TrainedEncoder encoder = new TrainedEncoder(prepared, result, engine.get(), progress);
    return Probing.of(prepared, encoder.ofTrainingRows(), progress);
  }
}
