package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.dataset;

import java.util.ArrayList;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Schedule;
import org.taskaffinity.dsl.TaskMatrix;

/**
 * Table 8 and Figure 2D: how the affinities of Tox21 move while training goes on. The code looks at
 * 50 batches behind a checkpoint's epoch; here every third step of that epoch is looked at, which
 * are 47 of them in the code's lane.
 */
final class Table8 implements Artefact {
  private static final List<Integer> EPOCHS = List.of(1, 5, 10, 20, 50);

  @Override
  public String id() {
    return "table-8";
  }

  @Override
  public String caption() {
    return "Table 8, Figure 2D: G of one epoch against G of another, on Tox21";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CODED, Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "The text gives no protocol of its own for this table; as written is as it should be.";
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    int epochs = budget.of(3, 50, 50);
    Experiment base =
        lane == Lane.CODED
            ? Protocol.coded(budget.of(dataset("tox21").minimumLabels(10), 400), epochs, 50)
            : Protocol.careful(budget.of(dataset("tox21"), 400), epochs);
    Experiment constant =
        base.name("tox21 dynamics, " + lane.said())
            .training(base.training().schedule(Schedule.CONSTANT))
            .capture(captureEvery(3).window(all()).absent(base.capture().absent()));
    return Protocol.under(budget.looking(constant), budget.seeds(1, 3, 5));
  }

  @Override
  public Findings read(Lane lane, Work work) {
    List<Result> results = work.run(trainings(lane, work.budget()));
    List<Integer> epochs =
        EPOCHS.stream().filter(e -> e <= results.get(0).record().epochs()).toList();
    List<List<TaskMatrix>> bySeed = new ArrayList<>();
    for (Result result : results) {
      bySeed.add(epochs.stream().map(e -> work.affinity(result, e, e)).toList());
    }
    Findings found = new Findings();
    for (int a = 0; a < epochs.size(); a++) {
      for (int b = a + 1; b < epochs.size(); b++) {
        int one = a;
        int other = b;
        double[] r =
            bySeed.stream()
                .mapToDouble(m -> work.runner().relate(m.get(one), m.get(other)).pearson().value())
                .toArray();
        found.correlation("r of epochs " + epochs.get(a) + " and " + epochs.get(b), r, 66);
      }
    }
    toE(results, epochs, bySeed, work, found);
    curve(epochs, bySeed, work, found);
    return found;
  }

  /** How each epoch's G goes with E: stable need not mean right. */
  private static void toE(
      List<Result> results,
      List<Integer> epochs,
      List<List<TaskMatrix>> bySeed,
      Work work,
      Findings found) {
    for (int a = 0; a < epochs.size(); a++) {
      double[] r = new double[results.size()];
      for (int s = 0; s < r.length; s++) {
        TaskMatrix e = results.get(s).labelCorrelation();
        r[s] = work.runner().relate(bySeed.get(s).get(a), e).pearson().value();
      }
      found.correlation("r with E of epoch " + epochs.get(a), r, 66);
    }
  }

  private static void curve(
      List<Integer> epochs, List<List<TaskMatrix>> bySeed, Work work, Findings found) {
    double[] x = epochs.stream().mapToDouble(Integer::doubleValue).toArray();
    var lines = new ArrayList<Figure.Line>();
    for (int s = 0; s < bySeed.size(); s++) {
      List<TaskMatrix> each = bySeed.get(s);
      TaskMatrix last = each.get(each.size() - 1);
      double[] y =
          each.stream().mapToDouble(m -> work.runner().relate(m, last).pearson().value()).toArray();
      lines.add(Figures.line("seed " + (s + 1), x, y));
    }
    found.figure(
        "dynamics",
        Figures.curve(
            "Correlation with the last epoch's G",
            "epoch",
            "r",
            lines.toArray(Figure.Line[]::new)));
  }
}
