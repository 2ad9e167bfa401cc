package org.taskaffinity.runtime.stats;

import java.util.BitSet;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/** Binary labels of K tasks that share three hidden factors: 1 where the factors' sum is great. */
final class PlantedLabels {
  private final double[][] loading;
  private final double[] threshold;
  private final double[][] correlation;

  PlantedLabels(int tasks, Stream stream) {
    loading = new double[tasks][3];
    threshold = new double[tasks];
    for (int t = 0; t < tasks; t++) {
      for (int f = 0; f < 3; f++) {
        loading[t][f] = stream.nextGaussian();
      }
      threshold[t] = stream.nextGaussian() / 2;
    }
    correlation = draw(50_000, stream).correlation();
  }

  Draw draw(int rows, Stream stream) {
    double[][] labels = new double[loading.length][rows];
    for (int r = 0; r < rows; r++) {
      double[] factor = {stream.nextGaussian(), stream.nextGaussian(), stream.nextGaussian()};
      for (int t = 0; t < labels.length; t++) {
        double sum = stream.nextGaussian() - threshold[t];
        for (int f = 0; f < 3; f++) {
          sum += loading[t][f] * factor[f];
        }
        labels[t][r] = sum > 0 ? 1 : 0;
      }
    }
    return new Draw(labels, Made.everything(labels.length, rows));
  }

  /** The true label correlations and noise, as many times as wide as they are. */
  double[][] affinity(double noise, Stream stream) {
    int k = loading.length;
    double[] values = PairSummary.of(correlation).sorted();
    double spread = Math.sqrt(Moments.squares(values) / values.length);
    double[][] g = new double[k][k];
    for (int i = 0; i < k; i++) {
      g[i][i] = 1;
      for (int j = 0; j < i; j++) {
        g[i][j] = g[j][i] = correlation[i][j] + noise * spread * stream.nextGaussian();
      }
    }
    return g;
  }

  record Draw(double[][] labels, BitSet[] measured) {

    double[][] correlation() {
      return LabelCorrelation.of(labels, measured, 3).correlation();
    }

    MoleculeBootstrap bootstrap(int replicates, long seed) {
      return new MoleculeBootstrap(labels, measured, null, 3, replicates, new Seeds(seed));
    }
  }
}
