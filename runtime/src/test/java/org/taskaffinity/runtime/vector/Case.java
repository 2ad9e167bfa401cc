package org.taskaffinity.runtime.vector;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Combination;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.runtime.bench.SyntheticMolecules;
import org.taskaffinity.runtime.combine.Combiner;
import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.OptimizerSettings;
import org.taskaffinity.runtime.compile.Target;
import org.taskaffinity.runtime.compile.UpdateRule;
import org.taskaffinity.runtime.encoder.EncoderKind;
import org.taskaffinity.runtime.encoder.InputForm;
import org.taskaffinity.runtime.encoder.Inputs;
import org.taskaffinity.runtime.encoder.RowSource;
import org.taskaffinity.runtime.encoder.dense.FeatureColumns;
import org.taskaffinity.runtime.encoder.gcn.GraphConvolution;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.train.Batch;
import org.taskaffinity.runtime.train.BatchMaker;
import org.taskaffinity.runtime.train.BatchOrder;
import org.taskaffinity.runtime.train.Labels;
import org.taskaffinity.runtime.train.Trainer;

/** One network of any shape on synthetic molecules, for either engine. */
record Case(
    Architecture architecture,
    Combination combination,
    int rows,
    double missing,
    long seed,
    UpdateRule rule) {
  private static final int MOLECULES = 60;

  /** AdamW's twice, for it is what most train by. */
  private static final List<UpdateRule> RULES =
      List.of(
          UpdateRule.ADAM_W,
          UpdateRule.ADAM,
          UpdateRule.ADAM_W,
          new UpdateRule.Momentum(.9),
          new UpdateRule.Momentum(0));

  Case(Architecture architecture, Combination combination, int rows, double missing, long seed) {
    this(
        architecture,
        combination,
        rows,
        missing,
        seed,
        RULES.get(Math.floorMod(seed, RULES.size())));
  }

  /** Every kind of layer, norm and head, odd sizes, tasks of both types. */
  static Case random(long seed) {
    return random(seed, 1, 20);
  }

  /** The same with more tasks than three panels hold, in vectors of 512 bits too. */
  static Case many(long seed) {
    return random(seed, 65, 40);
  }

  /** So few that each has a backward pass of its own. */
  static Case few(long seed) {
    return random(seed, 1, TaskCapture.FEW);
  }

  /** Many, of which a part has no label in a batch. */
  static Case sparse(long seed) {
    Case many = random(seed, 33, 40);
    return new Case(many.architecture, many.combination, many.rows, .94, seed);
  }

  private static Case random(long seed, int fewestTasks, int more) {
    Random random = new Random(seed);
    Norm[] norms = Norm.values();
    EncoderKind kind = random.nextInt(3) == 0 ? new FeatureColumns() : new GraphConvolution();
    List<Integer> widths = new ArrayList<>();
    for (int layers = 1 + random.nextInt(3); layers > 0; layers--) {
      widths.add(4 + random.nextInt(40));
    }
    Architecture architecture =
        new Architecture(
            kind,
            1 + random.nextInt(40),
            widths,
            norms[random.nextInt(norms.length)],
            random.nextBoolean() ? 0 : .3,
            random.nextBoolean() ? 0 : 4 + random.nextInt(40),
            random.nextInt(3) == 0 ? 0 : 4 + random.nextInt(20),
            norms[random.nextInt(norms.length)],
            random.nextBoolean() ? 0 : .4,
            fewestTasks + random.nextInt(more));
    Combination combination = random.nextBoolean() ? new Combination.Sum() : new Combination.Mean();
    return new Case(
        architecture, combination, 5 + random.nextInt(28), random.nextDouble() / 2, seed);
  }

  Seeds seeds() {
    return new Seeds(seed);
  }

  List<Target> targets() {
    return IntStream.range(0, architecture.tasks())
        .mapToObj(
            t ->
                t % 3 == 2
                    ? Target.regression("task-" + t)
                    : new Target("task-" + t, Target.Kind.BINARY, 1 + t % 2))
        .toList();
  }

  OptimizerSettings optimisation() {
    return new OptimizerSettings(1e-3, .01, rule, .5, Schedule.COSINE, 5, rows, combination);
  }

  Inputs inputs() {
    if (architecture.input() == InputForm.GRAPH) {
      return new Inputs.Graphs(molecules());
    }
    Random random = new Random(seed + 1);
    float[][] x = new float[MOLECULES][architecture.inputs()];
    for (float[] row : x) {
      for (int f = 0; f < row.length; f++) {
        row[f] = (float) random.nextGaussian();
      }
    }
    return new Inputs.Rows(RowSource.dense(x));
  }

  private SyntheticMolecules molecules() {
    return new SyntheticMolecules(
        MOLECULES, 9, architecture.inputs(), architecture.tasks(), missing, seeds());
  }

  Labels labels() {
    return molecules();
  }

  BatchMaker maker(Batch.Form form) {
    return new BatchMaker(form, architecture, targets(), inputs(), labels(), seeds());
  }

  Batch batch(Batch.Form form, int step) {
    BatchMaker maker = maker(form);
    Batch batch = maker.empty();
    int[] ids = new Random(seed + step).ints(0, MOLECULES).distinct().limit(rows).toArray();
    maker.fill(batch, new BatchOrder.Draft(ids, step, 0));
    return batch;
  }

  Trainer djl() {
    return new Trainer(architecture, targets(), optimisation(), seeds(), Device.cpu());
  }

  /** The same in double: what both engines round. */
  Trainer exact() {
    return new Trainer(
        architecture, targets(), optimisation(), seeds(), Device.cpu(), DataType.FLOAT64);
  }

  /** With a combiner in place of what the optimisation names. */
  Trainer djl(DataType type, Combiner combiner) {
    return new Trainer(
        architecture, targets(), optimisation(), seeds(), Device.cpu(), type, combiner);
  }

  VectorTrainer java(int threads, Combiner combiner) {
    return new VectorTrainer(architecture, targets(), optimisation(), seeds(), threads, combiner);
  }

  VectorTrainer java(int threads) {
    return new VectorTrainer(architecture, targets(), optimisation(), seeds(), threads);
  }

  /**
   * How far an engine may be from the exact numbers: 5e-5, or four times as far as the other engine
   * where rounding alone takes that one further, as behind a norm of very small values. The order
   * of float32 sums depends on the width of the vectors: with 256 bits all cases lie within 1e-5,
   * with 512 bits one of 90, a batch norm over seven rows, is 2.6e-5 away.
   */
  static double allowed(double other) {
    return Math.max(5e-5, 4 * other);
  }

  /** ‖a − b‖ / ‖a‖; 0 where both are the same. */
  static double apart(float[] a, float[] b) {
    double size = 0;
    double difference = 0;
    for (int i = 0; i < a.length; i++) {
      size += (double) a[i] * a[i];
      difference += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return difference == 0 ? 0 : Math.sqrt(difference / size);
  }
}
