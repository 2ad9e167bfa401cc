package org.taskaffinity.runtime.bench;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.LossOver;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Input;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.network.BareProducts;
import org.taskaffinity.runtime.network.Torch;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.BatchMaker;
import org.taskaffinity.runtime.train.BatchOrder;
import org.taskaffinity.runtime.train.Inputs;
import org.taskaffinity.runtime.train.Look;
import org.taskaffinity.runtime.train.Trainer;

/**
 * Times steps and captures of the three-layer graph network on one synthetic batch, each beside the
 * matrix products it is made of, in interleaved rounds: what slows the machine slows both.
 *
 * @param tasks K
 * @param atoms mean atoms of a molecule
 * @param missing fraction of labels missing
 */
record StepBenchmark(int tasks, int atoms, double missing) {
  private static final int ROWS = 32;
  private static final int FEATURES = 37;

  /** Like Tox21: 12 tasks, 606 atoms in a batch of 32, 17 % of labels missing. */
  static StepBenchmark tox21() {
    return new StepBenchmark(12, 19, .17);
  }

  /** Like SIDER: 27 tasks, 928 atoms in a batch of 32, no label missing. */
  static StepBenchmark sider() {
    return new StepBenchmark(27, 29, 0);
  }

  /** Three graph convolutions of 256, a projection, heads 256-128-1, batch norm, dropout 0.3. */
  Architecture architecture() {
    return new Architecture(
        Input.GRAPH,
        FEATURES,
        List.of(256, 256, 256),
        Norm.BATCH,
        .3,
        256,
        128,
        Norm.BATCH,
        .3,
        tasks);
  }

  /**
   * Measures.
   *
   * @param warmUp rounds to leave out
   * @param rounds rounds to take medians of
   */
  StepTimes run(int warmUp, int rounds, Device device) {
    Seeds seeds = new Seeds(1);
    Architecture architecture = architecture();
    List<Target> targets =
        IntStream.range(0, tasks).mapToObj(t -> Target.binary("task-" + t)).toList();
    Batch batch = batch(architecture, targets, seeds);
    try (Trainer trainer = new Trainer(architecture, targets, optimisation(), seeds, device);
        BareProducts products = new BareProducts(architecture, batch.atoms(), ROWS, device)) {
      double[][] times =
          interleaved(
              warmUp,
              rounds,
              () -> trainer.step(batch),
              products::step,
              () -> trainer.capture(batch, Look.GRAM),
              products::capture);
      return new StepTimes(
          tasks,
          ROWS,
          batch.atoms(),
          Torch.threads(),
          rounds,
          median(times[0]),
          median(times[1]),
          median(times[2]),
          median(times[3]));
    }
  }

  private Batch batch(Architecture architecture, List<Target> targets, Seeds seeds) {
    SyntheticMolecules data = new SyntheticMolecules(ROWS, atoms, FEATURES, tasks, missing, seeds);
    BatchMaker maker = new BatchMaker(architecture, targets, new Inputs.Graphs(data), data, seeds);
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(data.rows(), 0, 0));
    return batch;
  }

  private static Optimisation optimisation() {
    return new Optimisation(1e-3, .01, .9, .999, 1e-8, 1, Schedule.COSINE, 50, ROWS, LossOver.MEAN);
  }

  private static double[][] interleaved(int warmUp, int rounds, Runnable... works) {
    double[][] millis = new double[works.length][rounds];
    for (int round = -warmUp; round < rounds; round++) {
      for (int w = 0; w < works.length; w++) {
        long start = System.nanoTime();
        works[w].run();
        if (round >= 0) {
          millis[w][round] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    return millis;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
