package org.taskaffinity.scripts;

import java.util.List;
import org.taskaffinity.dsl.Measure;
import org.taskaffinity.dsl.MeasureCost;
import org.taskaffinity.dsl.MeasuredAffinity;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Precision;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskMatrix;

/** Made-up measures of the results of a {@link FakeRunner}. */
final class FakeMeasures {
  private FakeMeasures() {}

  /** G for the cosine, the conflict rate for any other. */
  static MeasuredAffinity of(List<Result> results, Measure measure) {
    Result first = results.get(0);
    TaskMatrix values = measure.equals(Mtl.cosine()) ? first.affinity() : first.conflictRate();
    List<Long> seeds = results.stream().map(r -> r.experiment().seed()).toList();
    return new MeasuredAffinity(measure, seeds, values, Precision.unknown(values.tasks()));
  }

  static MeasureCost cost(Measure measure) {
    return measure.needs() == Measure.Needs.NETWORK
        ? new MeasureCost(0, 480, FakeRunner.NAMES.size())
        : MeasureCost.NOTHING;
  }

  static Task2Vec task2vec(List<String> tasks) {
    return new Task2Vec(
        tasks.stream()
            .map(t -> new TaskFisher(t, 100, new double[] {1, 2}, new double[][] {{1, 0}, {0, 1}}))
            .toList());
  }
}
