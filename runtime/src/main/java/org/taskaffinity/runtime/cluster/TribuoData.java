package org.taskaffinity.runtime.cluster;

import java.util.Locale;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Plain matrices as Tribuo's datasets. */
final class TribuoData {
  private TribuoData() {}

  /**
   * One example per row; value j is the feature named j with six digits, for names sort as texts.
   *
   * @param rows [K][F]
   * @param description what they are, for the provenance
   */
  static MutableDataset<ClusterID> rows(double[][] rows, String description) {
    ClusteringFactory factory = new ClusteringFactory();
    MutableDataset<ClusterID> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance(description, factory), factory);
    for (double[] row : rows) {
      String[] names = new String[row.length];
      for (int j = 0; j < names.length; j++) {
        names[j] = String.format(Locale.ROOT, "%06d", j);
      }
      dataset.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row.clone()));
    }
    return dataset;
  }
}
