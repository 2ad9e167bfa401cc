package org.taskaffinity.reproductions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 13: thresholds on G, by how much negative transfer they avoid and how much benefit they
 * keep, on the pairs of Table 10. The paper's pairs are kinases pretrained one on another. What it
 * calls F1 is the harmonic mean of the two rates.
 */
final class Table13 implements Artefact {
  private static final int PERMUTATIONS = 1_999;

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
  public List<Experiment> scored(Lane lane, Budget budget) {
    return new Table10().scored(lane, budget);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<TaskMatrix> bySeed = Table10.benefits(work);
    if (bySeed.isEmpty()) {
      return found.remark("The pairs of Table 10 are not trained yet.");
    }
    TaskMatrix benefit = Matrices.mean(bySeed);
    TaskMatrix g = JointTraining.affinity(work);
    TaskMatrix e = JointTraining.labelCorrelation(work);
    for (double threshold : new double[] {0.05, 0.10, 0.15}) {
      threshold(threshold, g, benefit, found);
    }
    found.add(overTasks("AUC of G for negative transfer", g, benefit));
    found.add("AUC of G for negative transfer, p", permutationP(g, benefit), PERMUTATIONS);
    found.add(overTasks("AUC of E for negative transfer", e, benefit));
    return found;
  }

  private static Finding overTasks(String key, TaskMatrix g, TaskMatrix benefit) {
    return Jackknife.overTasks(
        key,
        Scale.SHARE,
        g.tasks(),
        g.pairs().length,
        tasks -> auc(g.select(tasks).pairs(), benefit.select(tasks).pairs()));
  }

  private static void threshold(
      double threshold, TaskMatrix g, TaskMatrix benefit, Findings found) {
    String name = String.format(Locale.ROOT, "G at least %.2f", threshold);
    Outcome all = Outcome.of(threshold, g, benefit);
    Map<String, ToDoubleFunction<Outcome>> numbers = new LinkedHashMap<>();
    numbers.put("negative avoided", Outcome::avoided);
    numbers.put("beneficial kept", Outcome::kept);
    numbers.put("harmonic mean", Outcome::harmonic);
    numbers.put("largest harmonic mean that so few pairs allow", Outcome::largest);
    List<Integer> pairs =
        List.of(all.negatives(), all.positives(), g.pairs().length, all.taken().length);
    int at = 0;
    for (var number : numbers.entrySet()) {
      found.add(
          Jackknife.overTasks(
              number.getKey() + ", " + name,
              Scale.SHARE,
              g.tasks(),
              pairs.get(at++),
              tasks ->
                  number
                      .getValue()
                      .applyAsDouble(
                          Outcome.of(threshold, g.select(tasks), benefit.select(tasks)))));
    }
  }

  /**
   * What a threshold on G does.
   *
   * @param taken benefits of the pairs whose G is at least the threshold
   * @param left benefits of the others
   */
  private record Outcome(double[] taken, double[] left) {
    static Outcome of(double threshold, TaskMatrix g, TaskMatrix benefit) {
      return new Outcome(
          Table10.benefits(g, benefit, v -> v >= threshold),
          Table10.benefits(g, benefit, v -> v < threshold));
    }

    int negatives() {
      return (int) (negative(left) + negative(taken));
    }

    int positives() {
      return (int) (positive(taken) + positive(left));
    }

    double avoided() {
      return share(negative(left), negatives());
    }

    double kept() {
      return share(positive(taken), positives());
    }

    double harmonic() {
      return avoided() + kept() == 0 ? 0 : 2 * avoided() * kept() / (avoided() + kept());
    }

    double largest() {
      return Table13.largest(taken.length, positives());
    }
  }

  /** If all pairs above the threshold were beneficial, no negative pair would be taken. */
  static double largest(int taken, int positives) {
    double kept = Math.min(1, share(taken, positives));
    return 2 * kept / (1 + kept);
  }

  /** One-sided: how often a renaming of the tasks gives G an AUC at least as large. */
  private static double permutationP(TaskMatrix g, TaskMatrix benefit) {
    double observed = auc(g.pairs(), benefit.pairs());
    int[] order = IntStream.range(0, g.size()).toArray();
    Random random = new Random(42);
    int atLeast = 0;
    for (int b = 0; b < PERMUTATIONS; b++) {
      Correlations.shuffle(order, random);
      List<String> renamed = IntStream.of(order).mapToObj(g.tasks()::get).toList();
      atLeast += auc(g.select(renamed).pairs(), benefit.pairs()) >= observed - 1e-12 ? 1 : 0;
    }
    return (atLeast + 1.0) / (PERMUTATIONS + 1.0);
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
