package org.taskaffinity.runtime.plan;

import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.encoder.Effort;
import org.taskaffinity.runtime.encoder.LayerSizes;
import org.taskaffinity.runtime.train.TrainingSpec;
import org.taskaffinity.runtime.train.Trial;

/**
 * What a training costs: seconds from the pace at which its parts were tried, bytes from its sizes.
 */
public final class Cost {
  /** A capture's forward pass is the step's own, about so much of a step. */
  private static final double FORWARD = 0.3;

  /** Seconds for reading the result off and writing it: pages, statistics, files. */
  private static final double READOUT = 0.5;

  /** Of the same, for each molecule and task: both bootstraps draw molecules anew. */
  private static final double READOUT_LABEL = 2e-6;

  private static final long FLOAT = Float.BYTES;

  /** Numbers an atom's features and bonds take, in whatever form. */
  private static final long ATOM = 12;

  /** The widest vectors there are; tasks are padded to them. */
  private static final long LANES = 16;

  private Cost() {}

  /**
   * Seconds of a run, from its first step to its page.
   *
   * @param pace of its parts
   */
  public static double seconds(Prepared prepared, Trial.Pace pace) {
    TrainingSpec assignment = prepared.assignment();
    long steps = prepared.steps();
    long captures = assignment.looks().looks(steps);
    double capture = Math.max(0, pace.capture() - FORWARD * pace.step());
    long validation = assignment.rows().validation().length;
    long evaluated =
        validation * (assignment.optimisation().epochs() + 1L) + assignment.rows().test().length;
    return pace.warmUp()
        + steps * pace.step()
        + captures * (capture + (assignment.looks().batches() - 1) * pace.capture())
        + evaluated * pace.row()
        + readout(prepared);
  }

  private static double readout(Prepared prepared) {
    return READOUT + READOUT_LABEL * prepared.table().size() * prepared.table().tasks().size();
  }

  /** Where nothing could be tried: multiply-adds at rates once measured on two cores. */
  public static Trial.Pace guess(Prepared prepared) {
    Architecture sizes = prepared.assignment().architecture();
    double rows = prepared.assignment().optimisation().batchSize();
    double atoms = rows * prepared.atoms();
    double encoder = products(sizes, rows, atoms);
    double heads = rows * sizes.tasks() * sizes.headParameters();
    Effort effort = sizes.kind().effort();
    double step = 4e-3 + 3 * (effort.step() * encoder + heads) / 2e10;
    double capture = effort.capture() * 2 * sizes.tasks() * encoder / 3e10;
    return new Trial.Pace(step, capture, step / rows / 3, 1);
  }

  private static double products(Architecture sizes, double rows, double atoms) {
    double products = 0;
    for (LayerSizes layer : sizes.layers()) {
      products += (layer.graph() ? atoms : rows) * layer.weights();
    }
    return products;
  }

  /** Bytes of data, parameters with their optimiser, activations, task gradients and captures. */
  public static long memory(Prepared prepared) {
    TrainingSpec assignment = prepared.assignment();
    Architecture sizes = assignment.architecture();
    long tasks = (sizes.tasks() + LANES - 1) / LANES * LANES;
    double atoms = assignment.optimisation().batchSize() * prepared.atoms();
    long widths = sizes.layers().stream().mapToLong(LayerSizes::out).sum();
    long training = (4L + assignment.optimisation().rule().remembered()) * sizes.parameters();
    long gradients = tasks * sizes.encoderParameters();
    long activations = (long) (atoms * widths * sizes.kind().effort().activations()) * (8 + LANES);
    int batches = assignment.looks().batches();
    long captures =
        assignment.looks().looks(prepared.steps())
            * sizes.tasks()
            * (sizes.tasks() * (batches > 1 ? 2L : 1L) + 1L);
    long across = batches > 1 ? (long) batches * sizes.tasks() * sizes.encoderParameters() : 0;
    long data = (long) (prepared.table().size() * (prepared.atoms() * ATOM + 3L * sizes.tasks()));
    return FLOAT * (training + gradients + activations + captures + across + data);
  }
}
