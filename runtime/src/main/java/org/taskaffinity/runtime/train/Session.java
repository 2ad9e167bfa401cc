package org.taskaffinity.runtime.train;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.taskaffinity.dsl.Epoch;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.dsl.Skill;
import org.taskaffinity.dsl.Stopping;
import org.taskaffinity.runtime.gradient.BatchProducts;
import org.taskaffinity.runtime.gradient.CaptureLog;

/**
 * One training from its first step, or from a checkpoint, to its end.
 *
 * <p>An interrupt of the thread ends it after the step under way, with a checkpoint.
 */
public final class Session {

  /** Hears of a session, on the thread that trains. */
  public interface Listener {
    /** A step was made. */
    void step(long done, long total, int epoch, double loss);

    /** An epoch has ended, or the session is being stopped: this is where to go on from. */
    void keep(Checkpoint checkpoint, boolean stopping);
  }

  /**
   * What a training came to.
   *
   * @param history its epochs
   * @param captures every captured step, the ones before the window too
   * @param steps updates made
   * @param seconds spent in all sittings
   * @param validation each task's metric on the validation rows, with the weights that are judged
   * @param test each task's metric on the test rows, with the same weights
   * @param state these weights
   * @param skill each task compared to chance, on the validation rows or else on the test rows
   */
  public record Outcome(
      List<Epoch> history,
      CaptureLog captures,
      long steps,
      double seconds,
      List<Double> validation,
      List<Double> test,
      State state,
      List<Skill> skill) {}

  private final TrainingSpec assignment;
  private final Listener listener;
  private final Learner trainer;
  private final BatchMaker maker;
  private final BatchOrder order;
  private final Optional<CrossBatches> across;
  private final int epochs;
  private final long began = System.nanoTime();

  private double secondsBefore;
  private long step;
  private Optional<State> best = Optional.empty();
  private double bestValue = Double.NaN;
  private int stale;
  private final List<Epoch> history = new ArrayList<>();
  private final double[] lossSums;
  private final int[] lossCounts;
  private CaptureLog captures;

  private Session(TrainingSpec assignment, Listener listener, Learner trainer) {
    this.assignment = assignment;
    this.listener = listener;
    this.trainer = trainer;
    int tasks = assignment.targets().size();
    maker = assignment.batchMaker(trainer.form());
    order = assignment.order();
    int batches = assignment.looks().batches();
    across =
        batches == 1
            ? Optional.empty()
            : Optional.of(new CrossBatches(trainer, assignment, batches));
    epochs = assignment.optimisation().epochs();
    lossSums = new double[tasks];
    lossCounts = new int[tasks];
    captures = new CaptureLog(tasks);
  }

  /**
   * Trains to the end.
   *
   * @param from where to go on, or nothing to begin
   * @param with who trains
   * @throws RunException if a loss is no longer a number, or the thread was interrupted
   */
  public static Outcome run(
      TrainingSpec assignment, Optional<Checkpoint> from, Learner.Factory with, Listener listener) {
    try (Learner trainer = with.begin(assignment)) {
      Session session = new Session(assignment, listener, trainer);
      from.ifPresent(session::restore);
      return session.trained();
    }
  }

  private Outcome trained() {
    try {
      return train();
    } catch (EngineException failed) {
      throw new RunException(
          "The engine failed after step "
              + step
              + " on "
              + trainer
              + ": "
              + failed.getMessage()
              + "\n  if memory ran out, write a smaller "
              + Remedy.batchSize().asked()
              + "; what was reached is kept",
          failed);
    }
  }

  private Outcome train() {
    int batches = order.batches();
    int epoch = (int) (step / batches);
    int done = (int) (step % batches);
    if (epoch < epochs && !givenUp()) {
      try (BatchQueue queue = BatchQueue.training(maker, order, epoch, done, epochs)) {
        trainThrough(queue, batches);
      }
    }
    return outcome();
  }

  private void trainThrough(BatchQueue queue, int batches) {
    for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
      take(batch);
      if (step % batches == 0) {
        endEpoch(batch.epoch());
        listener.keep(checkpoint(), false);
        if (givenUp()) {
          return;
        }
      }
      if (Thread.interrupted()) {
        throw stopped();
      }
    }
  }

  private RunException stopped() {
    listener.keep(checkpoint(), true);
    return RunException.stopped(
        "Stopped after step "
            + step
            + " of "
            + (long) order.batches() * epochs
            + "; its state is kept.\n  to go on, run the same again");
  }

  private void take(Batch batch) {
    Step made = step(batch);
    double[] losses = made.losses().losses();
    for (int t = 0; t < losses.length; t++) {
      if (!Double.isNaN(losses[t])) {
        lossSums[t] += losses[t];
        lossCounts[t]++;
      }
    }
    step = batch.step() + 1;
    long total = (long) order.batches() * epochs;
    listener.step(step, total, batch.epoch() + 1, made.losses().total());
  }

  private Step step(Batch batch) {
    if (!assignment.looks().at(batch.step())) {
      return trainer.step(batch, CaptureMode.NONE);
    }
    if (across.isEmpty()) {
      Step made = trainer.step(batch, CaptureMode.GRAM);
      captures.add(batch.step(), made.capture().orElseThrow());
      return made;
    }
    BatchProducts products = across.get().before(batch);
    Step made = trainer.step(batch, CaptureMode.GRADIENTS);
    products.add(made.capture().orElseThrow());
    captures.add(batch.step(), made.capture().orElseThrow(), products.mean());
    return made;
  }

  private void endEpoch(int epoch) {
    List<Double> training = new ArrayList<>();
    for (int t = 0; t < lossSums.length; t++) {
      training.add(lossCounts[t] == 0 ? Double.NaN : lossSums[t] / lossCounts[t]);
    }
    Arrays.fill(lossSums, 0);
    Arrays.fill(lossCounts, 0);
    Evaluation held = judge(assignment.rows().validation());
    history.add(
        new Epoch(
            epoch + 1,
            assignment.optimisation().rate(epoch),
            training,
            held.loss(),
            held.metric()));
    assignment.stopping().ifPresent(stopping -> watch(stopping, held));
  }

  private void watch(Stopping stopping, Evaluation held) {
    double value = held.mean(stopping.metric(), assignment.heldOut());
    if (best.isEmpty() || stopping.metric().improves(value, bestValue)) {
      best = Optional.of(trainer.save());
      bestValue = value;
      stale = 0;
    } else {
      stale++;
    }
  }

  private boolean givenUp() {
    return assignment.stopping().filter(s -> stale >= s.patience()).isPresent();
  }

  private Evaluation judge(int[] rows) {
    return Evaluation.of(logits(rows), rows, assignment.targets(), assignment.heldOut());
  }

  private float[][] logits(int[] rows) {
    return rows.length == 0
        ? new float[0][]
        : trainer.evaluate(assignment.batchMaker(trainer.form()), rows);
  }

  private List<Skill> skill() {
    int[] validation = assignment.rows().validation();
    int[] test = assignment.rows().test();
    return HeldOutSkill.of(assignment, validation, logits(validation), test, logits(test));
  }

  private Outcome outcome() {
    best.ifPresent(trainer::restore);
    return new Outcome(
        List.copyOf(history),
        captures,
        step,
        seconds(),
        judge(assignment.rows().validation()).metric(),
        judge(assignment.rows().test()).metric(),
        trainer.save(),
        skill());
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - began) / 1e9;
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(
        step,
        seconds(),
        trainer.save(),
        best,
        bestValue,
        stale,
        history,
        lossSums.clone(),
        lossCounts.clone(),
        captures);
  }

  private void restore(Checkpoint from) {
    step = from.step();
    secondsBefore = from.seconds();
    trainer.restore(from.state());
    best = from.best();
    bestValue = from.bestValue();
    stale = from.stale();
    history.addAll(from.history());
    System.arraycopy(from.lossSums(), 0, lossSums, 0, lossSums.length);
    System.arraycopy(from.lossCounts(), 0, lossCounts, 0, lossCounts.length);
    captures = from.captures();
  }
}
