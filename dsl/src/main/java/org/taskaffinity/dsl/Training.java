package org.taskaffinity.dsl;

import java.util.Optional;
import java.util.function.Consumer;

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
 * @param combination how the tasks' gradients become one direction
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
    Combination combination,
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

  /** With what every optimiser has by default. */
  static Training usual(Optimiser optimiser, double learningRate, double weightDecay) {
    return new Training(
        optimiser,
        learningRate,
        weightDecay,
        32,
        50,
        Schedule.CONSTANT,
        1.0,
        new Combination.Sum(),
        ClassWeights.NONE,
        Optional.empty());
  }

  public Training learningRate(double rate) {
    return with(draft -> draft.learningRate = rate);
  }

  public Training weightDecay(double decay) {
    return with(draft -> draft.weightDecay = decay);
  }

  public Training batchSize(int rows) {
    return with(draft -> draft.batchSize = rows);
  }

  public Training epochs(int passes) {
    return with(draft -> draft.epochs = passes);
  }

  public Training schedule(Schedule chosen) {
    return with(draft -> draft.schedule = chosen);
  }

  /** Scales the gradient of all parameters down to this global norm where it is larger. */
  public Training clip(double norm) {
    return with(draft -> draft.clip = norm);
  }

  /**
   * The sum or the mean of the tasks' losses: {@code combine(sum())} or {@code combine(mean())}.
   */
  public Training lossOver(LossOver chosen) {
    return combine(chosen == LossOver.SUM ? new Combination.Sum() : new Combination.Mean());
  }

  /** How the tasks' gradients become the direction of a step; their sum by default. */
  public Training combine(Combination chosen) {
    return with(draft -> draft.combination = chosen);
  }

  public Training classWeights(ClassWeights chosen) {
    return with(draft -> draft.classWeights = chosen);
  }

  /**
   * Ends training when the metric on the validation rows has not improved for {@code patience}
   * epochs.
   */
  public Training stopEarly(Metric metric, int patience) {
    return with(draft -> draft.stopping = Optional.of(new Stopping(metric, patience)));
  }

  private Training with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.training();
  }

  /** A training whose parts can be changed one by one. */
  private static final class Draft {
    private final Optimiser optimiser;
    private double learningRate;
    private double weightDecay;
    private int batchSize;
    private int epochs;
    private Schedule schedule;
    private double clip;
    private Combination combination;
    private ClassWeights classWeights;
    private Optional<Stopping> stopping;

    Draft(Training from) {
      optimiser = from.optimiser;
      learningRate = from.learningRate;
      weightDecay = from.weightDecay;
      batchSize = from.batchSize;
      epochs = from.epochs;
      schedule = from.schedule;
      clip = from.clip;
      combination = from.combination;
      classWeights = from.classWeights;
      stopping = from.stopping;
    }

    Training training() {
      return new Training(
          optimiser,
          learningRate,
          weightDecay,
          batchSize,
          epochs,
          schedule,
          clip,
          combination,
          classWeights,
          stopping);
    }
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
        + ")"
        + combination.fold(new Combined())
        + ".classWeights("
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

  /** The verb that says how gradients are combined. */
  private static final class Combined implements Combination.Cases<String> {
    @Override
    public String sum(Combination.Sum combination) {
      return ".lossOver(" + Say.constant(LossOver.SUM) + ")";
    }

    @Override
    public String mean(Combination.Mean combination) {
      return ".lossOver(" + Say.constant(LossOver.MEAN) + ")";
    }
  }
}
