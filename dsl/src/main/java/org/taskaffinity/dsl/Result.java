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
    List<Epoch> history) {
  public Result {
    tasks = List.copyOf(tasks);
    history = List.copyOf(history);
  }

  /** Every two tasks with all that is known of them, in the order of the matrices. */
  public List<Pair> pairs() {
    return Readings.pairs(affinity, conflictRate, labelCorrelation, overlap, shared);
  }

  /** What can be said of the whole in plain words. */
  public String verdict() {
    return Readings.verdict(pairs(), relation);
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
    return affinity + "\n\n" + relation + "\n" + verdict() + "\n" + folder;
  }
}
