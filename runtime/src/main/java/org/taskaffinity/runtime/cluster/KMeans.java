package org.taskaffinity.runtime.cluster;

import org.taskaffinity.runtime.random.Seeds;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.math.distance.DistanceType;

/** Tribuo's k-means from several starts; one start often ends in a poor local optimum. */
final class KMeans {
  static final int STARTS = 10;
  private static final int ITERATIONS = 100;

  private KMeans() {}

  static int[] labels(double[][] rows, int groups, long seed) {
    TribuoLog.quiet();
    MutableDataset<ClusterID> dataset = TribuoData.rows(rows, "affinity");
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      int[] labels = once(dataset, groups, new Seeds(seed).key("k-means/" + start));
      double squares = squares(rows, labels);
      if (squares < least) {
        least = squares;
        best = labels;
      }
    }
    return best;
  }

  private static int[] once(MutableDataset<ClusterID> dataset, int groups, long seed) {
    KMeansModel model =
        new KMeansTrainer(
                groups,
                ITERATIONS,
                DistanceType.L2.getDistance(),
                KMeansTrainer.Initialisation.PLUSPLUS,
                1,
                seed)
            .train(dataset);
    return Partition.numbered(
        model.predict(dataset).stream().mapToInt(p -> p.getOutput().getID()).toArray());
  }

  /** Sum of squared distances to the groups' centroids. */
  private static double squares(double[][] rows, int[] labels) {
    double sum = 0;
    for (int c = 0; c < Partition.groups(labels); c++) {
      for (int f = 0; f < rows[0].length; f++) {
        sum += squares(rows, labels, c, f);
      }
    }
    return sum;
  }

  private static double squares(double[][] rows, int[] labels, int cluster, int feature) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < rows.length; i++) {
      if (labels[i] == cluster) {
        sum += rows[i][feature];
        squares += rows[i][feature] * rows[i][feature];
        n++;
      }
    }
    return squares - sum * sum / n;
  }
}
