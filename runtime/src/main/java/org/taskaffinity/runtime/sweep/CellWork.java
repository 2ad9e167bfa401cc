package org.taskaffinity.runtime.sweep;

import org.taskaffinity.dsl.Progress;

/** Makes the run of a cell. Called by several threads at once, each with a cell of its own. */
public interface CellWork {

  /** What came of it. */
  enum Outcome {
    /** The run is in the store, now or since before. */
    DONE,
    /** Somebody else works on it at the moment. */
    ELSEWHERE,
    /** It is to be worked on with nothing beside it: its engine takes all threads. */
    ALONE
  }

  /**
   * Makes the run, or goes on with what is there of it. An interrupt of the thread ends it, with
   * its state kept.
   *
   * @param alone whether nothing else is under way here
   * @param progress is told how far this cell is, in the thread that works
   * @throws org.taskaffinity.dsl.AffinityException if it failed; what was reached is kept
   */
  Outcome work(Cell cell, boolean alone, Progress progress);

  /**
   * Looks, before anything is begun, whether the cell fits its data.
   *
   * @throws org.taskaffinity.dsl.PlanException if it does not
   */
  default void require(Cell cell) {}

  /** Whether the run is in the store. */
  boolean done(Cell cell);
}
