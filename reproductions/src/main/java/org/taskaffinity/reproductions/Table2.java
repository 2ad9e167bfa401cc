package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.randomSplit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 2 and Figure 2C: Tox21 with eight ADME properties, within the two domains and across them.
 * Across them no matrix of tasks can be permuted as a whole, so p is of the domains' own tasks: the
 * toxicity tasks are permuted against the ADME tasks.
 */
final class Table2 implements Artefact {
  private static final int TOXICITY = 8;
  private static final int PERMUTATIONS = 9_999;

  @Override
  public String id() {
    return "table-2";
  }

  @Override
  public String caption() {
    return "Table 2, Figure 2C: Tox21 with ADME, within and across the two domains";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "The text's protocol is that of Table 4, as it should be. The code skips every update"
        + " whose gradients it logs and stops early on the lowest AUC; that lane is not rebuilt.";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    Experiment base =
        Protocol.careful(budget.of(dataset("tox21-adme"), 400), budget.of(2, 30, 50))
            .split(randomSplit(0.8, 0.1, 0.1));
    return Protocol.under(budget.looking(base), budget.seeds(1, 3, 5));
  }

  @Override
  public Findings read(Lane lane, Work work) {
    List<Result> results = work.run(trainings(lane, work.budget()));
    Findings found = new Findings();
    domain("within-tox", results, found, (i, j) -> j < TOXICITY);
    domain("within-adme", results, found, (i, j) -> i >= TOXICITY);
    domain("cross-domain", results, found, (i, j) -> i < TOXICITY && j >= TOXICITY);
    TaskMatrix g = Matrices.affinity(results);
    TaskMatrix e = results.get(0).labelCorrelation();
    found.add("cross-domain p", acrossP(g, e), PERMUTATIONS);
    for (boolean toxicity : new boolean[] {true, false}) {
      List<String> tasks =
          toxicity ? g.tasks().subList(0, TOXICITY) : g.tasks().subList(TOXICITY, g.size());
      Relation relation = work.runner().relate(g.select(tasks), e.select(tasks));
      String name = toxicity ? "within-tox p" : "within-adme p";
      found.add(name, relation.pearson().mantelP(), relation.pearson().permutations());
    }
    found.matrix("affinity", g);
    found.matrix("label-correlation", e);
    found.figure("affinity", Figures.heatMap("Tox21 with ADME: task affinity G", g));
    found.figure(
        "domains",
        Figures.bars(
            "r(G, E) within and across domains",
            "r",
            found.numbers().stream()
                .filter(n -> n.key().endsWith(" r"))
                .map(
                    n ->
                        Figures.bar(
                            n.key().replace(" r", ""),
                            n.value(),
                            n.bounded() ? n.low() : n.value(),
                            n.bounded() ? n.high() : n.value()))
                .toArray(org.taskaffinity.dsl.Figure.Bar[]::new)));
    return found;
  }

  private static void domain(
      String name, List<Result> results, Findings found, BiPredicate<Integer, Integer> belongs) {
    double[] r = new double[results.size()];
    double[] meanG = new double[results.size()];
    double[] meanE = new double[results.size()];
    int pairs = 0;
    for (int s = 0; s < r.length; s++) {
      List<double[]> points = points(results.get(s), belongs);
      pairs = points.size();
      r[s] = Correlations.pearson(points);
      meanG[s] = points.stream().mapToDouble(p -> p[0]).average().orElse(Double.NaN);
      meanE[s] = points.stream().mapToDouble(p -> p[1]).average().orElse(Double.NaN);
    }
    found.add(name + " mean G", meanG, pairs);
    found.add(name + " mean E", meanE, pairs);
    found.correlation(name + " r", r, pairs);
  }

  /** G and E of the pairs of a domain where both are defined. */
  private static List<double[]> points(Result result, BiPredicate<Integer, Integer> belongs) {
    TaskMatrix g = result.affinity();
    TaskMatrix e = result.labelCorrelation();
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < g.size(); i++) {
      for (int j = i + 1; j < g.size(); j++) {
        if (belongs.test(i, j) && !Double.isNaN(g.at(i, j) + e.at(i, j))) {
          points.add(new double[] {g.at(i, j), e.at(i, j)});
        }
      }
    }
    return points;
  }

  /** Two-sided p of r across the domains, the tasks of each renamed among themselves. */
  private static double acrossP(TaskMatrix g, TaskMatrix e) {
    int[] rows = new int[TOXICITY];
    int[] columns = new int[g.size() - TOXICITY];
    Arrays.setAll(rows, i -> i);
    Arrays.setAll(columns, j -> TOXICITY + j);
    double observed = Math.abs(across(g, e, rows, columns));
    java.util.Random random = new java.util.Random(42);
    int atLeast = 0;
    for (int b = 0; b < PERMUTATIONS; b++) {
      Correlations.shuffle(rows, random);
      Correlations.shuffle(columns, random);
      atLeast += Math.abs(across(g, e, rows, columns)) >= observed - 1e-12 ? 1 : 0;
    }
    return (atLeast + 1.0) / (PERMUTATIONS + 1.0);
  }

  private static double across(TaskMatrix g, TaskMatrix e, int[] rows, int[] columns) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double one = g.at(i, TOXICITY + j);
        double other = e.at(rows[i], columns[j]);
        if (!Double.isNaN(one + other)) {
          points.add(new double[] {one, other});
        }
      }
    }
    return Correlations.pearson(points);
  }
}
