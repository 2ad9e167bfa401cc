package org.taskaffinity.runtime.plan;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.taskaffinity.dsl.Experiment;
import org.taskaffinity.runtime.data.Table;
import org.taskaffinity.runtime.train.TrainingSpec;

/**
 * An experiment that has met its data: every row, label and size is worked out, and there is no
 * tensor yet.
 *
 * @param experiment what was asked
 * @param id the run's name
 * @param table its rows
 * @param kept for each of K tasks the training rows whose label may be seen
 * @param training every training row, those whose labels were all withheld too
 * @param overlap in words: what the manipulation came to
 * @param assignment what training is told
 * @param atoms of a training row, on average; 1 where rows are no graphs
 * @param notes what a reader should know of
 */
public record Prepared(
    Experiment experiment,
    String id,
    Table table,
    BitSet[] kept,
    int[] training,
    String overlap,
    TrainingSpec assignment,
    double atoms,
    List<String> notes) {

  public List<String> tasks() {
    return table.tasks().stream().map(org.taskaffinity.dsl.Task::name).toList();
  }

  /** Updates an epoch. */
  public int stepsPerEpoch() {
    return assignment.stepsPerEpoch();
  }

  /** Updates in all, if training does not end early. */
  public long steps() {
    return (long) stepsPerEpoch() * assignment.optimisation().epochs();
  }

  /** Rows that no gradient sees. */
  public int[] heldOut() {
    return IntStream.concat(
            IntStream.of(assignment.rows().validation()), IntStream.of(assignment.rows().test()))
        .sorted()
        .toArray();
  }
}
