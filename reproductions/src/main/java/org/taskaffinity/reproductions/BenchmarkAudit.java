package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Audit;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * The audit of §2.5: how far public benchmarks are measured on the same molecules. The text says
 * overlap and means the Jaccard index there; the code divides by the smaller set. All 21 sets of
 * the code are of TDC; MoleculeNet's, of which the text gives a bound, are audited here beside.
 */
final class BenchmarkAudit implements Artefact {
  private static final List<String> TDC =
      List.of(
          "caco2_wang",
          "hia_hou",
          "pgp_broccatelli",
          "bioavailability_ma",
          "solubility_aqsoldb",
          "lipophilicity_astrazeneca",
          "ppbr_az",
          "vdss_lombardo",
          "bbb_martins",
          "cyp2c9_veith",
          "cyp2d6_veith",
          "cyp3a4_veith",
          "cyp2c19_veith",
          "cyp1a2_veith",
          "clearance_hepatocyte_az",
          "clearance_microsome_az",
          "half_life_obach",
          "herg",
          "ames",
          "dili",
          "ld50_zhu");

  private static final List<String> MOLECULE_NET =
      List.of(
          "bace", "bbbp", "clintox", "esol", "freesolv", "hiv", "lipophilicity", "sider", "tox21");

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public String caption() {
    return "The benchmark audit: molecules that two public data sets share";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CODED, Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "As written is as it should be: the Jaccard index. As coded divides by the smaller set.";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return List.of();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    double[] tdc = overlaps(lane, audit(TDC, work), "tdc", found);
    found.exact("pairs", tdc.length, 0);
    found.exact("median overlap", Correlations.median(tdc), tdc.length);
    found.exact("mean overlap", mean(tdc), tdc.length);
    found.exact("largest overlap", Arrays.stream(tdc).max().orElse(Double.NaN), tdc.length);
    found.exact("share of pairs above 30 %", above(tdc, 0.3), tdc.length);
    found.exact("share of pairs above 50 %", above(tdc, 0.5), tdc.length);
    double[] other = overlaps(lane, audit(MOLECULE_NET, work), "moleculenet", found);
    found.exact("mean overlap, MoleculeNet", mean(other), other.length);
    found.exact("median overlap, MoleculeNet", Correlations.median(other), other.length);
    found.exact(
        "largest overlap, MoleculeNet",
        Arrays.stream(other).max().orElse(Double.NaN),
        other.length);
    return found;
  }

  /** The audit over sets, which stands behind those of each set. */
  private static Audit audit(List<String> names, Work work) {
    List<Audit> audits =
        work.runner().audit(names.stream().map(Mtl::dataset).toArray(Dataset[]::new));
    return audits.get(audits.size() - 1);
  }

  private static double[] overlaps(Lane lane, Audit audit, String name, Findings found) {
    TaskMatrix matrix = lane == Lane.CODED ? audit.ofSmaller() : audit.jaccard();
    found.matrix(name, matrix);
    found.matrix(name + "-shared", audit.shared());
    String measure = lane == Lane.CODED ? "shared / smaller set" : "Jaccard";
    found.figure(
        name,
        Figures.heatMap("Molecules shared by two sets: " + measure, matrix)
            .scale(Figure.Scale.FRACTION));
    return matrix.pairs();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double above(double[] values, double bound) {
    return Arrays.stream(values).filter(v -> v > bound).count() / (double) values.length;
  }
}
