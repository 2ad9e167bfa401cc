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
import org.taskaffinity.runtime.combine.Combiner;
import org.taskaffinity.runtime.combine.Combiners;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.encoder.Features;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.gradient.TaskGradients;
import org.taskaffinity.runtime.network.Forward;
import org.taskaffinity.runtime.network.Network;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.tensor.Mode;
import org.taskaffinity.runtime.tensor.Parameter;
import org.taskaffinity.runtime.tensor.Statistic;
import org.taskaffinity.runtime.tensor.Tensors;

/** Training by DJL: every encoder, on any device. The oracle of any other engine. */
public final class Trainer implements Learner {
  private static final int EVALUATION_ROWS = 128;

  private final Device device;
  private final OptimizerSettings optimisation;
  private final List<Target> targets;
  private final Network network;
  private final Losses losses;
  private final Weighing weighing;
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
      OptimizerSettings optimisation,
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
      OptimizerSettings optimisation,
      Seeds seeds,
      Device device,
      DataType type) {
    this(
        architecture,
        targets,
        optimisation,
        seeds,
        device,
        type,
        Combiners.of(optimisation.combination(), targets.size()));
  }

  /**
   * @param combiner how the tasks' gradients are combined, in place of what the optimisation names
   */
  public Trainer(
      Architecture architecture,
      List<Target> targets,
      OptimizerSettings optimisation,
      Seeds seeds,
      Device device,
      DataType type,
      Combiner combiner) {
    this.device = device;
    this.optimisation = optimisation;
    this.targets = List.copyOf(targets);
    List<String> names = targets.stream().map(Target::name).toList();
    network = new Network(architecture, names, seeds, device, type);
    losses = new Losses(targets, combiner.share(targets.size()));
    weighing = new Weighing(combiner, targets);
    optimiser = Optimiser.of(network.parameters(), optimisation);
  }

  @Override
  public Batch.Form form() {
    return Batch.Form.TENSORS;
  }

  @Override
  public Step step(Batch batch, CaptureMode look) {
    double rate = optimisation.rate(batch.epoch());
    try (NDManager scope = network.scope()) {
      Forward forward = network.forward(batch.on(scope, network.type()), Mode.TRAIN);
      TaskLosses found = losses(forward, batch, rate, scope);
      Optional<Capture> seen =
          weighing.looks(look)
              ? Optional.of(look(forward, found, weighing.read(look)))
              : Optional.empty();
      backwardEncoder(forward, seen, found, batch);
      double norm = optimiser.gradientNorm();
      finite(() -> Finite.gradient(norm, batch, rate));
      optimiser.step(rate, GlobalNormClip.factor(norm, optimisation.clipNorm()));
      return new Step(found, norm, look == CaptureMode.NONE ? Optional.empty() : seen);
    }
  }

  @Override
  public Capture capture(Batch batch, CaptureMode look) {
    try (NDManager scope = network.scope()) {
      Forward forward = network.forward(batch.on(scope, network.type()), Mode.LOOK);
      TaskLosses found = losses(forward, batch, optimisation.rate(batch.epoch()), scope);
      Capture capture = look(forward, found, look);
      network.clearGradients();
      return capture;
    }
  }

  private void backwardEncoder(
      Forward forward, Optional<Capture> seen, TaskLosses found, Batch batch) {
    finite(
        () ->
            weighing
                .of(seen, found, batch)
                .ifPresentOrElse(
                    weights -> forward.backwardEncoder(weights, network.encoderParameters()),
                    forward::backwardEncoder));
  }

  /** Leaves no gradient behind where a step is refused. */
  private void finite(Runnable part) {
    try {
      part.run();
    } catch (RunException refused) {
      network.clearGradients();
      throw refused;
    }
  }

  private TaskLosses losses(Forward forward, Batch batch, double rate, NDManager scope) {
    float[] logits = Tensors.floats(forward.logits());
    TaskLosses found = losses.of(logits, batch.labels, batch.present);
    Finite.losses(found, targets, batch, rate);
    Shape shape = new Shape(batch.size(), targets.size());
    forward.backwardHeads(Tensors.create(scope, found.gradient(), shape, network.type()));
    return found;
  }

  private Capture look(Forward forward, TaskLosses found, CaptureMode look) {
    if (gradients == null) {
      gradients = new TaskGradients(network);
    }
    Capture shares = gradients.capture(forward, found.present(), look == CaptureMode.GRADIENTS);
    return shares.scaled(1 / losses.share());
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
    weighing.save(arrays);
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
    weighing.restore(state);
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
