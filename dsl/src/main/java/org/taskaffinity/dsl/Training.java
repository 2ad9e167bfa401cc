package org.taskaffinity.dsl;

import java.util.Optional;

/**
 * How the network is trained.
 *
 * @param optimiser how parameters follow their gradient
 * @param learningRate step size, positive
 * @param weightDecay λ, at least 0: decoupled for AdamW, an L2 penalty's gradient λw for the others
 * @param batchSize rows a step, at least 1
 * @param epochs passes over the training rows, at least 1
 * @param schedule how the learning rate moves
 * @param clip largest global norm of the whole gradient; 0 for no clipping
 * @param lossOver sum or mean over tasks
 * @param classWeights weights of the two classes
 * @param stopping when to end early
 */
public record Training(
    Optimiser optimiser,
    double learningRate,
    double weightDecay,
    int batchSize,
    int epochs,
    Schedule schedule,
    double clip,
    LossOver lossOver,
    ClassWeights classWeights,
    Optional<Stopping> stopping)
    implements Part {
  public Training {
    optimiser.fold(new Rated(learningRate));
    Check.notNegative("weightDecay", weightDecay, "Write weightDecay(0.01), or 0 for none");
    Check.atLeast(
        1, "batchSize", batchSize, "Write the mini-batch size: " + Check.example("batchSize", 32));
    Check.atLeast(
        1,
        "epochs",
        epochs,
        "Write how often to pass over the data: " + Check.example("epochs", 50));
    Check.notNegative("clip", clip, "Write clip(1.0), or 0 for no clipping");
  }

  public Training learningRate(double rate) {
    return new Training(
        optimiser,
        rate,
        weightDecay,
        batchSize,
        epochs,
        schedule,
        clip,
        lossOver,
        classWeights,
        stopping);
  }

  public Training weightDecay(double decay) {
    return new Training(
        optimiser,
        learningRate,
        decay,
        batchSize,
        epochs,
        schedule,
        clip,
        lossOver,
        classWeights,
        stopping);
  }

  public Training batchSize(int rows) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        rows,
        epochs,
        schedule,
        clip,
        lossOver,
        classWeights,
        stopping);
  }

  public Training epochs(int passes) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        passes,
        schedule,
        clip,
        lossOver,
        classWeights,
        stopping);
  }

  public Training schedule(Schedule chosen) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        epochs,
        chosen,
        clip,
        lossOver,
        classWeights,
        stopping);
  }

  /** Scales the gradient of all parameters down to this global norm where it is larger. */
  public Training clip(double norm) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        epochs,
        schedule,
        norm,
        lossOver,
        classWeights,
        stopping);
  }

  public Training lossOver(LossOver chosen) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        epochs,
        schedule,
        clip,
        chosen,
        classWeights,
        stopping);
  }

  public Training classWeights(ClassWeights chosen) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        epochs,
        schedule,
        clip,
        lossOver,
        chosen,
        stopping);
  }

  /**
   * Ends training when the metric on the validation rows has not improved for {@code patience}
   * epochs.
   */
  public Training stopEarly(Metric metric, int patience) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        batchSize,
        epochs,
        schedule,
        clip,
        lossOver,
        classWeights,
        Optional.of(new Stopping(metric, patience)));
  }

  @Override
  public Experiment in(Experiment experiment) {
    return experiment.training(this);
  }

  @Override
  public String toString() {
    return optimiser.fold(new Begun(learningRate))
        + ".weightDecay("
        + weightDecay
        + ").batchSize("
        + batchSize
        + ").epochs("
        + epochs
        + ").schedule("
        + Say.constant(schedule)
        + ").clip("
        + clip
        + ").lossOver("
        + Say.constant(lossOver)
        + ").classWeights("
        + Say.constant(classWeights)
        + ")"
        + stopping.map(s -> ".stopEarly(" + s + ")").orElse("");
  }

  /** Refuses a rate that none of them can have, in the words of the one that was asked. */
  private record Rated(double learningRate) implements Optimiser.Cases<Double> {
    @Override
    public Double adamW(Optimiser.AdamW optimiser) {
      return Check.positive(
          "adamW", learningRate, "Write a small rate: " + Check.example("adamW", 0.001));
    }

    @Override
    public Double adam(Optimiser.Adam optimiser) {
      return Check.positive(
          "adam", learningRate, "Write a small rate: " + Check.example("adam", 0.001));
    }

    @Override
    public Double sgd(Optimiser.Sgd optimiser) {
      return Check.positive(
          "sgd", learningRate, "Write a small rate: " + Check.example(0.01, "sgd(0.01, 0.9)"));
    }
  }

  /** The verb that begins a training. */
  private record Begun(double learningRate) implements Optimiser.Cases<String> {
    @Override
    public String adamW(Optimiser.AdamW optimiser) {
      return "adamW(" + learningRate + ")";
    }

    @Override
    public String adam(Optimiser.Adam optimiser) {
      return "adam(" + learningRate + ")";
    }

    @Override
    public String sgd(Optimiser.Sgd optimiser) {
      return "sgd(" + learningRate + ", " + optimiser.momentum() + ")";
    }
  }
}
