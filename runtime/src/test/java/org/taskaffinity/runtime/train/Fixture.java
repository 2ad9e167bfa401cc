package org.taskaffinity.runtime.train;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.LossOver;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.bench.SyntheticMolecules;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Input;
import org.taskaffinity.runtime.compile.Optimisation;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.random.Seeds;

/** Small trainings on synthetic molecules. */
final class Fixture {
  static final Seeds SEEDS = new Seeds(42);
  static final int TASKS = 4;

  private Fixture() {}

  static SyntheticMolecules molecules() {
    return new SyntheticMolecules(50, 9, 7, TASKS, .3, SEEDS);
  }

  static Architecture graphs(Norm norm, double dropout) {
    return new Architecture(
        Input.GRAPH, 7, List.of(8, 8), norm, dropout, 6, 5, norm, dropout, TASKS);
  }

  static List<Target> targets() {
    return IntStream.range(0, TASKS).mapToObj(t -> Target.binary("task-" + t)).toList();
  }

  static Optimisation optimisation(LossOver reduction) {
    return new Optimisation(1e-2, 0.01, .9, .999, 1e-8, 1, Schedule.COSINE, 20, 16, reduction);
  }

  static Trainer trainer(Architecture architecture, DataType type) {
    return new Trainer(
        architecture, targets(), optimisation(LossOver.SUM), SEEDS, Device.cpu(), type);
  }

  static BatchMaker maker(Architecture architecture) {
    SyntheticMolecules molecules = molecules();
    return new BatchMaker(architecture, targets(), new Inputs.Graphs(molecules), molecules, SEEDS);
  }

  static Batch batch(Architecture architecture, long step, int... rows) {
    BatchMaker maker = maker(architecture);
    Batch batch = maker.empty();
    maker.fill(batch, new BatchOrder.Draft(rows, step, 0));
    return batch;
  }

  /** Sixteen molecules. */
  static Batch batch(Architecture architecture) {
    return batch(architecture, 3, IntStream.range(0, 16).toArray());
  }

  static BatchQueue queue(Architecture architecture, int fromEpoch, int fromBatch, int until) {
    int[] rows = molecules().rows();
    BatchOrder order = BatchOrder.shuffled(rows, 16, architecture.couplesRows(), SEEDS);
    return BatchQueue.training(maker(architecture), order, fromEpoch, fromBatch, until);
  }
}
