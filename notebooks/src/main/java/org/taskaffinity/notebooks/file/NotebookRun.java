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
   * @param begun is given the notebook before its first cell runs; cells fill it with their outputs
   */
  public static NotebookRun of(
      Notebook source,
      CellEngine engine,
      Map<String, String> presets,
      Consumer<String> told,
      Consumer<Notebook> begun) {
    Notebook notebook = source.stripped();
    List<Cell> cells =
        notebook.cells().stream()
            .filter(c -> c.code() && !c.source().isBlank() && !c.tagged("skip-execution"))
            .toList();
    begun.accept(notebook);
    int count = 0;
    for (Cell cell : cells) {
      count++;
      told.accept("cell " + count + " of " + cells.size());
      cell.node().put("execution_count", count);
      Optional<CellFailure> failure =
          engine.run(count, cell.source(), presets, new RecordedOutputs(cell, count));
      boolean ended = engine.left().isPresent();
      if (failure.isPresent()
          && (ended || failure.get().stopped() || !cell.tagged("raises-exception"))) {
        String ran = ended ? "; " + count + " of " + cells.size() + " cells ran" : "";
        return new NotebookRun(notebook, failure.map(f -> f.with(ran)));
      }
    }
    return new NotebookRun(notebook, engine.left().map(code -> CellFailure.left("a thread", code)));
  }
}
