package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.adamW;
import static org.taskaffinity.dsl.Mtl.all;
import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.experiment;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.head;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.natural;
import static org.taskaffinity.dsl.Mtl.sharedAndDisjoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.CapturedPair;
import org.taskaffinity.dsl.Dataset;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;

/**
 * Figure 1, which the paper draws by hand, from real gradients: those of NR-AR and NR-AR-LBD on one
 * molecule (a batch of one, labelled for both), and on two (a batch of two, each labelled for one
 * task alone). There is no norm, so that molecules of a batch do not know of one another.
 */
final class Figure1 implements Artefact {
  private static final String ONE = "NR-AR";
  private static final String OTHER = "NR-AR-LBD";

  @Override
  public String id() {
    return "figure-1";
  }

  @Override
  public String caption() {
    return "Figure 1: the gradients of two tasks on one molecule, and on two";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.CAREFUL);
  }

  @Override
  public String leftOut() {
    return "The paper's figure is a drawing; there is nothing to be made as written or as coded.";
  }

  private static Experiment training(Budget budget, Overlap overlap, int batch) {
    Dataset both =
        dataset("tox21").tasks(ONE, OTHER).minimumLabels(2).sample(budget.of(200, 4000, 0));
    return experiment("two tasks", both)
        .overlap(overlap)
        .encoder(gcn(64, 64).norm(Norm.NONE).dropout(0).projection(64))
        .head(head(64).norm(Norm.NONE).dropout(0))
        .training(adamW(1e-3).batchSize(batch).epochs(1))
        .capture(captureEvery(1).window(all()))
        .labelCorrelation(labelCorrelation(Rows.ALL));
  }

  private static List<Experiment> both(Budget budget) {
    return List.of(training(budget, natural(), 1), training(budget, sharedAndDisjoint(0), 2));
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return both(budget);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Figure.Line> lines = new ArrayList<>();
    List<String> names = List.of("one molecule", "two molecules");
    List<Experiment> trainings = both(work.budget());
    for (int i = 0; i < names.size(); i++) {
      Result result = work.run(trainings.get(i));
      CapturedPair pair = work.runner().captured(result).pair(ONE, OTHER);
      double[] cosines = pair.cosines();
      double mean = Arrays.stream(cosines).average().orElse(Double.NaN);
      double squares = Arrays.stream(cosines).map(c -> (c - mean) * (c - mean)).sum();
      found.add("mean cosine, " + names.get(i), mean, cosines.length);
      found.add(
          "spread of cosines (sd), " + names.get(i),
          Math.sqrt(squares / Math.max(1, cosines.length - 1)),
          cosines.length);
      int window = Math.max(1, cosines.length / 10);
      lines.add(Figures.runningMean(names.get(i), pair.steps(), cosines, window));
    }
    found.figure(
        "cosines",
        Figures.dynamics(
            "Two tasks on one molecule, and on two", "step", lines.toArray(Figure.Line[]::new)));
    return found;
  }
}
