package org.taskaffinity.runtime.train;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.bench.SyntheticMolecules;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.compile.UpdateRule;
import org.taskaffinity.runtime.encoder.Characters;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.cnn.TextConvolution;
import org.taskaffinity.runtime.encoder.dmpnn.DirectedMessages;
import org.taskaffinity.runtime.encoder.gat.GraphAttention;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.encoder.gin.GraphIsomorphism;
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
        new GraphConvolution(), 7, List.of(8, 8), norm, dropout, 6, 5, norm, dropout, TASKS);
  }

  /** A small encoder of every kind. */
  enum Kind {
    GCN(new GraphConvolution()),
    GAT(new GraphAttention(2)),
    GIN(new GraphIsomorphism()),
    DMPNN(new DirectedMessages(3, SyntheticMolecules.BOND_FEATURES)),
    CNN(new TextConvolution(List.of(3, 1, 5), 4)),
    DEEP_CNN(new TextConvolution(List.of(3), 4));

    private final EncoderKind encoder;

    Kind(EncoderKind encoder) {
      this.encoder = encoder;
    }

    Architecture of(Norm norm, double dropout) {
      int inputs = encoder.input() == InputForm.TEXT ? Characters.ALPHABET : 7;
      List<Integer> widths =
          switch (this) {
            case DMPNN -> List.of(8);
            case CNN -> List.of(4);
            default -> List.of(8, 6);
          };
      return new Architecture(encoder, inputs, widths, norm, dropout, 6, 5, norm, dropout, TASKS);
    }
  }

  static Stream<Arguments> kindsAndNorms() {
    return Stream.of(Kind.values())
        .flatMap(kind -> Stream.of(Norm.values()).map(norm -> Arguments.of(kind, norm)));
  }

  /** As many texts as {@link #molecules}, of 1 to 12 characters, some of them no SMILES has. */
  static Inputs inputs(Architecture architecture) {
    if (architecture.input() == InputForm.GRAPH) {
      return new Inputs.Graphs(molecules());
    }
    RandomGenerator random = SEEDS.stream("texts");
    return new Inputs.Texts(
        new Characters(
            IntStream.range(0, 50)
                .mapToObj(
                    row ->
                        IntStream.rangeClosed(0, row % 12)
                            .mapToObj(i -> "CNOc1()=#é".charAt(random.nextInt(10)))
                            .map(String::valueOf)
                            .collect(Collectors.joining()))
                .toList()));
  }

  static List<Target> targets() {
    return IntStream.range(0, TASKS).mapToObj(t -> Target.binary("task-" + t)).toList();
  }

  static OptimizerSettings optimisation(Combination reduction) {
    return new OptimizerSettings(
        1e-2, 0.01, UpdateRule.ADAM_W, 1, Schedule.COSINE, 20, 16, reduction);
  }

  static Trainer trainer(Architecture architecture, DataType type) {
    return new Trainer(
        architecture, targets(), optimisation(new Combination.Sum()), SEEDS, Device.cpu(), type);
  }

  static BatchMaker maker(Architecture architecture) {
    SyntheticMolecules molecules = molecules();
    return new BatchMaker(architecture, targets(), inputs(architecture), molecules, SEEDS);
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
