package org.taskaffinity.reproductions;

import static org.taskaffinity.dsl.Mtl.captureEvery;
import static org.taskaffinity.dsl.Mtl.completeCases;
import static org.taskaffinity.dsl.Mtl.dataset;
import static org.taskaffinity.dsl.Mtl.fromEpoch;
import static org.taskaffinity.dsl.Mtl.gcn;
import static org.taskaffinity.dsl.Mtl.keepLabels;
import static org.taskaffinity.dsl.Mtl.labelCorrelation;
import static org.taskaffinity.dsl.Mtl.noSplit;
import static org.taskaffinity.dsl.Mtl.sharedAndDisjoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.dsl.Figure;
import org.taskaffinity.dsl.Figures;
import org.taskaffinity.dsl.Norm;
import org.taskaffinity.dsl.Overlap;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.Schedule;

/**
 * Table 7 and Figure 2B: r(G, E) while overlap falls, with the fits of equations 5 and 7.
 *
 * <p>The text partitions SIDER's molecules into those shared by all tasks and those of one task
 * alone. The code withholds labels of Tox21 at random, each task by itself, and calls the fraction
 * that is kept the overlap; at 100 % it changes to molecules labelled for all tasks. Its G is read
 * off batches after training; here off the last epoch. The careful lane withholds as the code does,
 * at every level from the same molecules. Claims are judged on both axes: label retention, and the
 * mean Jaccard index that it leaves (equation 4).
 */
final class Table7 implements Artefact {
  /** Above this level r hardly falls, and shares of the fall are undefined. */
  private static final int LARGEST_FALL = 60;

  /** Molecules that E needs of a pair. */
  static final int SHARED = 20;

  @Override
  public String id() {
    return "table-7";
  }

  @Override
  public String caption() {
    return "Table 7, Figure 2B and equations 5 and 7: r(G, E) as overlap falls";
  }

  @Override
  public List<Lane> lanes() {
    return List.of(Lane.values());
  }

  private static List<Integer> levels(Budget budget) {
    return budget.of(
        List.of(10, 30, 50, 80, 100),
        List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100),
        List.of(5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100));
  }

  @Override
  public List<Experiment> trainings(Lane lane, Budget budget) {
    return levels(budget).stream().flatMap(p -> at(lane, budget, p).stream()).toList();
  }

  /** The trainings of one level, one a seed. */
  private static List<Experiment> at(Lane lane, Budget budget, int percent) {
    Experiment base = budget.looking(base(lane, budget)).overlap(overlap(lane, percent / 100.0));
    // The code runs each level once; several seeds show how far one run can be believed.
    return Protocol.under(
        base, lane == Lane.CAREFUL ? budget.seeds(1, 5, 10) : budget.seeds(1, 3, 5));
  }

  private static Overlap overlap(Lane lane, double share) {
    return switch (lane) {
      case WRITTEN -> sharedAndDisjoint(share);
      case CODED -> share == 1 ? completeCases() : keepLabels(share);
      case CAREFUL -> keepLabels(share);
    };
  }

  private static Experiment base(Lane lane, Budget budget) {
    int epochs = budget.of(2, 20, 30);
    return switch (lane) {
      case WRITTEN ->
          Protocol.writtenUnstopped(budget.of(dataset("sider"), 300), budget.of(2, 50, 100))
              .name("sweep as written")
              .split(noSplit())
              .labelCorrelation(labelCorrelation(Rows.KEPT).minimumShared(SHARED));
      case CODED -> {
        Experiment coded = Protocol.coded(budget.of(dataset("tox21"), 500), epochs, 11);
        yield coded
            .name("sweep as coded")
            .split(noSplit())
            .encoder(gcn(256, 256).norm(Norm.BATCH).dropout(0.3).projection(256))
            .training(coded.training().schedule(Schedule.CONSTANT))
            .capture(captureEvery(5).window(fromEpoch(epochs)).absent(coded.capture().absent()))
            .labelCorrelation(labelCorrelation(Rows.KEPT).minimumShared(11));
      }
      case CAREFUL ->
          Protocol.careful(budget.of(dataset("tox21"), 500), epochs)
              .name("sweep as it should be")
              .labelCorrelation(labelCorrelation(Rows.KEPT).minimumShared(SHARED));
    };
  }

  @Override
  public Findings read(Lane lane, Work work) {
    List<Integer> levels = levels(work.budget());
    OverlapSweep sweep =
        new OverlapSweep(
            levels, levels.stream().map(p -> work.run(at(lane, work.budget(), p))).toList(), work);
    Findings found = new Findings();
    for (int i = 0; i < levels.size(); i++) {
      level(lane, sweep, i, work, found);
    }
    fits(lane, sweep, found);
    found.remark(levelOf(lane));
    sweep.results().stream()
        .flatMap(each -> each.get(0).record().notes().stream())
        .filter(note -> note.startsWith("sharedAndDisjoint"))
        .forEach(found::remark);
    if (lane == Lane.WRITTEN) {
      PrintedSweep.addTo(found);
    }
    found.figure("sweep", figure(lane, sweep));
    return found;
  }

  private static void level(Lane lane, OverlapSweep sweep, int i, Work work, Findings found) {
    List<Result> each = sweep.results().get(i);
    String level = sweep.level(i);
    int pairs = each.get(0).relation().pairs();
    found.relation(
        "r at " + level,
        "rho at " + level,
        OverlapSweep.affinities(each),
        OverlapSweep.labels(each),
        work);
    found.add("Jaccard at " + level, Seeds.each(each.size(), s -> overlap(each.get(s))), pairs);
    if (lane != Lane.CAREFUL) {
      return;
    }
    found.correlation("r(G_o, E_full) at " + level, sweep.ofFull(i), pairs);
    found.correlation("r(G_full, E_o) at " + level, sweep.fromFull(i), pairs);
    found.add("r as a share of r at full overlap, " + level, sweep.ratio(i), pairs);
    found.add("r beyond independent errors at " + level, sweep.circular(i), pairs);
    if (sweep.levels().get(i) <= LARGEST_FALL) {
      found.add("share of the fall due to G at " + level, sweep.shareOfG(i), pairs);
    }
  }

  private static void fits(Lane lane, OverlapSweep sweep, Findings found) {
    if (!SweepFits.possible(sweep.r())) {
      return;
    }
    double[] retention = sweep.levels().stream().mapToDouble(p -> p / 100.0).toArray();
    new SweepFits(retention, sweep.r()).addTo(found, "");
    if (lane != Lane.WRITTEN) {
      new SweepFits(sweep.jaccard(), sweep.r()).addTo(found, ", over Jaccard");
    }
    if (lane == Lane.CAREFUL) {
      double[][] full = sweep.each(sweep::ofFull);
      new SweepFits(retention, full).addTo(found, ", r(G_o, E_full)");
    }
  }

  private static String levelOf(Lane lane) {
    String shared = "; Jaccard is the mean overlap of two tasks at that level.";
    return switch (lane) {
      case WRITTEN ->
          "A level is the share of a task's molecules that all tasks have; the number of labels grows"
              + " with it, and E is left out where two tasks share fewer than "
              + SHARED
              + " molecules"
              + shared;
      case CODED ->
          "A level is the share of labels that each task keeps (label retention); at 100 % the code"
              + " changes to molecules labelled for all tasks"
              + shared;
      case CAREFUL ->
          "A level is the share of labels that each task keeps (label retention)" + shared;
    };
  }

  static double overlap(Result result) {
    return Arrays.stream(result.overlap().pairs()).average().orElse(Double.NaN);
  }

  private static Figure figure(Lane lane, OverlapSweep sweep) {
    double[] x = sweep.levels().stream().mapToDouble(Integer::doubleValue).toArray();
    List<Figure.Line> lines = new ArrayList<>();
    lines.add(band("r(G_o, E_o)", x, sweep.r()));
    if (lane == Lane.CAREFUL) {
      lines.add(band("r(G_o, E_full)", x, sweep.each(sweep::ofFull)));
      lines.add(band("r(G_full, E_o)", x, sweep.each(sweep::fromFull)));
    }
    lines.add(
        Figures.line("the paper's Table 7", PrintedSweep.LEVELS, PrintedSweep.table()).dots());
    String axis = lane == Lane.WRITTEN ? "molecules shared by all tasks, %" : "labels kept, %";
    return Figures.curve(
        "r(G, E) as overlap falls, " + lane.said(), axis, "r", lines.toArray(Figure.Line[]::new));
  }

  /** The mean of the seeds, with the smallest and the largest. */
  private static Figure.Line band(String name, double[] x, double[][] r) {
    double[] low = Arrays.stream(r).mapToDouble(v -> Arrays.stream(v).min().orElse(0)).toArray();
    double[] high = Arrays.stream(r).mapToDouble(v -> Arrays.stream(v).max().orElse(0)).toArray();
    return Figures.line(name, x, SweepFits.means(r)).band(low, high);
  }
}
