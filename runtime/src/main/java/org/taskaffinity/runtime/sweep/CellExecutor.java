package org.taskaffinity.runtime.sweep;

import java.util.List;
import java.util.Map;

/**
 * Sees to it that cells get their runs. {@link LocalCells} does so in threads of this process; one
 * that hands cells to a cluster sends their descriptions and ids, and each place does its {@link
 * CellWork} on the store that all share.
 */
public interface CellExecutor {

  /**
   * Works on cells that depend on nothing but themselves, in any order, until each has its run or
   * was given up. A cell that fails is tried once more; a {@link
   * org.taskaffinity.dsl.PlanException} fails again whatever one does, and is not.
   *
   * @param cells with distinct ids
   * @return why, for each cell that was given up; the runs of all others are in the store
   * @throws org.taskaffinity.dsl.RunException if the calling thread was interrupted; every cell has
   *     then stopped with its state kept
   * @throws org.taskaffinity.dsl.DescriptionException if one could not be understood; the others
   *     have then stopped too
   */
  Map<Cell, RuntimeException> execute(List<Cell> cells, CellWork work, SweepWatch watch);
}
