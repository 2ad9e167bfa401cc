package org.taskaffinity.runtime.train;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A training tried for a moment, to see how long its parts take here; nothing of it is kept. */
public final class Trial {
  private static final double STEPS = 1.2;
  private static final double CAPTURES = 0.5;
  private static final int ROWS = 128;
  private static final int LEAST = 3;

  /** How many times as long it may take where the compiler is not done. */
  private static final double PATIENCE = 5;

  private static final double FASTER = 0.9;

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

  /** Trains for about two seconds; for up to eight where the JVM is not warm after two. */
  public static Pace of(TrainingSpec assignment, Learner.Factory with) {
    long began = System.nanoTime();
    try (Learner learner = with.begin(assignment)) {
      BatchMaker maker = assignment.batchMaker(learner.form());
      BatchOrder order = assignment.order();
      try (BatchQueue queue = BatchQueue.training(maker, order, 0, 0, Integer.MAX_VALUE)) {
        double[] steps = repeated(STEPS, () -> learner.step(queue.next(), CaptureMode.NONE));
        double step = warm(steps);
        Batch batch = queue.next();
        double[] captures = repeated(CAPTURES, () -> learner.capture(batch, CaptureMode.GRAM));
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

  /**
   * Repeats for so long, and then while the compiler still makes it faster: in a JVM that has just
   * started, the first seconds are many times slower than all that follow.
   */
  private static double[] repeated(double seconds, Runnable work) {
    DoubleStream.Builder times = DoubleStream.builder();
    double before = Double.POSITIVE_INFINITY;
    for (double spent = 0; spent < PATIENCE * seconds; ) {
      double[] some = some(seconds / 2, work);
      Arrays.stream(some).forEach(times);
      spent += Arrays.stream(some).sum();
      double now = fast(some);
      if (spent >= seconds && now > FASTER * before) {
        break;
      }
      before = now;
    }
    return times.build().toArray();
  }

  private static double[] some(double seconds, Runnable work) {
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

  private static double warm(double[] times) {
    return fast(Arrays.copyOfRange(times, times.length * 2 / 3, times.length));
  }

  /** The fastest fifth: what others do on the machine makes some slower, and none faster. */
  private static double fast(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 5];
  }
}
