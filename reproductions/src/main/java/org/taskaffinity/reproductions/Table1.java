package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.labelCorrelation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Metric;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;

/**
 * Table 1 and Figure 2A: how task affinities G go together with label correlations E, data set by
 * data set; with them the heat maps of the supplement.
 */
final class Table1 implements Artefact {
  /** Epochs of the run whose G the paper prints for Tox21, and of the run published before it. */
  private static final int PRINTED_EPOCHS = 4;

  private static final int EARLIER_EPOCHS = 52;

  private final List<Subject> subjects;

  Table1(List<Subject> subjects) {
    this.subjects = subjects;
  }

  @Override
  public String id() {
    return "table-1";
  }

  @Override
  public String caption() {
    return "Table 1, Figure 2A and the supplement's heat maps: r and ρ of G and E on each data set";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return subjects.stream().flatMap(s -> s.in(lane, budget).stream()).toList();
  }

  @Override
  public Findings read(Lane lane, Work work) {
    Findings found = new Findings();
    for (Subject subject : subjects) {
      List<Experiment> trainings = subject.in(lane, work.budget());
      if (trainings.isEmpty()) {
        continue;
      }
      List<Result> results = work.tryRun(subject.key(), trainings, found);
      if (results.isEmpty()) {
        continue;
      }
      if (lane == Lane.CODED && subject.key().equals("tox21")) {
        early(subject, results, work, found, PRINTED_EPOCHS, "");
        early(subject, results, work, found, EARLIER_EPOCHS, " 52 epochs");
      } else {
        relations(subject.key(), results, work, found);
      }
      if (lane == Lane.CAREFUL) {
        careful(subject.key(), results, work, found);
      }
      pictures(subject.key(), results, found);
    }
    return found;
  }

  private static void relations(String key, List<Result> results, Work work, Findings found) {
    int pairs = results.get(0).relation().pairs();
    found.add(key + " r", each(results, r -> r.relation().pearson().value()), pairs);
    found.add(key + " rho", each(results, r -> r.relation().spearman().value()), pairs);
    TaskMatrix mean = Matrices.affinity(results);
    Relation whole = work.runner().relate(mean, results.get(0).labelCorrelation());
    found.add(key + " p", whole.pearson().mantelP(), whole.pearson().permutations());
  }

  /** G of the first epochs alone, with zeros for absent tasks, as the printed matrix has it. */
  private static void early(
      Subject subject, List<Result> results, Work work, Findings found, int epochs, String suffix) {
    double[] r = new double[results.size()];
    double[] rho = new double[results.size()];
    int pairs = 0;
    for (int i = 0; i < r.length; i++) {
      Result result = results.get(i);
      double before = (double) epochs * result.record().steps() / result.record().epochs();
      TaskMatrix g = Matrices.capturedWithZeros(work.runner().captured(result), 0, before);
      Relation relation = work.runner().relate(g, result.labelCorrelation());
      r[i] = relation.pearson().value();
      rho[i] = relation.spearman().value();
      pairs = relation.pairs();
    }
    found.add(subject.key() + " r" + suffix, r, pairs);
    found.add(subject.key() + " rho" + suffix, rho, pairs);
  }

  /** E of molecules that no gradient saw, and how well the tasks were learnt. */
  private static void careful(String key, List<Result> results, Work work, Findings found) {
    double[] heldOut =
        each(
            results,
            result -> {
              TaskMatrix e =
                  work.runner()
                      .labelCorrelation(
                          result
                              .experiment()
                              .labelCorrelation(labelCorrelation(Rows.HELD_OUT).minimumShared(20)));
              return work.runner().relate(result.affinity(), e).pearson().value();
            });
    found.add(key + " r held-out", heldOut, 0);
    Relation first = results.get(0).relation();
    found.add(key + " r of the first seed", first.pearson(), first.pairs());
    if (key.equals("qm9")) {
      energies(Matrices.affinity(results), results.get(0).labelCorrelation(), found);
    }
    double[] auc = each(results, Table1::auc);
    if (!Double.isNaN(auc[0])) {
      found.add(key + " test AUC", auc, results.get(0).tasks().size());
    }
  }

  /** The four energies that differ by a constant and little more. */
  private static void energies(TaskMatrix g, TaskMatrix e, Findings found) {
    List<String> energies =
        g.tasks().stream()
            .filter(t -> t.toLowerCase(Locale.ROOT).matches("u0|u298|h298|g298"))
            .toList();
    if (energies.size() == 4) {
      found.add("qm9 smallest G of energies", smallest(g.select(energies)), 6);
      found.add("qm9 smallest E of energies", smallest(e.select(energies)), 6);
    }
  }

  private static double smallest(TaskMatrix matrix) {
    return Arrays.stream(matrix.pairs()).min().orElse(Double.NaN);
  }

  private static double auc(Result result) {
    return result.tasks().stream()
        .filter(t -> t.metric() == Metric.ROC_AUC)
        .mapToDouble(TaskSummary::test)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  private static void pictures(String key, List<Result> results, Findings found) {
    Result first = results.get(0);
    TaskMatrix mean = Matrices.affinity(results);
    found.matrix(key + "-affinity", mean);
    found.matrix(key + "-label-correlation", first.labelCorrelation());
    found.figure(
        key + "-affinity",
        Figures.heatMap(key + ": task affinity G", mean).dendrogram(first.groups()));
    found.figure(
        key + "-label-correlation",
        Figures.heatMap(key + ": label correlation E", first.labelCorrelation())
            .order(first.groups().order()));
    found.figure(key + "-relation", scatter(key, mean, first.labelCorrelation()));
  }

  private static Figure scatter(String key, TaskMatrix g, TaskMatrix e) {
    List<String> tasks = g.tasks();
    Figure.Point[] points =
        Stream.iterate(0, i -> i < tasks.size(), i -> i + 1)
            .flatMap(
                i ->
                    Stream.iterate(i + 1, j -> j < tasks.size(), j -> j + 1)
                        .filter(j -> !Double.isNaN(g.at(i, j) + e.at(i, j)))
                        .map(
                            j ->
                                Figures.point(
                                    tasks.get(i) + " – " + tasks.get(j), e.at(i, j), g.at(i, j))))
            .toArray(Figure.Point[]::new);
    return Figures.scatter(key + ": G against E", "label correlation E", "task affinity G", points);
  }

  private static double[] each(
      List<Result> results, java.util.function.ToDoubleFunction<Result> of) {
    return results.stream().mapToDouble(of).toArray();
  }
}
