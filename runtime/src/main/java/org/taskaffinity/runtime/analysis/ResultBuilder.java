package org.taskaffinity.runtime.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.taskaffinity.dsl.Absent;
import org.taskaffinity.dsl.Capture;
import org.taskaffinity.dsl.Captured;
import org.taskaffinity.dsl.LabelCorrelation;
import org.taskaffinity.dsl.Mtl;
import org.taskaffinity.dsl.Relation;
import org.taskaffinity.dsl.Result;
import org.taskaffinity.dsl.Rows;
import org.taskaffinity.dsl.RunRecord;
import org.taskaffinity.dsl.Task;
import org.taskaffinity.dsl.TaskMatrix;
import org.taskaffinity.dsl.TaskSummary;
import org.taskaffinity.dsl.TaskType;
import org.taskaffinity.runtime.gradient.AffinityMean;
import org.taskaffinity.runtime.plan.CapturedSteps;
import org.taskaffinity.runtime.plan.Preparation;
import org.taskaffinity.runtime.plan.Prepared;
import org.taskaffinity.runtime.plan.Sparse;
import org.taskaffinity.runtime.random.Seeds;
import org.taskaffinity.runtime.stats.CaptureBootstrap;
import org.taskaffinity.runtime.stats.LabelOverlap;
import org.taskaffinity.runtime.stats.MoleculeBootstrap;
import org.taskaffinity.runtime.stats.PairPrecision;
import org.taskaffinity.runtime.train.Session;

/** Reads a result off a training that has ended. */
public final class ResultBuilder {
  private final Prepared prepared;
  private final Session.Outcome outcome;

  public ResultBuilder(Prepared prepared, Session.Outcome outcome) {
    this.prepared = prepared;
    this.outcome = outcome;
  }

  /**
   * The captured steps of the window, now that it is known how many steps there were. Where
   * training ended so early that none fell into it, the last one captured; fewer than were asked
   * for, the last ones.
   */
  public Captured window() {
    Captured all = outcome.captures().captured(prepared.tasks());
    Capture capture = prepared.experiment().capture();
    long first = capture.firstStep(outcome.steps(), prepared.stepsPerEpoch());
    int wanted = capture.pace() instanceof Capture.Count count ? count.captures() : 1;
    long last = all.step(Math.max(0, all.size() - wanted));
    return all.between(Math.min(first, last), Long.MAX_VALUE);
  }

  public Result result(RunRecord record, Path folder) {
    Captured window = window();
    AffinityMean mean = AffinityMean.of(window, missing());
    double[][] g = mean.mean();
    MoleculeBootstrap molecules = labelsOf(prepared);
    double[][] e = molecules.observed();
    int[][] shared = LabelOverlap.of(prepared.kept()).shared();
    TaskMatrix affinity = matrix(g);
    return new Result(
        prepared.experiment(),
        record,
        folder,
        affinity,
        matrix(mean.conflictRate()),
        matrix(e),
        matrix(LabelOverlap.of(prepared.kept()).jaccard()),
        matrix(wide(shared)),
        relation(g, e, window, molecules),
        TaskGrouping.of(affinity, Mtl.averageLinkage()),
        tasks(),
        outcome.history(),
        PairPrecision.overCaptures(
            window, prepared.experiment().capture().absent() == Absent.ZERO));
  }

  /** G alone. */
  public TaskMatrix affinity() {
    return matrix(AffinityMean.of(window(), missing()).mean());
  }

  private AffinityMean.Missing missing() {
    return prepared.experiment().capture().absent() == Absent.ZERO
        ? AffinityMean.Missing.READ_AS_ZERO
        : AffinityMean.Missing.SKIPPED;
  }

  private Relation relation(
      double[][] g, double[][] e, Captured window, MoleculeBootstrap molecules) {
    double[][][] each = new double[window.size()][][];
    for (int t = 0; t < each.length; t++) {
      each[t] = asRead(window.cosines(t).values());
    }
    return Relating.oneTraining(g, e, CaptureBootstrap.of(each), molecules, seeds());
  }

  /** A capture as the mean reads it: absent tasks are missing, or 0 with every other. */
  private double[][] asRead(double[][] cosines) {
    if (missing() == AffinityMean.Missing.READ_AS_ZERO) {
      for (int i = 0; i < cosines.length; i++) {
        for (int j = 0; j < cosines.length; j++) {
          cosines[i][j] = i != j && Double.isNaN(cosines[i][j]) ? 0 : cosines[i][j];
        }
      }
    }
    return cosines;
  }

  /** E's labels, by the rows that were asked for. */
  public static MoleculeBootstrap labelsOf(Prepared prepared) {
    Rows rows = prepared.experiment().labelCorrelation().rows();
    BitSet[] known = rows == Rows.KEPT ? prepared.kept() : prepared.table().measured();
    int[] among =
        switch (rows) {
          case ALL -> null;
          case KEPT, TRAINING -> prepared.training();
          case HELD_OUT -> prepared.heldOut();
        };
    LabelCorrelation asked = prepared.experiment().labelCorrelation();
    return new MoleculeBootstrap(
            prepared.table().labels(),
            known,
            among,
            asked.minimumShared(),
            MoleculeBootstrap.REPLICATES,
            prepared.assignment().seeds())
        .requiring(asked.minimumExpected(), classes(prepared.table().tasks()));
  }

  private static boolean[] classes(List<Task> tasks) {
    boolean[] classes = new boolean[tasks.size()];
    for (int t = 0; t < classes.length; t++) {
      classes[t] = tasks.get(t).type() == TaskType.CLASSIFICATION;
    }
    return classes;
  }

  /** What is to be known of how the result came about. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    Capture capture = prepared.experiment().capture();
    if (capture.pace() instanceof Capture.Count) {
      notes.add("gradients captured at " + CapturedSteps.words(prepared, outcome, window()));
    }
    LabelCorrelation asked = prepared.experiment().labelCorrelation();
    Sparse.note(labelsOf(prepared), asked.minimumExpected(), prepared.tasks())
        .ifPresent(notes::add);
    return notes;
  }

  private Seeds seeds() {
    return prepared.assignment().seeds();
  }

  private List<TaskSummary> tasks() {
    List<TaskSummary> tasks = new ArrayList<>();
    for (int t = 0; t < prepared.kept().length; t++) {
      Task task = prepared.table().tasks().get(t);
      BitSet kept = prepared.kept()[t];
      boolean classes = task.type() == TaskType.CLASSIFICATION;
      tasks.add(
          new TaskSummary(
              task.name(),
              task.type(),
              prepared.table().measured()[t].cardinality(),
              kept.cardinality(),
              classes ? Preparation.positives(prepared.table().labels()[t], kept) : -1,
              prepared.assignment().heldOut().metrics().get(t),
              outcome.validation().get(t),
              outcome.test().get(t),
              outcome.skill().get(t)));
    }
    return tasks;
  }

  private TaskMatrix matrix(double[][] values) {
    return new TaskMatrix(prepared.tasks(), values);
  }

  private static double[][] wide(int[][] counts) {
    double[][] wide = new double[counts.length][counts.length];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        wide[i][j] = counts[i][j];
      }
    }
    return wide;
  }
}
