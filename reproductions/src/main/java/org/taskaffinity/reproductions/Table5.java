package org.taskaffinity.reproductions;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.TaskMatrix;

/** Table 5: SIDER's most synergistic and most conflicting pairs, G and E of each. */
final class Table5 implements Artefact {

  /** The six pairs as the table names them, and by the columns of the data. */
  private record Named(String key, String one, String other) {}

  private static final List<Named> PAIRS =
      List.of(
          new Named(
              "Hepatobiliary - Gastrointestinal",
              "Hepatobiliary disorders",
              "Gastrointestinal disorders"),
          new Named("Cardiac - Vascular", "Cardiac disorders", "Vascular disorders"),
          new Named(
              "Nervous system - Psychiatric", "Nervous system disorders", "Psychiatric disorders"),
          new Named(
              "Skin - Immune system",
              "Skin and subcutaneous tissue disorders",
              "Immune system disorders"),
          new Named(
              "Congenital - Infections",
              "Congenital, familial and genetic disorders",
              "Infections and infestations"),
          new Named(
              "Pregnancy - Neoplasms",
              "Pregnancy, puerperium and perinatal conditions",
              "Neoplasms benign, malignant and unspecified (incl cysts and polyps)"));

  @Override
  public String id() {
    return "table-5";
  }

  @Override
  public String caption() {
    return "Table 5: SIDER's most synergistic and most conflicting pairs";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return Subject.SIDER.in(lane, budget);
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    List<Result> results = work.run(trainings(lane, work.budget()));
    TaskMatrix e = results.get(0).labelCorrelation();
    TaskMatrix mean = Matrices.affinity(results);
    for (Named pair : PAIRS) {
      double[] g = each(results, matrix -> matrix.at(pair.one(), pair.other()));
      found.add(pair.key() + " G", g, results.get(0).record().captures());
      found.exact(pair.key() + " E", e.at(pair.one(), pair.other()), 0);
      found.rank(
          pair.key() + " rank of G",
          each(results, matrix -> Matrices.rank(matrix, pair.one(), pair.other())),
          mean.pairs().length);
      found.exact(
          pair.key() + " rank of E",
          Matrices.rank(e, pair.one(), pair.other()),
          mean.pairs().length);
    }
    int pairs = mean.pairs().length;
    found.add("smallest G", each(results, Table5::smallest), pairs);
    found.exact("smallest E", smallest(e), pairs);
    found.remark("Largest G here: " + largest(mean, e) + ".");
    return found;
  }

  private static double[] each(List<Result> results, ToDoubleFunction<TaskMatrix> of) {
    return results.stream().map(Result::affinity).mapToDouble(of).toArray();
  }

  private static double smallest(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).min().orElse(Double.NaN);
  }

  private static String largest(TaskMatrix g, TaskMatrix e) {
    List<String> tasks = g.tasks();
    record Pair(String one, String other, double g, double e) {}
    List<Pair> all = new java.util.ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      for (int j = i + 1; j < tasks.size(); j++) {
        all.add(new Pair(tasks.get(i), tasks.get(j), g.at(i, j), e.at(i, j)));
      }
    }
    return all.stream()
        .sorted(java.util.Comparator.comparingDouble(Pair::g).reversed())
        .limit(3)
        .map(
            p ->
                String.format(
                    java.util.Locale.ROOT,
                    "%s – %s (%.3f, E %.3f)",
                    p.one(),
                    p.other(),
                    p.g(),
                    p.e()))
        .collect(java.util.stream.Collectors.joining("; "));
  }
}
