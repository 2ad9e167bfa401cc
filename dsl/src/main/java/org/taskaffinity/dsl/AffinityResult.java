package org.taskaffinity.dsl;

import java.util.List;

/** Affinities of one training or of several, with all that their reading rests on. */
public sealed interface AffinityResult permits Result, Pooled {

  /** G. */
  TaskMatrix affinity();

  /** Fraction of captured steps with a negative cosine. */
  TaskMatrix conflictRate();

  /** E. */
  TaskMatrix labelCorrelation();

  /** Jaccard index of training labels. */
  TaskMatrix overlap();

  /** Training molecules labelled for both tasks; NaN if not known. */
  TaskMatrix shared();

  /** How precisely each affinity is known. */
  Precision precision();

  /** How G and E go together. */
  Relation relation();

  /** Each task, and how well it was learnt; empty if not known. */
  List<? extends JudgedTask> tasks();

  /** Every two tasks with all that is known of them, in the order of the matrices. */
  default List<Pair> pairs() {
    return Pairs.of(
        affinity(),
        conflictRate(),
        labelCorrelation(),
        overlap(),
        shared(),
        precision(),
        t -> t < tasks().size() ? tasks().get(t).learnt() : Learnt.NOT_KNOWN);
  }

  /** Which affinities can be read, and which cannot and why. */
  default Readings readings() {
    return new Readings(affinity().tasks(), pairs());
  }

  /**
   * Standard error of each affinity: over the captures of one training, over seeds where there are
   * two or more; NaN where unknown.
   */
  default TaskMatrix standardErrors() {
    return precision().standardErrors();
  }

  /** What can be said of the pairs in plain words: which to believe, and what would help. */
  default String verdict() {
    return Verdict.of(Evidence.of(this));
  }

  /** How affinities and label correlations go together, in one sentence. */
  default String comparison() {
    return Comparison.of(relation());
  }
}
