package org.taskaffinity.runtime.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Task2Vec;
import org.taskaffinity.dsl.TaskFisher;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.stats.Probe;
import org.taskaffinity.runtime.train.Labels;

/**
 * Trains a probe for each task, and takes its Fisher information; {@link Task2Vec} says of what.
 */
public final class Probing {
  private Probing() {}

  /**
   * All tasks of a run, by the labels its training saw.
   *
   * @param z what the encoder makes of the training rows, [rows][D], in their order
   */
  public static Task2Vec of(Prepared prepared, float[][] z, Progress progress) {
    double[][] features = standardised(z);
    List<TaskFisher> tasks = new ArrayList<>();
    Experiment experiment = prepared.experiment();
    String what = "Task2Vec of " + experiment.name() + ", seed " + experiment.seed();
    progress.begin(what, prepared.kept().length, "probes");
    try {
      for (int t = 0; t < prepared.kept().length; t++) {
        if (Thread.interrupted()) {
          throw RunException.stopped("Stopped after " + t + " probes.\n  to begin anew, ask again");
        }
        tasks.add(task(prepared, t, features));
        progress.advance(t + 1, prepared.tasks().get(t));
      }
    } finally {
      progress.end();
    }
    return new Task2Vec(tasks);
  }

  private static TaskFisher task(Prepared prepared, int t, double[][] features) {
    int[] rows = prepared.assignment().rows().training();
    BitSet kept = prepared.kept()[t];
    int[] own = IntStream.range(0, rows.length).filter(i -> kept.get(rows[i])).toArray();
    Labels labels = prepared.assignment().trainingLabels();
    double[] y = IntStream.of(own).mapToDouble(i -> labels.value(rows[i], t)).toArray();
    String name = prepared.tasks().get(t);
    if (IntStream.range(1, y.length).noneMatch(i -> y[i] != y[0])) {
      return TaskFisher.missing(name, y.length);
    }
    double[][] seen = IntStream.of(own).mapToObj(i -> features[i]).toArray(double[][]::new);
    boolean classes = prepared.table().tasks().get(t).type() == TaskType.CLASSIFICATION;
    Probe probe = classes ? Probe.logistic(seen, y) : Probe.linear(seen, y);
    return new TaskFisher(name, y.length, probe.weights(), probe.moment());
  }

  /** Every feature with mean 0 and deviation 1; one that never changes is 0. */
  private static double[][] standardised(float[][] z) {
    int width = z[0].length;
    double[][] out = new double[z.length][width];
    for (int a = 0; a < width; a++) {
      int feature = a;
      // Asked of the values: rounding gives a constant that a batch norm left a deviation above 0.
      if (IntStream.range(1, z.length).noneMatch(i -> z[i][feature] != z[0][feature])) {
        continue;
      }
      double mean = IntStream.range(0, z.length).mapToDouble(i -> z[i][feature]).sum() / z.length;
      double squares = 0;
      for (float[] row : z) {
        squares += (row[a] - mean) * (row[a] - mean);
      }
      double deviation = Math.sqrt(squares / z.length);
      for (int i = 0; i < z.length; i++) {
        out[i][a] = (z[i][a] - mean) / deviation;
      }
    }
    return out;
  }
}
