package org.taskaffinity.runtime.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.CaptureSchedule;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.compile.UpdateRule;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.BatchMaker;
import org.taskaffinity.runtime.train.BatchOrder;
import org.taskaffinity.runtime.train.TrainingSpec;

/**
 * What is measured: a network and its batches.
 *
 * @param batches where they come from, in a word
 */
public record Subject(String batches, TrainingSpec assignment) {
  private static final int ROWS = 32;
  private static final int FEATURES = 37;

  /**
   * Made-up molecules for the network that is measured: three graph convolutions of 256, a
   * projection, heads 256-128-1, batch norm, dropout 0.3.
   *
   * @param tasks K; 12 is shaped like Tox21, 27 like SIDER
   */
  public static Subject synthetic(int tasks) {
    return switch (tasks) {
      case 12 -> synthetic(tasks, 19, .17);
      case 27 -> synthetic(tasks, 29, 0);
      default -> synthetic(tasks, 24, 0);
    };
  }

  static Subject synthetic(int tasks, int atoms, double missing) {
    Seeds seeds = new Seeds(1);
    SyntheticMolecules data =
        new SyntheticMolecules(4 * ROWS, atoms, FEATURES, tasks, missing, seeds);
    List<Target> targets =
        IntStream.range(0, tasks).mapToObj(t -> Target.binary("task-" + t)).toList();
    return new Subject(
        "synthetic",
        new TrainingSpec(
            architecture(tasks),
            new OptimizerSettings(
                1e-3, .01, UpdateRule.ADAM_W, 1, Schedule.COSINE, 50, ROWS, new Combination.Mean()),
            targets,
            new CaptureSchedule(1, 0),
            Optional.empty(),
            new Inputs.Graphs(data),
            data,
            new TrainingSpec.HeldOut(data, List.of(), new double[tasks]),
            new TrainingSpec.RowSets(data.rows(), new int[0], new int[0]),
            seeds));
  }

  private static Architecture architecture(int tasks) {
    List<Integer> widths = List.of(256, 256, 256);
    return new Architecture(
        new GraphConvolution(), FEATURES, widths, Norm.BATCH, .3, 256, 128, Norm.BATCH, .3, tasks);
  }

  int tasks() {
    return assignment.targets().size();
  }

  /** The same few whole batches in either form. */
  Batch[] batches(Batch.Form form) {
    BatchMaker maker = assignment.batchMaker(form);
    Stream<BatchOrder.Draft> drafts =
        assignment.order().epoch(0).stream()
            .filter(draft -> draft.rows().length == assignment.optimisation().batchSize())
            .limit(6);
    return drafts
        .map(
            draft -> {
              Batch batch = maker.empty();
              maker.fill(batch, draft);
              return batch;
            })
        .toArray(Batch[]::new);
  }

  /** Atoms of a batch, on average. */
  int atoms() {
    return (int)
        Arrays.stream(batches(Batch.Form.ARRAYS)).mapToInt(Batch::atoms).average().orElse(0);
  }
}
