package org.taskaffinity.reproductions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 10 and Figure 3A: whether G of two tasks says what training them together is worth, in area
 * under the ROC curve on test rows. The code has no script for it that runs, and scores the rows it
 * trained on.
 */
final class Table10 implements Artefact {
  @Override
  public String id() {
    return "table-10";
  }

  @Override
  public String caption() {
    return "Table 10, Figure 3A: G and the benefit of training two tasks of Tox21 together";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "As written is as it should be; as coded cannot be run (entry D7 of the ledger).";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    List<Experiment> all = new ArrayList<>(Subject.TOX21.careful(budget));
    all.addAll(JointTraining.alone(budget));
    all.addAll(JointTraining.pairs(budget));
    return all;
  }

  @Override
  public Findings read(Lane lane, Work work) {
    TaskMatrix g = JointTraining.affinity(work);
    List<TaskMatrix> bySeed = JointTraining.benefits(work);
    TaskMatrix benefit = Matrices.mean(bySeed);
    Relation relation = work.runner().relate(g, benefit);
    Findings found = new Findings();
    found.add("r of G and benefit", relation.pearson(), relation.pairs());
    found.add("rho of G and benefit", relation.spearman(), relation.pairs());
    side("G above 0.05", g, bySeed, v -> v > 0.05, found);
    side("G below 0.02", g, bySeed, v -> v < 0.02, found);
    side("all pairs", g, bySeed, v -> true, found);
    reliability(bySeed, work, found);
    found.matrix("benefit", benefit);
    found.matrix("affinity", g);
    found.figure("benefit", scatter(g, benefit));
    return found;
  }

  private static void side(
      String name, TaskMatrix g, List<TaskMatrix> bySeed, DoublePredicate chosen, Findings found) {
    double[] each = benefits(g, Matrices.mean(bySeed), chosen);
    double positive = Arrays.stream(each).filter(v -> v > 0).count();
    double[] means =
        bySeed.stream()
            .mapToDouble(b -> Arrays.stream(benefits(g, b, chosen)).average().orElse(Double.NaN))
            .toArray();
    found.add("mean benefit, " + name, means, each.length);
    found.add(
        "share positive, " + name,
        each.length == 0 ? Double.NaN : positive / each.length,
        each.length);
  }

  /**
   * How far the benefits of one seed are those of another, ρ on average over two seeds; of the mean
   * of S seeds then R = S ρ / (1 + (S − 1) ρ) (Spearman and Brown, 1910), and nothing can correlate
   * with it by more than √R.
   */
  private static void reliability(List<TaskMatrix> bySeed, Work work, Findings found) {
    int seeds = bySeed.size();
    double[] r =
        IntStream.range(0, seeds)
            .boxed()
            .flatMap(i -> IntStream.range(i + 1, seeds).mapToObj(j -> new int[] {i, j}))
            .map(p -> work.runner().relate(bySeed.get(p[0]), bySeed.get(p[1])))
            .mapToDouble(relation -> relation.pearson().value())
            .toArray();
    if (r.length > 0) {
      double rho = Arrays.stream(r).average().orElseThrow();
      found.add("r of the benefits of two seeds", rho, r.length);
      found.add("largest r with the mean benefit that noise leaves", mostLeft(rho, seeds));
    }
  }

  /** √R; 0 where seeds do not agree at all. */
  static double mostLeft(double rho, int seeds) {
    return Math.sqrt(Math.max(0, seeds * rho / (1 + (seeds - 1) * rho)));
  }

  /** The benefits of the pairs whose G is chosen. */
  static double[] benefits(TaskMatrix g, TaskMatrix benefit, DoublePredicate chosen) {
    double[] affinities = g.pairs();
    double[] all = benefit.pairs();
    return IntStream.range(0, all.length)
        .filter(i -> !Double.isNaN(all[i]) && chosen.test(affinities[i]))
        .mapToDouble(i -> all[i])
        .toArray();
  }

  private static Figure scatter(TaskMatrix g, TaskMatrix benefit) {
    List<Figure.Point> points = new ArrayList<>();
    for (int i = 0; i < g.size(); i++) {
      for (int j = i + 1; j < g.size(); j++) {
        if (!Double.isNaN(g.at(i, j) + benefit.at(i, j))) {
          String name = g.tasks().get(i) + " – " + g.tasks().get(j);
          points.add(Figures.point(name, g.at(i, j), benefit.at(i, j)));
        }
      }
    }
    return Figures.scatter(
        "What training two tasks together adds",
        "task affinity G",
        "benefit, area under the ROC curve",
        points.toArray(Figure.Point[]::new));
  }
}
