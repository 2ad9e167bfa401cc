package org.taskaffinity.runtime;

import org.taskaffinity.runtime.compile.Architecture;
import org.taskaffinity.runtime.compile.Architecture.Layer;
import org.taskaffinity.runtime.compile.Mixing;

/**
 * What a training costs, roughly: the multiply-adds of its matrix products at a rate once measured,
 * and an overhead a step. The rates are those of two cores with AVX-512; a plan says "about".
 */
final class Cost {
  /** Multiply-adds a second that a step reaches, everything between its products included. */
  private static final double STEP_RATE = 2.0e10;

  /** Multiply-adds a second that a capture reaches. */
  private static final double CAPTURE_RATE = 3.0e10;

  /** Seconds a step takes beside its products. */
  private static final double STEP_OVERHEAD = 4e-3;

  /** How much longer than its products attention takes in a step: it gathers neighbours too. */
  private static final double GATHERING = 1.8;

  /** The same in a capture, where gathering is done backward for every task. */
  private static final double GATHERING_BACK = 4;

  private static final long FLOAT = Float.BYTES;

  private Cost() {}

  /**
   * Seconds of a training step.
   *
   * @param rows of a batch
   * @param atoms of a batch; the rows where there are no graphs
   */
  static double step(Architecture sizes, double rows, double atoms) {
    double heads = rows * sizes.tasks() * sizes.headParameters();
    double slower = attends(sizes) ? GATHERING : 1;
    return STEP_OVERHEAD + 3 * (slower * encoder(sizes, rows, atoms) + heads) / STEP_RATE;
  }

  /** Seconds of a capture, beyond the step it belongs to. */
  static double capture(Architecture sizes, double atoms) {
    double slower = attends(sizes) ? GATHERING_BACK : 1;
    return slower * 2 * sizes.tasks() * encoder(sizes, atoms, atoms) / CAPTURE_RATE;
  }

  private static boolean attends(Architecture sizes) {
    return sizes.mixing() instanceof Mixing.Attention;
  }

  /** Bytes of parameters with their optimiser, of task gradients, activations and captures. */
  static long memory(Architecture sizes, double atoms, long captures) {
    long tasks = sizes.tasks();
    long training = 4L * sizes.parameters() * FLOAT;
    long gradients = 2 * tasks * sizes.encoderParameters() * FLOAT;
    long widths = sizes.layers().stream().mapToLong(Layer::out).sum();
    long activations = (long) (6 * atoms * widths) * FLOAT;
    return training + gradients + activations + captures * tasks * tasks * FLOAT;
  }

  private static double encoder(Architecture sizes, double rows, double atoms) {
    double products = 0;
    for (Layer layer : sizes.layers()) {
      products += (layer.graph() ? atoms : rows) * layer.weights();
    }
    return products;
  }
}
