package org.taskaffinity.runtime.measure;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.taskaffinity.dsl.CaptureMeasure;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Results;
import org.taskaffinity.dsl.Task2VecMeasure;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.runtime.analysis.Relating;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.stats.PairPrecision;

/** Computes measures of affinity; the table of which class computes which. */
public final class Measurements {
  private static final Measure.Cases<Measurement> TABLE =
      new Measure.Cases<>() {
        @Override
        public Measurement captures(CaptureMeasure measure) {
          return new StoredCaptures(
              measure,
              switch (measure.statistic()) {
                case COSINE -> new MeanCosine();
                case COSINE_OF_MEAN_PRODUCTS -> new CosineOfMeanProducts();
                case CONFLICT_RATE -> new ConflictRate();
                case FIRST_ORDER_LOOKAHEAD -> new FirstOrderLookahead();
                case SIGNAL_AFFINITY -> new SignalAffinity();
                case SIGNAL_SHARE -> new CosineShare(true);
                case SAMPLING_SHARE -> new CosineShare(false);
              });
        }

        @Override
        public Measurement labelCorrelation(LabelCorrelation measure) {
          return run -> Measured.alone(run.labelCorrelation(measure));
        }

        @Override
        public Measurement task2vec(Task2VecMeasure measure) {
          return new FisherCosine(measure);
        }
      };

  private Measurements() {}

  /**
   * The mean of a measure over runs.
   *
   * @throws PlanException if they differ in more than their seed
   */
  public static MeasuredAffinity of(
      Measure measure, List<Result> results, Function<Result, MeasuredRun> run) {
    requireSeeds(results);
    Measurement measurement = measure.fold(TABLE);
    List<Measured> each = results.stream().map(run).map(measurement::of).toList();
    List<Long> seeds = results.stream().map(result -> result.experiment().seed()).toList();
    return each.size() == 1
        ? new MeasuredAffinity(measure, seeds, each.get(0).values(), each.get(0).precision())
        : pooled(measure, seeds, each);
  }

  /** What a measure costs on top of a run. */
  public static MeasureCost cost(Measure measure, Supplier<Prepared> prepared) {
    return measure.fold(TABLE).cost(prepared);
  }

  private static void requireSeeds(List<Result> results) {
    if (results.isEmpty()) {
      throw new PlanException("There is no run to measure. Write at least one result.");
    }
    if (Results.alikeButForSeed(results).size() > 1) {
      throw new PlanException(
          "These runs differ in more than their seed, so a mean over them says nothing. Write one"
              + " affinity(…) for each condition.");
    }
    long different = results.stream().map(result -> result.experiment().seed()).distinct().count();
    if (different < results.size()) {
      throw new PlanException(
          "Two of these runs have the same seed, so they are one run. Write each result once.");
    }
  }

  private static MeasuredAffinity pooled(Measure measure, List<Long> seeds, List<Measured> each) {
    List<String> tasks = each.get(0).values().tasks();
    double[][][] values = matrices(each, Measured::values);
    boolean sampled = measure.needs() != Measure.Needs.LABELS && !measure.directed();
    Precision precision =
        sampled
            ? PairPrecision.overSeeds(tasks, values, matrices(each, m -> m.precision().captures()))
            : Precision.unknown(tasks);
    TaskMatrix mean = new TaskMatrix(tasks, Relating.mean(values));
    return new MeasuredAffinity(measure, seeds, mean, precision);
  }

  private static double[][][] matrices(List<Measured> each, Function<Measured, TaskMatrix> which) {
    return each.stream().map(which).map(TaskMatrix::values).toArray(double[][][]::new);
  }
}
