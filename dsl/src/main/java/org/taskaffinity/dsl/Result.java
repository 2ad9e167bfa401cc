package org.taskaffinity.dsl;

import java.nio.file.Path;
import java.util.List;

/**
 * What an experiment gave, next to the experiment that asked.
 *
 * @param experiment what was asked
 * @param record what was run
 * @param folder where its files lie
 * @param affinity G: mean cosine of task gradients over the window
 * @param conflictRate fraction of captured steps with a negative cosine
 * @param labelCorrelation E
 * @param overlap Jaccard index of training labels
 * @param shared training molecules labelled for both tasks; on the diagonal for the one
 * @param relation how G and E go together
 * @param groups tasks by average linkage on 1 − G
 * @param tasks each task, and how well it was learnt
 * @param history epoch by epoch
 * @param precision how precisely each affinity is known, over the captures of this one training
 */
public record Result(
    Experiment experiment,
    RunRecord record,
    Path folder,
    TaskMatrix affinity,
    TaskMatrix conflictRate,
    TaskMatrix labelCorrelation,
    TaskMatrix overlap,
    TaskMatrix shared,
    Relation relation,
    TaskGroups groups,
    List<TaskSummary> tasks,
    List<Epoch> history,
    Precision precision) {
  public Result {
    tasks = List.copyOf(tasks);
    history = List.copyOf(history);
  }

  /** Without the precision of the affinities. */
  public Result(
      Experiment experiment,
      RunRecord record,
      Path folder,
      TaskMatrix affinity,
      TaskMatrix conflictRate,
      TaskMatrix labelCorrelation,
      TaskMatrix overlap,
      TaskMatrix shared,
      Relation relation,
      TaskGroups groups,
      List<TaskSummary> tasks,
      List<Epoch> history) {
    this(
        experiment,
        record,
        folder,
        affinity,
        conflictRate,
        labelCorrelation,
        overlap,
        shared,
        relation,
        groups,
        tasks,
        history,
        Precision.unknown(affinity.tasks()));
  }

  /** Every two tasks with all that is known of them, in the order of the matrices. */
  public List<Pair> pairs() {
    return Pairs.of(
        affinity,
        conflictRate,
        labelCorrelation,
        overlap,
        shared,
        precision,
        t -> t < tasks.size() ? tasks.get(t).learnt() : Learnt.NOT_KNOWN);
  }

  /** Which affinities can be read, and which cannot and why. */
  public Readings readings() {
    return new Readings(affinity.tasks(), pairs());
  }

  /** Standard error of each affinity over the captures of this training; NaN where unknown. */
  public TaskMatrix standardErrors() {
    return precision.standardErrors();
  }

  /** What can be said of the pairs in plain words: which to believe, and what would help. */
  public String verdict() {
    return Verdict.of(Evidence.of(this));
  }

  /** How affinities and label correlations go together, in one sentence. */
  public String comparison() {
    return Comparison.of(relation);
  }

  /**
   * What was different: parts of the experiment, then data, versions and engine. Two runs without a
   * difference have the same bits.
   */
  public List<Difference> differences(Result other) {
    return Differences.of(this, other);
  }

  /** The affinities and the verdict. */
  @Override
  public String toString() {
    return affinity + "\n\n" + verdict() + "\n\n" + relation + "\n" + comparison() + "\n" + folder;
  }
}
