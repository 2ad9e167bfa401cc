package org.taskaffinity.runtime.stats;

import org.taskaffinity.dsl.Interval;

/**
 * What the noise of E, measured on finitely many compounds, takes from its correlation with G.
 *
 * <pre>
 *   reliability = 1 − mean_ij Var*(E*_ij) / Var_ij(E_ij)        r∞ = r / √reliability
 * </pre>
 *
 * <p>Var* is over bootstrap replicates of the compounds, Var_ij over pairs (Spearman 1904, "The
 * proof and measurement of association between two things"). For Pearson's r. The noise of G is not
 * corrected for.
 *
 * @param r the correlation as measured
 * @param reliability the share of E's variance over pairs that is not noise, at most 1; NaN where
 *     noise explains it all
 * @param corrected r∞, what E on unlimited compounds would give; it can leave [−1, 1] by chance and
 *     is then cut off there
 * @param interval for r∞: that of r over molecules, likewise divided
 */
record Attenuation(double r, double reliability, double corrected, Interval interval) {

  /**
   * Measures it.
   *
   * @param g [K][K], symmetric
   * @param molecules labels to draw E from
   */
  static Attenuation of(double[][] g, MoleculeBootstrap molecules) {
    double[][] observed = molecules.observed();
    double reliability = reliability(observed, molecules);
    double r = Pairs.of(g, observed).correlation(Correlation.PEARSON);
    Interval raw = Intervals.overMolecules(g, molecules, Correlation.PEARSON);
    double root = Math.sqrt(reliability);
    Interval corrected =
        new Interval(
            Correlation.clamp(raw.low() / root),
            Correlation.clamp(raw.high() / root),
            raw.level(),
            raw.over(),
            raw.method() + ", corrected for attenuation",
            raw.units(),
            raw.replicates());
    return new Attenuation(r, reliability, Correlation.clamp(r / root), corrected);
  }

  private static double reliability(double[][] observed, MoleculeBootstrap molecules) {
    double[] upper = Pairs.upper(observed);
    double[] sum = new double[upper.length];
    double[] squares = new double[upper.length];
    int[] count = new int[upper.length];
    molecules.forEach(
        (e, replicate) -> {
          double[] values = Pairs.upper(e);
          for (int p = 0; p < values.length; p++) {
            double change = values[p] - upper[p];
            if (!Double.isNaN(change)) {
              sum[p] += change;
              squares[p] += change * change;
              count[p]++;
            }
          }
        });
    double noise = 0;
    int pairs = 0;
    for (int p = 0; p < upper.length; p++) {
      if (count[p] > 1) {
        noise += (squares[p] - sum[p] * sum[p] / count[p]) / (count[p] - 1);
        pairs++;
      }
    }
    double[] defined = PairSummary.of(observed).sorted();
    double spread = Moments.squares(defined) / (defined.length - 1);
    double reliability = 1 - noise / pairs / spread;
    return reliability > 0 ? reliability : Double.NaN;
  }
}
