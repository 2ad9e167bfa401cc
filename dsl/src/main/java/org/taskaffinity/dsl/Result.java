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
    Precision precision)
    implements AffinityResult {
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

  /**
   * What was different: parts of the experiment, then data, versions and engine. Two runs without a
   * difference have the same bits.
   */
  public List<Difference> differences(Result other) {
    return Differences.of(this, other);
  }

  /** The affinities, with a {@code ~} behind those that cannot be read, and the verdict. */
  @Override
  public String toString() {
    String marked =
        AffinityMaps.unreadable(this)
            .map(pairs -> affinity.text(pairs.in(affinity)) + "\n~ " + pairs.meaning())
            .orElseGet(affinity::toString);
    return marked + "\n\n" + verdict() + "\n\n" + relation + "\n" + comparison() + "\n" + folder;
  }
}
