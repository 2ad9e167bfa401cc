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
import org.taskaffinity.dsl.TaskGroups;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;

/**
 * Table 1 and Figure 2A: how task affinities G go together with label correlations E, data set by
 * data set; with them the heat maps of the supplement.
 */
final class Table1 implements Artefact {
  /** Epochs of the run whose G the paper prints for Tox21, and of the run published before it. */
  static final int PRINTED_EPOCHS = 4;

  private static final int EARLIER_EPOCHS = 52;

  /** How far from the paper's a number may be, as in the rules. */
  private static final double NEAR = 0.08;

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
    Stream<Experiment> all = subjects.stream().flatMap(s -> s.in(lane, budget).stream());
    boolean early = lane == Lane.CODED && subjects.contains(Subject.TOX21);
    return (early ? Stream.concat(all, Subject.annealed(budget).stream()) : all).toList();
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
      boolean early = lane == Lane.CODED && subject.key().equals("tox21");
      List<TaskMatrix> g = early ? early(results, work, PRINTED_EPOCHS) : affinities(results);
      List<TaskMatrix> e = labels(subject, lane, results, work);
      relations(subject.key(), "", g, e, work, found);
      if (early) {
        List<TaskMatrix> earlier = early(results, work, EARLIER_EPOCHS);
        relations(subject.key(), " 52 epochs", earlier, e, work, found);
        relations(subject.key(), " E of ten labels", g, labels(results), work, found);
        List<Result> annealed = work.run(Subject.annealed(work.budget()));
        relations(subject.key(), " annealed", affinities(annealed), e, work, found);
        remark(found);
      }
      if (lane == Lane.CAREFUL) {
        careful(subject.key(), results, work, found);
      }
      pictures(subject.key(), Matrices.mean(g), Matrices.mean(e), results.get(0).groups(), found);
    }
    return found;
  }

  /** What is said where the printed 4-epoch number is not met. */
  private static void remark(Findings found) {
    Finding r = found.number("tox21 r");
    Finding annealed = found.number("tox21 r annealed");
    Finding later = found.number("tox21 r 52 epochs");
    double printed = Paper.of("table-1").get("tox21 r").value();
    if (Math.abs(r.value() - printed) > NEAR) {
      found.remark(
          String.format(
              Locale.ROOT,
              "Tox21 at %d epochs: r is %.2f, where the paper prints %.2f of one training; %.2f with a"
                  + " schedule that ends there (\"annealed\"). At %d epochs of the same trainings r is %.2f;"
                  + " recomputed from the matrix that was published first, it is 0.81. So what differs"
                  + " lies in the first epochs; the published files do not tell what it is.",
              PRINTED_EPOCHS,
              r.value(),
              printed,
              annealed.value(),
              EARLIER_EPOCHS,
              later.value()));
    }
  }

  private static List<TaskMatrix> affinities(List<Result> results) {
    return results.stream().map(Result::affinity).toList();
  }

  /** G of the first epochs alone, as the printed matrix has it. */
  private static List<TaskMatrix> early(List<Result> results, Work work, int epochs) {
    return results.stream().map(r -> work.affinity(r, 1, epochs)).toList();
  }

  /** E, which differs between seeds where it is of rows that a split chose. */
  private static List<TaskMatrix> labels(List<Result> results) {
    return results.stream().map(Result::labelCorrelation).toList();
  }

  /** E of each seed as a lane computes it. */
  static List<TaskMatrix> labels(Subject subject, Lane lane, List<Result> results, Work work) {
    return lane == Lane.CODED ? coded(subject, results, work) : labels(results);
  }

  private static List<TaskMatrix> coded(Subject subject, List<Result> results, Work work) {
    return results.stream()
        .map(r -> subject.codedLabels(r.experiment(), work.budget()))
        .map(work.runner()::labelCorrelation)
        .toList();
  }

  private static void relations(
      String key,
      String suffix,
      List<TaskMatrix> g,
      List<TaskMatrix> e,
      Work work,
      Findings found) {
    double[] r = new double[g.size()];
    double[] rho = new double[g.size()];
    int pairs = 0;
    for (int i = 0; i < r.length; i++) {
      Relation relation = work.runner().relate(g.get(i), e.get(i));
      r[i] = relation.pearson().value();
      rho[i] = relation.spearman().value();
      pairs = relation.pairs();
    }
    found.correlation(key + " r" + suffix, r, pairs);
    found.correlation(key + " rho" + suffix, rho, pairs);
    Relation whole = work.runner().relate(Matrices.mean(g), Matrices.mean(e));
    found.add(key + " p" + suffix, whole.pearson().mantelP(), whole.pearson().permutations());
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
    found.correlation(key + " r held-out", heldOut, 0);
    Relation first = results.get(0).relation();
    found.add(key + " r of the first seed", first.pearson(), first.pairs());
    if (key.equals("qm9")) {
      energies(Matrices.affinity(results), Matrices.mean(labels(results)), found);
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

  private static void pictures(
      String key, TaskMatrix g, TaskMatrix e, TaskGroups groups, Findings found) {
    found.matrix(key + "-affinity", g);
    found.matrix(key + "-label-correlation", e);
    List<String> order = groups.order();
    found.figure(key + "-affinity", Figures.heatMap(key + ": task affinity G", g).order(order));
    found.figure(
        key + "-label-correlation", Figures.heatMap(key + ": label correlation E", e).order(order));
    found.figure(key + "-relation", scatter(key, g, e));
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
