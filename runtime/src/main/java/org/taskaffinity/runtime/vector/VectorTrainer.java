package org.taskaffinity.runtime.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.taskaffinity.runtime.combine.Combiner;
import org.taskaffinity.runtime.combine.Combiners;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.gradient.Capture;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.tensor.Initial;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.BatchMaker;
import org.taskaffinity.runtime.train.BatchOrder;
import org.taskaffinity.runtime.train.BatchQueue;
import org.taskaffinity.runtime.train.CaptureMode;
import org.taskaffinity.runtime.train.Finite;
import org.taskaffinity.runtime.train.GlobalNormClip;
import org.taskaffinity.runtime.train.Learner;
import org.taskaffinity.runtime.train.Losses;
import org.taskaffinity.runtime.train.State;
import org.taskaffinity.runtime.train.Step;
import org.taskaffinity.runtime.train.TaskLosses;
import org.taskaffinity.runtime.train.Weighing;

/** Training in plain Java on the CPU: what DJL's trainer does, on flat arrays. */
final class VectorTrainer implements Learner {
  private static final int EVALUATION_ROWS = 128;
  private static final int CHUNK = 2048;

  private final Architecture sizes;
  private final OptimizerSettings optimisation;
  private final List<Target> targets;
  private final Losses losses;
  private final Weighing weighing;
  private final WorkerTeam team;
  private final Store parameters = new Store();
  private final Store statistics = new Store();
  private final Encoder encoder;
  private final Heads heads;
  private final float[] gradient;
  private final Update update;
  private final double[] squares;
  private final List<Tensor> shared;
  private TaskCapture capture;

  VectorTrainer(
      Architecture sizes,
      List<Target> targets,
      OptimizerSettings optimisation,
      Seeds seeds,
      int threads) {
    this(
        sizes,
        targets,
        optimisation,
        seeds,
        threads,
        Combiners.of(optimisation.combination(), targets.size()));
  }

  /**
   * @param combiner how the tasks' gradients are combined, in place of what the optimisation names
   */
  VectorTrainer(
      Architecture sizes,
      List<Target> targets,
      OptimizerSettings optimisation,
      Seeds seeds,
      int threads,
      Combiner combiner) {
    this.sizes = sizes;
    this.optimisation = optimisation;
    this.targets = List.copyOf(targets);
    losses = new Losses(targets, combiner.share(targets.size()));
    weighing = new Weighing(combiner, targets);
    team = new WorkerTeam(threads);
    Initial initial = new Initial(seeds);
    encoder =
        new Encoder(sizes, initial, seeds.key("dropout/encoder"), parameters, statistics, team);
    long[] keys = targets.stream().mapToLong(t -> seeds.key("dropout/head/" + t.name())).toArray();
    shared = List.copyOf(parameters.tensors());
    List<String> names = targets.stream().map(Target::name).toList();
    heads = new Heads(sizes, names, initial, keys, parameters, statistics);
    parameters.open();
    statistics.open();
    gradient = new float[parameters.values.length];
    update = Update.of(optimisation, gradient.length);
    squares = new double[WorkerTeam.SLICES];
  }

  @Override
  public Batch.Form form() {
    return Batch.Form.ARRAYS;
  }

  @Override
  public Step step(Batch batch, CaptureMode look) {
    double rate = optimisation.rate(batch.epoch());
    BatchSlices scene = new BatchSlices(batch);
    TaskLosses found = forward(scene);
    Finite.losses(found, targets, batch, rate);
    backwardHeads(found, true);
    Optional<Capture> seen =
        weighing.looks(look)
            ? Optional.of(look(scene, found, weighing.read(look)))
            : Optional.empty();
    weighing.of(seen, found, batch).ifPresent(this::weigh);
    backwardEncoder(scene);
    double norm = norm();
    Finite.gradient(norm, batch, rate);
    update(rate, GlobalNormClip.factor(norm, optimisation.clipNorm()));
    return new Step(found, norm, look == CaptureMode.NONE ? Optional.empty() : seen);
  }

  @Override
  public Capture capture(Batch batch, CaptureMode look) {
    BatchSlices scene = new BatchSlices(batch);
    TaskLosses found = forward(scene);
    Finite.losses(found, targets, batch, optimisation.rate(batch.epoch()));
    backwardHeads(found, false);
    return look(scene, found, look);
  }

  @Override
  public double[][] products(float[][] a, float[][] b) {
    return RowProducts.of(a, b, team);
  }

  private TaskLosses forward(BatchSlices scene) {
    encoder.shape(scene);
    encoder.forward(scene, parameters.values, statistics.values, true);
    heads.shape(encoder.encoded(), scene.molecules);
    int tasks = sizes.tasks();
    float[] slopes = new float[scene.molecules * tasks];
    double[] each = new double[tasks];
    Batch batch = scene.batch;
    team.each(
        slice -> {
          int end = BatchSlices.share(tasks, slice + 1);
          for (int t = BatchSlices.share(tasks, slice); t < end; t++) {
            heads.transpose(t, parameters.values);
            heads.forward(t, parameters.values, statistics.values, true, scene);
            each[t] = losses.of(t, heads.logits(), batch.labels(), batch.present(), slopes);
          }
        });
    return losses.together(each, batch.present(), slopes);
  }

  private void backwardHeads(TaskLosses found, boolean gradients) {
    int tasks = sizes.tasks();
    team.each(
        slice -> {
          int end = BatchSlices.share(tasks, slice + 1);
          for (int t = BatchSlices.share(tasks, slice); t < end; t++) {
            heads.backward(t, parameters.values, found.gradient());
            if (gradients) {
              heads.gradients(t, found.gradient(), gradient);
            }
          }
        });
  }

  /** After the heads' own gradients are done, and before the encoder reads them. */
  private void weigh(double[] weights) {
    team.each(
        slice -> {
          int end = BatchSlices.share(weights.length, slice + 1);
          for (int t = BatchSlices.share(weights.length, slice); t < end; t++) {
            heads.weigh(t, (float) weights[t]);
          }
        });
  }

  private void backwardEncoder(BatchSlices scene) {
    Matrix to = encoder.encodedGradient();
    team.each(slice -> heads.below(slice, 0, sizes.tasks(), to));
    encoder.backward(scene, parameters.values, gradient);
  }

  private Capture look(BatchSlices scene, TaskLosses found, CaptureMode look) {
    if (capture == null) {
      capture = TaskCapture.of(encoder, heads, team, sizes.tasks(), shared);
    }
    return capture
        .capture(scene, parameters.values, found.present(), look == CaptureMode.GRADIENTS)
        .scaled(1 / losses.share());
  }

  /** A slice's own chunks of the parameters. */
  private interface Range {
    void of(int from, int end);
  }

  private void chunks(int slice, Range work) {
    int chunks = (gradient.length + CHUNK - 1) / CHUNK;
    int end = BatchSlices.share(chunks, slice + 1);
    for (int c = BatchSlices.share(chunks, slice); c < end; c++) {
      work.of(c * CHUNK, Math.min(gradient.length, (c + 1) * CHUNK));
    }
  }

  private double norm() {
    team.each(
        slice -> {
          double[] sum = {0};
          chunks(slice, (from, end) -> sum[0] += Channels.products(gradient, gradient, from, end));
          squares[slice] = sum[0];
        });
    return Math.sqrt(Arrays.stream(squares).sum());
  }

  private void update(double rate, double factor) {
    update.begin(rate, factor);
    encoder.moveRunning(statistics.values);
    heads.moveRunning(statistics.values);
    team.each(
        slice -> chunks(slice, (from, end) -> update.move(parameters.values, gradient, from, end)));
  }

  @Override
  public float[][] evaluate(BatchMaker maker, int[] rows) {
    return overBatches(maker, rows, targets.size(), this::evaluate);
  }

  @Override
  public float[][] encode(BatchMaker maker, int[] rows) {
    return overBatches(maker, rows, sizes.outputWidth(), this::encode);
  }

  /** Rows of what the network makes of batches, [B, width] row-major. */
  private float[][] overBatches(
      BatchMaker maker, int[] rows, int width, Function<BatchSlices, float[]> through) {
    float[][] all = new float[rows.length][];
    int done = 0;
    BatchOrder order = BatchOrder.asGiven(rows, EVALUATION_ROWS);
    try (BatchQueue queue = BatchQueue.evaluation(maker, order)) {
      for (Batch batch = queue.next(); batch != null; batch = queue.next()) {
        float[] flat = through.apply(new BatchSlices(batch));
        for (int b = 0; b < batch.size(); b++) {
          all[done++] = Arrays.copyOfRange(flat, b * width, (b + 1) * width);
        }
      }
    }
    return all;
  }

  private float[] evaluate(BatchSlices scene) {
    encoder.shape(scene);
    encoder.forward(scene, parameters.values, statistics.values, false);
    heads.shape(encoder.encoded(), scene.molecules);
    int tasks = sizes.tasks();
    team.each(
        slice -> {
          int end = BatchSlices.share(tasks, slice + 1);
          for (int t = BatchSlices.share(tasks, slice); t < end; t++) {
            heads.forward(t, parameters.values, statistics.values, false, scene);
          }
        });
    return heads.logits();
  }

  private float[] encode(BatchSlices scene) {
    encoder.shape(scene);
    encoder.forward(scene, parameters.values, statistics.values, false);
    float[] z = new float[scene.molecules * sizes.outputWidth()];
    encoder.encoded().give(z, sizes.outputWidth());
    return z;
  }

  @Override
  public State save() {
    Map<String, float[]> arrays = new TreeMap<>();
    parameters.save("parameter/", parameters.values, arrays);
    statistics.save("statistic/", statistics.values, arrays);
    update.save(parameters, arrays);
    weighing.save(arrays);
    return new State(update.updates(), arrays);
  }

  @Override
  public void restore(State state) {
    state.requireFits(save());
    parameters.restore("parameter/", parameters.values, state.arrays());
    statistics.restore("statistic/", statistics.values, state.arrays());
    update.restore(parameters, state.arrays(), state.updates());
    weighing.restore(state);
  }

  /** The gradient of the last step, named as the parameters are. */
  Map<String, float[]> gradients() {
    Map<String, float[]> arrays = new TreeMap<>();
    parameters.save("", gradient, arrays);
    return arrays;
  }

  @Override
  public String toString() {
    return "cpu()";
  }

  @Override
  public void close() {
    team.close();
  }
}
