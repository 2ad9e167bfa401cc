package org.taskaffinity.runtime.train;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taskaffinity.dsl.RunException;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.gradient.TaskGradients;
import org.taskaffinity.runtime.network.Features;
import org.taskaffinity.runtime.network.Forward;
import org.taskaffinity.runtime.network.Mode;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.network.Parameter;
import org.taskaffinity.runtime.network.Statistic;
import org.taskaffinity.runtime.network.Tensors;
import org.taskaffinity.runtime.random.Seeds;

/**
 * One network in training on one device: steps, captures, evaluations, states to go on from.
 *
 * <p>For one thread at a time; two trainers may work in two threads. The same seed, batches and
 * number of threads an operation give the same bits, with and without captures.
 */
public final class Trainer implements AutoCloseable {
  private static final int EVALUATION_ROWS = 128;

  private final Optimisation optimisation;
  private final List<Target> targets;
  private final Network network;
  private final Losses losses;
  private final AdamW optimiser;
  private TaskGradients gradients;

  /**
   * A network with its initial weights, drawn from the seed's streams "init/…".
   *
   * @param targets the K tasks, in the order of the labels' columns
   */
  public Trainer(
      Architecture architecture,
      List<Target> targets,
      Optimisation optimisation,
      Seeds seeds,
      Device device) {
    this(architecture, targets, optimisation, seeds, device, DataType.FLOAT32);
  }

  Trainer(
      Architecture architecture,
      List<Target> targets,
      Optimisation optimisation,
      Seeds seeds,
      Device device,
      DataType type) {
    this.optimisation = optimisation;
    this.targets = List.copyOf(targets);
    List<String> names = targets.stream().map(Target::name).toList();
    network = new Network(architecture, names, seeds, device, type);
    losses = new Losses(targets, optimisation.reduction());
    optimiser = AdamW.of(network.parameters(), optimisation);
  }

  /** One step at the learning rate of the batch's epoch. */
  public Step step(Batch batch) {
    return step(batch, Look.AWAY);
  }

  /**
   * One step, which may also read the task gradients off its own forward pass, before the update.
   *
   * @throws RunException if a loss or the gradient is not finite; the parameters are then as before
   *     the step
   */
  public Step step(Batch batch, Look look) {
    double rate = optimisation.rate(batch.epoch());
    try (NDManager scope = network.scope()) {
      Forward forward = network.forward(batch.on(scope, network.type()), Mode.TRAIN);
      TaskLosses found = losses(forward, batch, rate, scope);
      Optional<Capture> capture =
          look == Look.AWAY ? Optional.empty() : Optional.of(look(forward, found, look));
      forward.backwardEncoder();
      double norm = optimiser.gradientNorm();
      requireFinite(norm, batch, rate);
      optimiser.step(rate, GlobalNormClip.factor(norm, optimisation.clipNorm()));
      return new Step(found, norm, capture);
    }
  }

  /**
   * Reads the task gradients of a batch as a training step would see them, and changes nothing:
   * neither parameters nor running statistics.
   */
  public Capture capture(Batch batch, Look look) {
    try (NDManager scope = network.scope()) {
      Forward forward = network.forward(batch.on(scope, network.type()), Mode.LOOK);
      TaskLosses found = losses(forward, batch, optimisation.rate(batch.epoch()), scope);
      Capture capture = look(forward, found, look);
      network.clearGradients();
      return capture;
    }
  }

  private TaskLosses losses(Forward forward, Batch batch, double rate, NDManager scope) {
    float[] logits = Tensors.floats(forward.logits());
    TaskLosses found = losses.of(logits, batch.labels, batch.present);
    requireFinite(found, batch, rate);
    Shape shape = new Shape(batch.size(), targets.size());
    forward.backwardHeads(Tensors.create(scope, found.gradient(), shape, network.type()));
    return found;
  }

  private Capture look(Forward forward, TaskLosses found, Look look) {
    if (gradients == null) {
      gradients = new TaskGradients(network);
    }
    Capture shares = gradients.capture(forward, found.present(), look == Look.GRADIENTS);
    return shares.scaled(1 / losses.share());
  }

  private void requireFinite(TaskLosses found, Batch batch, double rate) {
    for (int t = 0; t < targets.size(); t++) {
      if (found.labels()[t] > 0 && !Double.isFinite(found.losses()[t])) {
        throw new RunException(
            "The loss of \"%s\" is %s at step %d, learning rate %s. Lower the rate, or clip the gradient harder."
                .formatted(targets.get(t).name(), found.losses()[t], batch.step(), rate));
      }
    }
  }

  private void requireFinite(double norm, Batch batch, double rate) {
    if (!Double.isFinite(norm)) {
      network.clearGradients();
      throw new RunException(
          "The gradient's norm is %s at step %d, learning rate %s. Lower the rate."
              .formatted(norm, batch.step(), rate));
    }
  }

  /**
   * The logits of rows, with running statistics and without dropout.
   *
   * @param maker where their features come from
   * @return [rows, K], in the order of the rows
   */
  public float[][] evaluate(BatchMaker maker, int[] rows) {
    float[][] logits = new float[rows.length][];
    int done = 0;
    BatchOrder order = BatchOrder.asGiven(rows, EVALUATION_ROWS);
    try (BatchQueue queue = BatchQueue.evaluation(maker, order)) {
      for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
        float[] flat = evaluate(batch);
        for (int b = 0; b < batch.size(); b++) {
          logits[done++] = Arrays.copyOfRange(flat, b * targets.size(), (b + 1) * targets.size());
        }
      }
    }
    return logits;
  }

  private float[] evaluate(Batch batch) {
    try (NDManager scope = network.scope()) {
      Features features = batch.on(scope, network.type());
      NDArray logits = network.evaluate(features);
      return Tensors.floats(logits);
    }
  }

  /** Everything needed to go on with the same bits, as copies. */
  public State save() {
    Map<String, float[]> arrays = new TreeMap<>();
    for (Parameter parameter : network.parameters()) {
      arrays.put("parameter/" + parameter.name(), parameter.values());
    }
    for (Statistic statistic : network.statistics()) {
      arrays.put("statistic/" + statistic.name(), statistic.values());
    }
    optimiser.save(arrays);
    return new State(optimiser.updates(), arrays);
  }

  /**
   * Takes a state saved from the same architecture.
   *
   * @throws IllegalArgumentException if an array is missing or of another size; nothing is changed
   */
  public void restore(State state) {
    save().arrays().forEach((name, own) -> requireFits(name, own, state));
    for (Parameter parameter : network.parameters()) {
      parameter.set(state.arrays().get("parameter/" + parameter.name()));
    }
    for (Statistic statistic : network.statistics()) {
      statistic.set(state.arrays().get("statistic/" + statistic.name()));
    }
    optimiser.restore(state.arrays(), state.updates());
  }

  private static void requireFits(String name, float[] own, State state) {
    float[] saved = state.arrays().get(name);
    if (saved == null || saved.length != own.length) {
      throw new IllegalArgumentException(
          "The state has %s numbers for \"%s\", this network %d: it was saved from another architecture."
              .formatted(saved == null ? "no" : saved.length, name, own.length));
    }
  }

  /** The network itself. */
  public Network network() {
    return network;
  }

  @Override
  public void close() {
    if (gradients != null) {
      gradients.close();
    }
    optimiser.close();
    network.close();
  }
}
