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
import java.util.function.Function;
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

/** Training by DJL: every encoder, on any device. The oracle of any other engine. */
public final class Trainer implements Learner {
  private static final int EVALUATION_ROWS = 128;

  private final Device device;
  private final Optimisation optimisation;
  private final List<Target> targets;
  private final Network network;
  private final Losses losses;
  private final Optimiser optimiser;
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

  /**
   * @param type FLOAT32; FLOAT64 where a test wants the exact numbers
   */
  public Trainer(
      Architecture architecture,
      List<Target> targets,
      Optimisation optimisation,
      Seeds seeds,
      Device device,
      DataType type) {
    this.device = device;
    this.optimisation = optimisation;
    this.targets = List.copyOf(targets);
    List<String> names = targets.stream().map(Target::name).toList();
    network = new Network(architecture, names, seeds, device, type);
    losses = new Losses(targets, optimisation.reduction());
    optimiser = Optimiser.of(network.parameters(), optimisation);
  }

  @Override
  public Batch.Form form() {
    return Batch.Form.TENSORS;
  }

  @Override
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

  @Override
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

  @Override
  public float[][] evaluate(BatchMaker maker, int[] rows) {
    return overBatches(maker, rows, network::evaluate);
  }

  @Override
  public float[][] encode(BatchMaker maker, int[] rows) {
    return overBatches(maker, rows, network::encode);
  }

  /** Rows of what the network makes of batches. */
  private float[][] overBatches(BatchMaker maker, int[] rows, Function<Features, NDArray> through) {
    float[][] all = new float[rows.length][];
    int done = 0;
    BatchOrder order = BatchOrder.asGiven(rows, EVALUATION_ROWS);
    try (BatchQueue queue = BatchQueue.evaluation(maker, order)) {
      for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
        try (NDManager scope = network.scope()) {
          float[] flat = Tensors.floats(through.apply(batch.on(scope, network.type())));
          int width = flat.length / batch.size();
          for (int b = 0; b < batch.size(); b++) {
            all[done++] = Arrays.copyOfRange(flat, b * width, (b + 1) * width);
          }
        }
      }
    }
    return all;
  }

  @Override
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

  @Override
  public void restore(State state) {
    state.requireFits(save());
    for (Parameter parameter : network.parameters()) {
      parameter.set(state.arrays().get("parameter/" + parameter.name()));
    }
    for (Statistic statistic : network.statistics()) {
      statistic.set(state.arrays().get("statistic/" + statistic.name()));
    }
    optimiser.restore(state.arrays(), state.updates());
  }

  /** The network itself. */
  public Network network() {
    return network;
  }

  /** The device. */
  @Override
  public String toString() {
    return device.toString();
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
