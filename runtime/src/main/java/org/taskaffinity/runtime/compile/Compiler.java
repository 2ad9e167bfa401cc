package org.taskaffinity.runtime.compile;

import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Encoder;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Optimiser;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Remedy;
import org.taskaffinity.dsl.Training;

/** Turns what was said into sizes. */
public final class Compiler {
  private Compiler() {}

  /**
   * Every size of the experiment's network.
   *
   * @param inputs features of an atom or of a row
   * @param tasks K
   */
  public static Architecture architecture(Experiment experiment, int inputs, int tasks) {
    Encoder encoder = experiment.encoder();
    return new Architecture(
        EncoderKinds.of(encoder),
        inputs,
        encoder.widths(),
        encoder.norm(),
        encoder.dropout(),
        encoder.projection(),
        experiment.head().width(),
        experiment.head().norm(),
        experiment.head().dropout(),
        tasks);
  }

  /** How its parameters are moved. */
  public static OptimizerSettings optimisation(Training training) {
    return new OptimizerSettings(
        training.learningRate(),
        training.weightDecay(),
        training.optimiser().fold(new RuleOf()),
        training.clip(),
        training.schedule(),
        training.epochs(),
        training.batchSize(),
        training.combination());
  }

  /**
   * Which steps to capture. Where training may end early, the window is not known beforehand, and
   * steps from the first on are captured, as often as in the window of the whole training.
   *
   * @param steps updates in all
   * @param stepsPerEpoch updates an epoch
   * @param mayEndEarly whether early stopping was asked for
   * @throws PlanException if no step would be captured
   */
  public static CaptureSchedule looks(
      Capture capture, long steps, long stepsPerEpoch, boolean mayEndEarly) {
    long first = capture.firstStep(steps, stepsPerEpoch);
    long from = mayEndEarly ? 0 : first;
    CaptureSchedule looks =
        new CaptureSchedule(capture.pace().every(steps - first), from, capture.batches());
    if (looks.looks(steps) == 0) {
      throw new PlanException(
          "No step would be captured: "
              + capture
              + " over "
              + steps
              + " steps, "
              + stepsPerEpoch
              + " an epoch.\n  write: "
              + Remedy.captureEvery(Math.max(1, (steps - Math.min(from, steps)) / 10))
              + ", a wider window, or more epochs");
    }
    return looks;
  }

  private static final class RuleOf implements Optimiser.Cases<UpdateRule> {
    @Override
    public UpdateRule adamW(Optimiser.AdamW optimiser) {
      return UpdateRule.ADAM_W;
    }

    @Override
    public UpdateRule adam(Optimiser.Adam optimiser) {
      return UpdateRule.ADAM;
    }

    @Override
    public UpdateRule sgd(Optimiser.Sgd optimiser) {
      return new UpdateRule.Momentum(optimiser.momentum());
    }
  }
}
