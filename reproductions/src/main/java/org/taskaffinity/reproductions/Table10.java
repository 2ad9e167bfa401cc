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
import org.taskaffinity.dsl.TaskPair;

/**
 * Table 10 and Figure 3A: whether G of two tasks says what training them together is worth, in area
 * under the ROC curve on held-out rows. The code has no script for it that runs, and scores the
 * rows it trained on.
 *
 * <p>The design is computed for 80 % power at a true correlation of .4 (Mantel's test at 5 %): the
 * benefits of two seeds correlate by ρ1, the mean of S seeds has reliability R = S ρ1 / (1 + (S −
 * 1) ρ1), and no measure can correlate with it by more than √R. With ρ1 = .119, as three seeds of
 * 10 epochs gave, R = .7 needs S = 17. The training length is chosen by a pilot: {@link Pilot}.
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
    return "As written and as it should be are the same; as coded cannot be run (entry D7 of the ledger)."
        + " The design: 17 seeds of every pair and 30 of every single task in three folds (scaffold"
        + " splits), the length of training chosen by a pilot; see the decision record on Table 10.";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return Subject.TOX21.careful(budget);
  }

  @Override
  public List<Experiment> scored(Lane lane, Budget budget) {
    List<Experiment> all = new ArrayList<>(Pilot.trainings(budget));
    all.addAll(trainings(budget));
    return all.stream().distinct().toList();
  }

  /** Epochs of the main design. */
  static int epochs(Budget budget) {
    return budget.of(2, 10, 30);
  }

  static int seeds(Budget budget) {
    return budget.of(3, 17, 17);
  }

  static int singles(Budget budget) {
    return budget.of(3, 30, 30);
  }

  private static List<Experiment> trainings(Budget budget) {
    List<Experiment> all = new ArrayList<>();
    all.addAll(
        JointTraining.on(JointTraining.alone(budget), epochs(budget), singles(budget), budget));
    all.addAll(
        JointTraining.on(JointTraining.pairs(budget), epochs(budget), seeds(budget), budget));
    return all;
  }

  /** The benefits by seed, of the seeds that are complete. */
  static List<TaskMatrix> benefits(Work work) {
    Budget budget = work.budget();
    return JointTraining.benefits(
            JointTraining.pairs(budget),
            epochs(budget),
            seeds(budget),
            singles(budget),
            work.scores()::area,
            budget)
        .stream()
        .map(pairs -> JointTraining.matrix(JointTraining.tasks(budget), pairs))
        .toList();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    Pilot.read(work, found);
    List<TaskMatrix> bySeed = benefits(work);
    if (bySeed.size() < 2) {
      found.remark(
          "The main design is not trained yet: "
              + bySeed.size()
              + " of "
              + seeds(work.budget())
              + " seeds are complete.");
      return found;
    }
    TaskMatrix g = JointTraining.affinity(work);
    TaskMatrix e = JointTraining.labelCorrelation(work);
    TaskMatrix benefit = Matrices.mean(bySeed);
    double ceiling = Reliability.of(bySeed.stream().map(TaskMatrix::pairs).toList(), found);
    relation("G", g, benefit, ceiling, work, found);
    relation("E", e, benefit, ceiling, work, found);
    side("G above 0.05", g, bySeed, v -> v > 0.05, found);
    side("G below 0.02", g, bySeed, v -> v < 0.02, found);
    side("all pairs", g, bySeed, v -> true, found);
    found.matrix("benefit", benefit);
    found.matrix("affinity", g);
    found.figure("benefit", scatter(g, benefit));
    return found;
  }

  /**
   * r and ρ of a matrix with the mean benefit, also without what each task adds to all its pairs.
   */
  private static void relation(
      String name, TaskMatrix one, TaskMatrix benefit, double ceiling, Work work, Findings found) {
    Relation relation = work.runner().relate(one, benefit);
    found.add("r of " + name + " and benefit", relation.pearson(), relation.pairs());
    found.add("rho of " + name + " and benefit", relation.spearman(), relation.pairs());
    Finding r = found.number("r of " + name + " and benefit");
    if (ceiling > 0) {
      Finding corrected =
          Finding.of(
              "r of " + name + " and benefit over the largest that noise leaves",
              r.value() / ceiling,
              relation.pairs());
      found.add(
          r.over(Over.TASKS)
              .map(s -> new Span(Over.TASKS, s.units(), s.low() / ceiling, s.high() / ceiling))
              .map(corrected::and)
              .orElse(corrected));
    }
    Relation rest =
        work.runner()
            .relate(Matrices.withoutTaskEffects(one), Matrices.withoutTaskEffects(benefit));
    found.add("r of " + name + " and benefit without task effects", rest.pearson(), rest.pairs());
  }

  private static void side(
      String name, TaskMatrix g, List<TaskMatrix> bySeed, DoublePredicate chosen, Findings found) {
    int pairs = benefits(g, Matrices.mean(bySeed), chosen).length;
    found.add(
        "mean benefit, " + name,
        Seeds.each(bySeed, b -> Arrays.stream(benefits(g, b, chosen)).average().orElse(Double.NaN)),
        pairs);
    TaskMatrix mean = Matrices.mean(bySeed);
    found.add(
        Jackknife.overTasks(
            "share positive, " + name,
            Scale.SHARE,
            g.tasks(),
            pairs,
            tasks -> positive(benefits(g.select(tasks), mean.select(tasks), chosen))));
  }

  private static double positive(double[] benefits) {
    return Arrays.stream(benefits).map(v -> v > 0 ? 1 : 0).average().orElse(Double.NaN);
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
          TaskPair tasks = Figures.pair(g.tasks().get(i), g.tasks().get(j));
          points.add(Figures.point(tasks, g.at(i, j), benefit.at(i, j)));
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
