package org.taskaffinity.runtime.cluster;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.util.MutableLong;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Trainer;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ImmutableClusteringInfo;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Agglomerative clustering as a Tribuo trainer.
 *
 * <p>Under {@link Input#DISTANCES} the examples are the rows of a distance matrix in order, example
 * i holding its distance to example j under the name {@link #feature feature(j)}; {@link
 * TribuoData#rows} makes such a dataset. An absent feature is a distance of 0. Under {@link
 * Input#FEATURES} they are points, and distances are Euclidean.
 *
 * <p>Nothing is drawn at random, so the invocation count changes nothing.
 */
public final class AgglomerativeTrainer implements Trainer<ClusterID> {

  /** What the features of an example are. */
  public enum Input {
    /** Distances to all examples. */
    DISTANCES,
    /** Coordinates. */
    FEATURES
  }

  @Config(mandatory = true, description = "The number of clusters.")
  private int clusters;

  @Config(description = "How far a merged cluster lies from the others.")
  private Linkage linkage = Linkage.AVERAGE;

  @Config(description = "Whether examples hold distances to one another or coordinates.")
  private Input input = Input.DISTANCES;

  private int invocations;

  /** For Tribuo's configuration system. */
  private AgglomerativeTrainer() {}

  /**
   * A trainer.
   *
   * @param clusters at least 1
   * @param linkage the distance between clusters
   * @param input what the examples hold
   */
  public AgglomerativeTrainer(int clusters, Linkage linkage, Input input) {
    this.clusters = clusters;
    this.linkage = linkage;
    this.input = input;
    postConfig();
  }

  @Override
  public void postConfig() {
    if (clusters < 1) {
      throw new PropertyException("", "clusters", "There must be at least 1, not " + clusters);
    }
  }

  /** The name under which an example holds its j-th value. Names sort as their numbers do. */
  public static String feature(int j) {
    return String.format(Locale.ROOT, "%06d", j);
  }

  @Override
  public AgglomerativeModel train(Dataset<ClusterID> examples) {
    return train(examples, Map.of());
  }

  @Override
  public AgglomerativeModel train(
      Dataset<ClusterID> examples, Map<String, Provenance> runProvenance) {
    return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
  }

  @Override
  public AgglomerativeModel train(
      Dataset<ClusterID> examples, Map<String, Provenance> runProvenance, int invocation) {
    TrainerProvenance trainer;
    synchronized (this) {
      if (invocation != INCREMENT_INVOCATION_COUNT) {
        setInvocationCount(invocation);
      }
      trainer = getProvenance();
      invocations++;
    }
    double[][] rows = rows(examples);
    double[][] distances = input == Input.DISTANCES ? rows : Distances.euclidean(rows);
    Dendrogram dendrogram = Agglomeration.of(distances, linkage);
    int[] labels = dendrogram.cut(clusters);
    ModelProvenance provenance =
        new ModelProvenance(
            AgglomerativeModel.class.getName(),
            OffsetDateTime.now(),
            examples.getProvenance(),
            trainer,
            runProvenance);
    return new AgglomerativeModel(
        provenance,
        examples.getFeatureIDMap(),
        outputs(labels),
        dendrogram,
        new Nearest(linkage, input, rows, distances, labels));
  }

  private double[][] rows(Dataset<ClusterID> examples) {
    ImmutableFeatureMap features = examples.getFeatureIDMap();
    int width = input == Input.DISTANCES ? examples.size() : features.size();
    double[][] rows = new double[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values(examples.getExample(i), features, input, width);
    }
    return rows;
  }

  /** An example's values by position; what it does not hold is 0. */
  static double[] values(
      Example<ClusterID> example, ImmutableFeatureMap features, Input input, int width) {
    double[] values = new double[width];
    for (Feature feature : example) {
      int at =
          input == Input.DISTANCES
              ? position(feature.getName(), width)
              : features.getID(feature.getName());
      if (at >= 0) {
        values[at] = feature.getValue();
      }
    }
    return values;
  }

  private static int position(String name, int examples) {
    if (name.matches("\\d{6,9}") && Integer.parseInt(name) < examples) {
      return Integer.parseInt(name);
    }
    throw new IllegalArgumentException(
        "Feature \""
            + name
            + "\" is no distance to one of "
            + examples
            + " examples. Name it by AgglomerativeTrainer.feature(j), or train on"
            + " Input.FEATURES.");
  }

  private static ImmutableOutputInfo<ClusterID> outputs(int[] labels) {
    Map<Integer, MutableLong> counts = new HashMap<>();
    for (int label : labels) {
      counts.computeIfAbsent(label, key -> new MutableLong(0)).increment();
    }
    return new ImmutableClusteringInfo(counts);
  }

  @Override
  public synchronized int getInvocationCount() {
    return invocations;
  }

  @Override
  public synchronized void setInvocationCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("An invocation count is at least 0, not " + count + ".");
    }
    invocations = count;
  }

  @Override
  public TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }

  @Override
  public String toString() {
    return "AgglomerativeTrainer(clusters="
        + clusters
        + ",linkage="
        + linkage
        + ",input="
        + input
        + ")";
  }
}
