package org.taskaffinity.runtime.train;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A training tried for a moment, to see how long its parts take here; nothing of it is kept. */
public final class Trial {
  private static final double STEPS = 1.1;
  private static final double CAPTURES = 0.6;
  private static final int ROWS = 128;
  private static final int LEAST = 3;

  private Trial() {}

  /**
   * Seconds of the parts of a training, once warm.
   *
   * @param step an update
   * @param capture a capture of task gradients, with a forward pass
   * @param row the evaluation of a row
   * @param warmUp what the first steps took beyond that
   */
  public record Pace(double step, double capture, double row, double warmUp) {}

  /** Trains for about two seconds, the preparation of batches included. */
  public static Pace of(Assignment assignment, Learner.Factory with) {
    long began = System.nanoTime();
    try (Learner learner = with.begin(assignment)) {
      BatchMaker maker = assignment.batchMaker(learner.form());
      BatchOrder order = assignment.order();
      try (BatchQueue queue = BatchQueue.training(maker, order, 0, 0, Integer.MAX_VALUE)) {
        double[] steps = repeated(STEPS, () -> learner.step(queue.next(), Look.AWAY));
        double step = warm(steps);
        Batch batch = queue.next();
        double[] captures = repeated(CAPTURES, () -> learner.capture(batch, Look.GRAM));
        int[] rows =
            Arrays.copyOf(
                assignment.rows().training(), Math.min(ROWS, assignment.rows().training().length));
        double[] evaluations =
            repeated(0.1, () -> learner.evaluate(assignment.batchMaker(learner.form()), rows));
        double all = (System.nanoTime() - began) / 1e9;
        double warmUp =
            all
                - steps.length * step
                - captures.length * warm(captures)
                - evaluations.length * warm(evaluations);
        return new Pace(step, warm(captures), warm(evaluations) / rows.length, Math.max(0, warmUp));
      }
    }
  }

  private static double[] repeated(double seconds, Runnable work) {
    DoubleStream.Builder times = DoubleStream.builder();
    long began = System.nanoTime();
    long now = began;
    for (int i = 0; i < LEAST || now - began < seconds * 1e9; i++) {
      long before = now;
      work.run();
      now = System.nanoTime();
      times.add((now - before) / 1e9);
    }
    return times.build().toArray();
  }

  /** The median of the last third, when the compiler has done most of its work. */
  private static double warm(double[] times) {
    double[] last = Arrays.copyOfRange(times, times.length - (times.length + 2) / 3, times.length);
    Arrays.sort(last);
    return last[last.length / 2];
  }
}
