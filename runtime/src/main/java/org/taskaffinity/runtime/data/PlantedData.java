package org.taskaffinity.runtime.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.PlanException;
import org.taskaffinity.dsl.Source;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.chem.Assembly;
import org.taskaffinity.runtime.chem.FragmentAssembly;
import org.taskaffinity.runtime.chem.Molecules;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.random.Stream;

/**
 * Makes the data of a design.
 *
 * <pre>
 *   y_t = z·w_t + noise · ε        W Wᵀ = C
 * </pre>
 *
 * <p>z are a molecule's fragment counts, whitened: over the molecules made they have mean 0 and
 * covariance I exactly, so that the noiseless labels have covariance C exactly. The rows of W are
 * Cholesky's L with C = L Lᵀ, turned into the latent space by a random orthonormal basis. A
 * classification asks whether y_t lies above its median, which gives two classes of one size.
 */
public final class PlantedData {
  private final Source.Planted design;
  private final Seeds seeds;

  private PlantedData(Source.Planted design) {
    this.design = design;
    this.seeds = new Seeds(design.seed());
  }

  /** T1, T2, …: classifications first, regressions last. */
  public static List<Task> tasks(Source.Planted design) {
    int k = design.cosines().size();
    return IntStream.range(0, k)
        .mapToObj(
            t ->
                new Task(
                    "T" + (t + 1),
                    t < k - design.regressions() ? TaskType.CLASSIFICATION : TaskType.REGRESSION))
        .toList();
  }

  /**
   * Makes the rows; the same design gives the same.
   *
   * @param cache where what is worked out about molecules is kept
   */
  static Table table(Source.Planted design, Path cache) {
    return new PlantedData(design).made(cache);
  }

  private Table made(Path cache) {
    Assembly assembly = FragmentAssembly.kept(design.molecules(), seeds, cache);
    double[][] labels = labels(assembly.features());
    List<String> smiles = assembly.smiles();
    return new Table(
        Catalogue.PLANTED,
        tasks(design),
        labels,
        Table.measured(labels),
        smiles,
        new double[0][],
        List.of(),
        List.of(),
        IntStream.rangeClosed(1, smiles.size()).toArray(),
        Optional.of(Molecules.read(smiles, cache)),
        Layout.made(smiles.size()),
        Map.of(Catalogue.PLANTED, written(smiles, labels).sha256()),
        List.of());
  }

  private double[][] labels(double[][] features) {
    double[][] noiseless = noiseless(features);
    List<Task> tasks = tasks(design);
    double[][] labels = new double[tasks.size()][];
    for (int t = 0; t < labels.length; t++) {
      labels[t] = noisy(noiseless[t], seeds.stream("noise/" + tasks.get(t).name()));
      if (tasks.get(t).type() == TaskType.CLASSIFICATION) {
        labels[t] = aboveMedian(labels[t]);
      }
      withhold(labels[t], seeds.stream("missing/" + tasks.get(t).name()));
    }
    return labels;
  }

  /** Z Wᵀ, by task: [K][N], with mean 0 and covariance C. */
  private double[][] noiseless(double[][] features) {
    double[][] latent = Orthonormal.whitened(features);
    int k = design.cosines().size();
    if (latent.length < k) {
      throw new PlanException(
          String.format(
              "planted(…) has %d tasks, but %d molecules have only %d fragment counts that vary on"
                  + " their own.%n  write fewer tasks, or more molecules",
              k, features.length, latent.length));
    }
    double[][] basis = Orthonormal.basis(k, latent.length, seeds.stream("weights"));
    double[][] weights = Orthonormal.product(Orthonormal.cholesky(design.truth().values()), basis);
    return Orthonormal.product(weights, latent);
  }

  private double[] noisy(double[] noiseless, Stream random) {
    return Arrays.stream(noiseless).map(y -> y + design.noise() * random.nextGaussian()).toArray();
  }

  private static double[] aboveMedian(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return Arrays.stream(values).map(y -> y > median ? 1 : 0).toArray();
  }

  private void withhold(double[] labels, Stream random) {
    for (int row = 0; row < labels.length; row++) {
      if (random.nextDouble() >= design.coverage()) {
        labels[row] = Double.NaN;
      }
    }
  }

  /** As {@code Double.toHexString}, which is slow for the two that most labels are. */
  private static String written(double label) {
    if (Double.isNaN(label)) {
      return "";
    }
    return label == 1 ? "0x1.0p0" : Double.toHexString(label);
  }

  /** The rows as text, to be hashed: every bit of a label shows. */
  private static Content written(List<String> smiles, double[][] labels) {
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < smiles.size(); row++) {
      out.append(smiles.get(row));
      for (double[] task : labels) {
        out.append(',').append(written(task[row]));
      }
      out.append('\n');
    }
    return Content.of(out.toString());
  }
}
