package org.taskaffinity.runtime.stats;

import java.util.BitSet;
import java.util.function.ObjIntConsumer;
import org.taskaffinity.runtime.random.Seeds;

/**
 * Label correlations E of compounds drawn again, with replacement, from those at hand.
 *
 * <p>Replicate r draws from the stream {@code bootstrap/molecules/r}, so every question put to one
 * bootstrap is answered on the same draws.
 */
public final class MoleculeBootstrap {
  /** Enough for a standard error to about 2 %. */
  public static final int REPLICATES = 1_000;

  /** Still a standard error to about 7 %. */
  private static final int LEAST = 100;

  /** Steps allowed in all, some ten seconds of work on a quiet machine. */
  private static final long BUDGET = 20_000_000_000L;

  private final Labels labels;
  private final int minimumShared;
  private final int replicates;
  private final Seeds seeds;

  /** Pairs without a value for lack of counts; empty for none. */
  private final double[][] expected;

  private final int minimumExpected;

  /**
   * Prepares; nothing is drawn yet.
   *
   * @param labels [K][N], as for {@link LabelCorrelation#of(double[][], BitSet[], int[], int)}
   * @param measured K sets of columns of {@code labels}
   * @param rows the compounds to draw from, or null for all
   * @param minimumShared at least 3
   * @param replicates the most wanted; large data get fewer, down to 100, see {@link #replicates()}
   * @param seeds of the draws
   */
  public MoleculeBootstrap(
      double[][] labels,
      BitSet[] measured,
      int[] rows,
      int minimumShared,
      int replicates,
      Seeds seeds) {
    if (replicates < 2) {
      throw new IllegalArgumentException(
          "A bootstrap needs at least 2 replicates, not " + replicates + ". 1000 is usual.");
    }
    Labels.checkMinimum(minimumShared);
    this.labels = new Labels(labels, measured, rows);
    this.minimumShared = minimumShared;
    long affordable = Math.max(LEAST, BUDGET / Math.max(1, this.labels.cost()));
    this.replicates = (int) Math.min(replicates, affordable);
    this.seeds = seeds;
    expected = new double[0][];
    minimumExpected = 0;
  }

  private MoleculeBootstrap(MoleculeBootstrap of, int minimumExpected, double[][] expected) {
    labels = of.labels;
    minimumShared = of.minimumShared;
    replicates = of.replicates;
    seeds = of.seeds;
    this.minimumExpected = minimumExpected;
    this.expected = expected;
  }

  /**
   * The same without the pairs whose smallest expected count ({@link Labels#expected}) on all
   * compounds is below a minimum, in each replicate as well.
   *
   * @param minimum 0 for no requirement
   * @param classes of K tasks, those that are classifications
   */
  public MoleculeBootstrap requiring(int minimum, boolean[] classes) {
    return minimum == 0 ? this : new MoleculeBootstrap(this, minimum, labels.expected(classes));
  }

  /**
   * Whether a pair has no value because its smallest expected count is below the minimum.
   *
   * @return the count; NaN where that is not the reason
   */
  public double lacking(int i, int j) {
    return i != j && expected.length > 0 && expected[i][j] < minimumExpected
        ? expected[i][j]
        : Double.NaN;
  }

  private double[][] enough(double[][] e) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        e[i][j] = Double.isNaN(lacking(i, j)) ? e[i][j] : Double.NaN;
      }
    }
    return e;
  }

  /** How many replicates will be made: those asked for, or fewer where each takes long. */
  public int replicates() {
    return replicates;
  }

  /** How many compounds there are to draw from. */
  public int molecules() {
    return labels.rows();
  }

  /** E on all compounds, each once. */
  public double[][] observed() {
    return enough(labels.correlation(minimumShared).correlation());
  }

  Seeds seeds() {
    return seeds;
  }

  /** Shows each replicate's E with its number. */
  void forEach(ObjIntConsumer<double[][]> look) {
    for (int r = 0; r < replicates; r++) {
      RowWeights drawn =
          RowWeights.bootstrap(labels.rows(), seeds.stream("bootstrap/molecules/" + r));
      look.accept(enough(labels.correlation(drawn, minimumShared)), r);
    }
  }
}
