package org.taskaffinity.runtime.cluster;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.clustering.ClusterID;
import org.tribuo.provenance.ModelProvenance;

/**
 * What {@link AgglomerativeTrainer} found: the whole tree, and its cut into the clusters asked for.
 *
 * <p>The clusters of the training examples are {@link #labels()}. {@link #predict} places an
 * example as if it came last, into the cluster nearest by the same linkage; for a training example
 * that is usually, but need not be, its own cluster. The model lives in memory: Tribuo's
 * serialisation of it is not supported.
 */
public final class AgglomerativeModel extends Model<ClusterID> {
  private static final long serialVersionUID = 1L;

  private final transient Dendrogram dendrogram;
  private final transient Nearest nearest;

  AgglomerativeModel(
      ModelProvenance provenance,
      ImmutableFeatureMap features,
      ImmutableOutputInfo<ClusterID> outputs,
      Dendrogram dendrogram,
      Nearest nearest) {
    super("agglomerative-model", provenance, features, outputs, false);
    this.dendrogram = dendrogram;
    this.nearest = nearest;
  }

  /** The tree over the training examples, leaves in their order. */
  public Dendrogram dendrogram() {
    return dendrogram;
  }

  /** The cluster of each training example, numbered from 0 by first members. */
  public int[] labels() {
    return nearest.labels().clone();
  }

  @Override
  public Prediction<ClusterID> predict(Example<ClusterID> example) {
    double[] values =
        AgglomerativeTrainer.values(example, featureIDMap, nearest.input(), nearest.width());
    ClusterID cluster = new ClusterID(nearest.cluster(values));
    return new Prediction<>(cluster, example.size(), example);
  }

  /** Empty: a tree weighs no features. */
  @Override
  public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
    return Map.of();
  }

  /** Empty: there is none to give. */
  @Override
  public Optional<Excuse<ClusterID>> getExcuse(Example<ClusterID> example) {
    return Optional.empty();
  }

  @Override
  protected AgglomerativeModel copy(String newName, ModelProvenance newProvenance) {
    AgglomerativeModel copy =
        new AgglomerativeModel(newProvenance, featureIDMap, outputIDInfo, dendrogram, nearest);
    copy.setName(newName);
    return copy;
  }
}
