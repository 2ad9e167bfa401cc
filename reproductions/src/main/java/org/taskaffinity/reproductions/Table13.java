package org.taskaffinity.reproductions;

import java.util.List;
import java.util.Locale;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 13: thresholds on G, by how much negative transfer they avoid and how much benefit they
 * keep, on the pairs of Table 10. The paper's pairs are kinases pretrained one on another. Its F1
 * is the harmonic mean of the two rates, and so it is here.
 */
final class Table13 implements Artefact {
  @Override
  public String id() {
    return "table-13";
  }

  @Override
  public String caption() {
    return "Table 13: thresholds on G against negative transfer";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "The text does not say which pairs; the code's transfer runs have other numbers (D37).";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return new Table10().trainings(lane, budget);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    TaskMatrix g = JointTraining.affinity(work);
    TaskMatrix benefit = Matrices.mean(JointTraining.benefits(work));
    Findings found = new Findings();
    for (double threshold : new double[] {0.05, 0.10, 0.15}) {
      double[] taken = Table10.benefits(g, benefit, v -> v >= threshold);
      double[] left = Table10.benefits(g, benefit, v -> v < threshold);
      double avoided = share(negative(left), negative(left) + negative(taken));
      double kept = share(positive(taken), positive(taken) + positive(left));
      String name = String.format(Locale.ROOT, "G at least %.2f", threshold);
      int negatives = (int) (negative(left) + negative(taken));
      found.add("negative avoided, " + name, avoided, negatives);
      found.add("beneficial kept, " + name, kept, (int) (positive(taken) + positive(left)));
      found.add("F1, " + name, 2 * avoided * kept / (avoided + kept), g.pairs().length);
    }
    found.add("AUC of G for negative transfer", auc(g.pairs(), benefit.pairs()), g.pairs().length);
    return found;
  }

  private static double negative(double[] benefits) {
    return java.util.Arrays.stream(benefits).filter(v -> v < 0).count();
  }

  private static double positive(double[] benefits) {
    return java.util.Arrays.stream(benefits).filter(v -> v > 0).count();
  }

  private static double share(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  /** The chance that a pair that benefits has a larger G than one that loses; ties count half. */
  static double auc(double[] g, double[] benefit) {
    double wins = 0;
    int compared = 0;
    for (int i = 0; i < g.length; i++) {
      for (int j = 0; j < g.length; j++) {
        if (benefit[i] > 0 && benefit[j] < 0) {
          wins += g[i] > g[j] ? 1 : g[i] == g[j] ? 0.5 : 0;
          compared++;
        }
      }
    }
    return compared == 0 ? Double.NaN : wins / compared;
  }
}
