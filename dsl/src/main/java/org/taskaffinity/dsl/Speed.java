package org.taskaffinity.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast this machine trains and captures.
 *
 * @param machine processor, threads, JVM and engines
 * @param rows what was measured; rows of the same work on the same batches lie side by side
 */
public record Speed(String machine, List<Row> rows) {
  public Speed {
    rows = List.copyOf(rows);
  }

  /**
   * One measured number.
   *
   * @param work what was done, such as "step" or "capture" (a forward pass and the Gram matrix of
   *     all K gradients)
   * @param tasks K
   * @param batches where the batches come from
   * @param atoms of a batch, on average
   * @param who the engine, or whose bare matrix products
   * @param unit of the numbers: "ms", "s" or "MB"; empty where they are counted
   * @param rounds how many measurements it is the median of
   * @param median of them
   * @param low a quarter of them are below
   * @param high a quarter of them are above
   */
  public record Row(
      String work,
      int tasks,
      String batches,
      int atoms,
      String who,
      String unit,
      int rounds,
      double median,
      double low,
      double high) {

    /**
     * The median and quartiles of some measurements.
     *
     * @param values one at least, in any order
     */
    public static Row of(
        String work,
        int tasks,
        String batches,
        int atoms,
        String who,
        String unit,
        double... values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new Row(
          work,
          tasks,
          batches,
          atoms,
          who,
          unit,
          sorted.length,
          quantile(sorted, .5),
          quantile(sorted, .25),
          quantile(sorted, .75));
    }

    /** A fraction's place in sorted numbers, between two of them where it falls there. */
    private static double quantile(double[] sorted, double fraction) {
      double at = fraction * (sorted.length - 1);
      int below = (int) at;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private String subject() {
      String where = batches.isEmpty() ? "" : ", " + batches;
      return work + (tasks > 0 ? ", K = " + tasks : "") + where;
    }
  }

  /** These rows, and more behind them. */
  public Speed and(Row... more) {
    return new Speed(machine, Stream.concat(rows.stream(), Stream.of(more)).toList());
  }

  /** Numbers for other programs, one row each; the machine is a comment before them. */
  public String csv() {
    StringBuilder out = new StringBuilder("# ").append(machine);
    out.append("\nwork,tasks,batches,atoms,who,unit,rounds,median,low,high\n");
    for (Row r : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "\"%s\",%d,\"%s\",%d,\"%s\",%s,%d,%.3f,%.3f,%.3f%n",
              r.work(),
              r.tasks(),
              r.batches(),
              r.atoms(),
              r.who(),
              r.unit(),
              r.rounds(),
              r.median(),
              r.low(),
              r.high()));
    }
    return out.toString();
  }

  /** Each number beside the first of its kind: "× 2.00" took twice as long. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(machine);
    Row first = null;
    for (Row r : rows) {
      if (first == null || !first.subject().equals(r.subject())) {
        first = r;
        out.append("\n").append(r.subject());
        out.append(r.atoms() > 0 ? ", " + r.atoms() + " atoms" : "");
      }
      out.append(
          String.format(
              Locale.ROOT,
              "%n  %-20s %9.2f %-2s  %7s   (half of %d between %.2f and %.2f)",
              r.who(),
              r.median(),
              r.unit(),
              first.median() > 0
                  ? String.format(Locale.ROOT, "× %5.2f", r.median() / first.median())
                  : "",
              r.rounds(),
              r.low(),
              r.high()));
    }
    return out.toString();
  }
}
