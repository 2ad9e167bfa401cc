package org.taskaffinity.dsl;

import java.util.List;
import java.util.Locale;

/**
 * How fast this machine trains and captures.
 *
 * @param machine processor, cores, JVM and engine
 * @param rows one per number of tasks
 */
public record Speed(String machine, List<Row> rows) {
  public Speed {
    rows = List.copyOf(rows);
  }

  /**
   * Medians over interleaved rounds, in milliseconds, for a batch of 32 molecules and an encoder
   * gcn(256, 256, 256) with a projection.
   *
   * @param tasks K
   * @param atoms atoms of the batch
   * @param rounds rounds measured
   * @param step a training step
   * @param stepProducts the bare matrix products of a step
   * @param capture a forward pass and the capture of all K gradients and their Gram matrix
   * @param captureProducts the bare matrix products of a dense capture
   */
  public record Row(
      int tasks,
      int atoms,
      int rounds,
      double step,
      double stepProducts,
      double capture,
      double captureProducts) {}

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(machine);
    out.append("\n  K  atoms   step  products  ratio   capture  products  ratio   (ms, medians)");
    for (Row r : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "%n%3d  %5d %6.1f    %6.1f  %5.2f   %7.1f   %7.1f  %5.2f",
              r.tasks(),
              r.atoms(),
              r.step(),
              r.stepProducts(),
              r.step() / r.stepProducts(),
              r.capture(),
              r.captureProducts(),
              r.capture() / r.captureProducts()));
    }
    return out.toString();
  }
}
