package org.taskaffinity.notebooks.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.taskaffinity.notebooks.cell.CellEngine;
import org.taskaffinity.notebooks.cell.CellFailure;

/**
 * A notebook, run from its first cell to its last, or to the first that fails. Cells tagged {@code
 * raises-exception} may fail, and those tagged {@code skip-execution} are passed over, as Jupyter
 * does.
 *
 * @param notebook with the outputs of the cells that ran, the failing one among them
 * @param failure why it stopped; empty if it came to its end
 */
public record NotebookRun(Notebook notebook, Optional<CellFailure> failure) {

  /**
   * @param presets values for variables that cells declare, as they are typed
   * @param told hears of each cell before it runs
   */
  public static NotebookRun of(
      Notebook source, CellEngine engine, Map<String, String> presets, Consumer<String> told) {
    Notebook notebook = source.stripped();
    List<Cell> cells =
        notebook.cells().stream()
            .filter(c -> c.code() && !c.source().isBlank() && !c.tagged("skip-execution"))
            .toList();
    int count = 0;
    for (Cell cell : cells) {
      count++;
      told.accept("cell " + count + " of " + cells.size());
      cell.node().put("execution_count", count);
      Optional<CellFailure> failure =
          engine.run(count, cell.source(), presets, new RecordedOutputs(cell, count));
      if (failure.isPresent() && (failure.get().stopped() || !cell.tagged("raises-exception"))) {
        return new NotebookRun(notebook, failure);
      }
    }
    return new NotebookRun(notebook, Optional.empty());
  }
}
